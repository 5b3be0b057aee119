import { useState } from 'react';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, TextField } from '../../ui';
import { SESSION } from '../session-copy';

interface SignInSheetProps {
  /** From the address that was scanned. */
  readonly scanned: string | undefined;
  readonly act: Act;
  readonly onSignIn: (code: string) => void;
  readonly onClose: () => void;
}

/** Signing in by the code that stands on the chair's screen, where nothing can scan it. */
export const SignInByCode = ({ scanned, act, onSignIn, onClose }: SignInSheetProps) => {
  const [code, setCode] = useState(scanned ?? '');
  const [asked, setAsked] = useState(false);
  const empty = code.trim() === '';
  return (
    <Sheet
      open
      title={SESSION.signInType}
      onClose={onClose}
      footer={
        <Button
          wide
          loading={act.busy}
          onTap={() => {
            setAsked(true);
            if (!empty) onSignIn(code);
          }}
        >
          {SESSION.signInDo}
        </Button>
      }
    >
      <TextField
        label={SESSION.signInLabel}
        hint={SESSION.signInHint}
        value={code}
        maxLength={64}
        error={asked && empty ? SESSION.signInEmpty : undefined}
        onChange={setCode}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};
