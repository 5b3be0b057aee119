import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Button, Card, Sheet, StatusLine, Tick } from '../ui';
import { endSignIn, signInAsked } from './ask-sign-in';
import { givePrivacyConsent, privacyGiven } from './consent';
import { PRIVACY_LINES, SIGN_IN_WORDS } from './privacy-words';
import { outcomeWords } from './refusal-copy';
import { refreshMe, useSignedIn } from './session';
import { SignInWay } from './sign-in-way';
import { useStore } from './store';

/** Why, what happens with the data, yes or 暂不. Somebody signed in who has not agreed yet is only asked that. */
export const SignInSheet = ({ shown }: { shown: boolean }) => {
  const asked = useStore(signInAsked) !== undefined;
  if (!asked || !shown) return null;
  return (
    <Sheet open title={SIGN_IN_WORDS.title} onClose={() => endSignIn(false)}>
      <SignInSteps />
    </Sheet>
  );
};

const SignInSteps = () => {
  const signedIn = useSignedIn();
  const [agreed, setAgreed] = useState(false);
  const [words, setWords] = useState<string>();

  const agree = useCallback(async () => {
    const me = await refreshMe();
    const outcome = privacyGiven(me) ? undefined : await givePrivacyConsent();
    setWords(outcome && outcomeWords(outcome));
    if (!outcome || outcome.ok) endSignIn(true);
  }, []);
  return (
    <View className="stack">
      <View className="t16">{SIGN_IN_WORDS.why}</View>
      <Tick checked={agreed} words={SIGN_IN_WORDS.agree} onChange={setAgreed} />
      {words === undefined ? null : <StatusLine tone="warning">{words}</StatusLine>}
      {signedIn ? (
        <Button wide disabled={!agreed} onTap={() => void agree()}>
          {SIGN_IN_WORDS.continue}
        </Button>
      ) : (
        <SignInWay agreed={agreed} onSignedIn={agree} />
      )}
      <Button kind="quiet" wide onTap={() => endSignIn(false)}>
        {SIGN_IN_WORDS.later}
      </Button>
      <Card title={SIGN_IN_WORDS.privacy}>
        <PrivacyWords />
      </Card>
    </View>
  );
};

export const PrivacyWords = () => (
  <View className="stack t14">
    {PRIVACY_LINES.map((line) => (
      <View key={line}>{line}</View>
    ))}
  </View>
);
