/** WeChat's own privacy check does not exist on the web. */
export const startWechatPrivacy = (): void => undefined;
export const WechatPrivacySheet = (_props: { shown: boolean }) => null;
