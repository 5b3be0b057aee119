import { StatusLine } from '../ui';

/** Only WeChat can vouch for a phone number, so the web says where to do it. */
export const PhoneButton = (_props: { words?: string; onDone?: () => void }) => (
  <StatusLine>请在手机微信里打开“共议”绑定手机号，这里会自动更新。</StatusLine>
);
