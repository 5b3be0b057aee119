import { Button as WechatButton, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button, Sheet } from '../ui';
import { SIGN_IN_WORDS } from './privacy-words';
import { PrivacyWords } from './sign-in-sheet';
import { createStore, useStore } from './store';

type Resolve = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void;
const asked = createStore<Resolve | undefined>(undefined);
const AGREE_ID = 'agree-privacy';

/** WeChat asks us to ask, before the first use of an interface it counts as private (photos, phone, place). */
export const startWechatPrivacy = (): void => {
  // Early versions of WeChat do not ask.
  if ('onNeedPrivacyAuthorization' in Taro) Taro.onNeedPrivacyAuthorization((resolve: Resolve) => asked.set(resolve));
};

const end = (event: 'agree' | 'disagree'): void => {
  asked.get()?.({ event, buttonId: AGREE_ID });
  asked.set(undefined);
};

export const WechatPrivacySheet = ({ shown }: { shown: boolean }) => {
  const open = useStore(asked) !== undefined;
  if (!open || !shown) return null;
  return (
    <Sheet open title={SIGN_IN_WORDS.privacy} onClose={() => end('disagree')}>
      <View className="stack">
        <PrivacyWords />
        <WechatButton
          id={AGREE_ID}
          className="press button button-primary button-wide"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => end('agree')}
        >
          {SIGN_IN_WORDS.continue}
        </WechatButton>
        <Button kind="quiet" wide onTap={() => end('disagree')}>
          {SIGN_IN_WORDS.later}
        </Button>
      </View>
    </Sheet>
  );
};
