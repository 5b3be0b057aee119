import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useDraft, useMe } from '../../platform';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, TextArea, TextField } from '../../ui';
import { NOTICE } from '../session-copy';

const Draft = z.object({ words: z.string(), signature: z.string() });

interface ObjectSheetProps {
  readonly sessionId: string;
  /** What somebody else handed in, signed with their name. */
  readonly onPaper: boolean;
  readonly act: Act;
  /** True once it is recorded. */
  readonly onObject: (words: string, signature: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** An objection in the objector's own words, signed; kept here until it is in safe hands. */
export const ObjectSheet = ({ sessionId, onPaper, act, onObject, onClose }: ObjectSheetProps) => {
  const me = useMe();
  const draft = useDraft(`${onPaper ? 'object-for' : 'object'}.${sessionId}`, Draft, {
    words: '',
    signature: onPaper ? '' : (me?.name ?? ''),
  });
  const [asked, setAsked] = useState(false);
  const { words, signature } = draft.value;
  const send = async () => {
    setAsked(true);
    if (words.trim() === '' || signature.trim() === '') return;
    if (await onObject(words.trim(), signature.trim())) draft.clear();
  };
  return (
    <Sheet
      open
      title={onPaper ? NOTICE.objectFor : NOTICE.objectTitle}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {onPaper ? NOTICE.objectForDo : NOTICE.objectDo}
        </Button>
      }
    >
      <View className="stack">
        <TextArea
          label={onPaper ? NOTICE.objectForLabel : NOTICE.objectLabel}
          hint={onPaper ? NOTICE.objectForHint : NOTICE.objectHint}
          value={words}
          maxLength={1000}
          error={asked && words.trim() === '' ? NOTICE.objectMissing : undefined}
          onChange={(next) => draft.change({ words: next })}
        />
        <TextField
          label={onPaper ? NOTICE.objectForSignature : NOTICE.signature}
          hint={NOTICE.signatureHint}
          value={signature}
          maxLength={40}
          error={asked && signature.trim() === '' ? NOTICE.signatureMissing : undefined}
          onChange={(next) => draft.change({ signature: next })}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
