import { useState } from 'react';
import { Button, StatusLine } from '../ui';
import { SIGN_IN_WORDS } from './privacy-words';
import { outcomeWords } from './refusal-copy';
import { signInHere } from './sign-in';

export interface SignInWayProps {
  readonly agreed: boolean;
  readonly onSignedIn: () => Promise<void>;
}

/** How one signs in in WeChat: one button. On the web see `sign-in-way.h5.tsx`. */
export const SignInWay = ({ agreed, onSignedIn }: SignInWayProps) => {
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string>();
  const signIn = async () => {
    if (!agreed) {
      setWords(SIGN_IN_WORDS.tickFirst);
      return;
    }
    setBusy(true);
    const outcome = await signInHere();
    setWords(outcomeWords(outcome));
    if (outcome.ok) await onSignedIn();
    setBusy(false);
  };
  return (
    <>
      {words === undefined ? null : <StatusLine tone="warning">{words}</StatusLine>}
      <Button wide loading={busy} onTap={() => void signIn()}>
        {SIGN_IN_WORDS.button}
      </Button>
    </>
  );
};
