import { View } from '@tarojs/components';
import * as z from 'zod/mini';
import { useDraft } from '../../platform';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, TextArea } from '../../ui';
import { PAPER } from '../copy';

const Draft = z.object({ words: z.string() });

interface DisownSheetProps {
  /** Of the paper: what is written is kept with it. */
  readonly draftOf: string;
  readonly act: Act;
  /** True once it is registered. */
  readonly onSend: (words: string | undefined) => Promise<boolean>;
  readonly onClose: () => void;
}

/** 不是我投的: what will happen, and in one's own words, if one likes, how it was. */
export const DisownSheet = ({ draftOf, act, onSend, onClose }: DisownSheetProps) => {
  const draft = useDraft(`disown.${draftOf}`, Draft, { words: '' });
  const words = draft.value.words.trim();
  const send = async () => {
    if (await onSend(words === '' ? undefined : words)) draft.clear();
  };
  return (
    <Sheet
      open
      title={PAPER.disownTitle}
      onClose={onClose}
      footer={
        <Button wide kind="danger" loading={act.busy} onTap={() => void send()}>
          {PAPER.disownVerb}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">{PAPER.disownHow}</View>
        <TextArea
          label={PAPER.disownWords}
          optional
          value={draft.value.words}
          maxLength={300}
          onChange={(next) => draft.change({ words: next })}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
