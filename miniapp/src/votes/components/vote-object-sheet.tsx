import { View } from '@tarojs/components';
import { objectToVote } from '@gongyi/shared/votes/contract-result';
import * as z from 'zod/mini';
import { useChecked, useDraft } from '../../platform';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, TextArea } from '../../ui';
import { RESULT } from '../copy';

const Draft = z.object({ words: z.string() });

interface VoteObjectSheetProps {
  readonly voteId: string;
  readonly act: Act;
  /** True once it is recorded. */
  readonly onObject: (words: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** An objection to a result; kept here until it is in safe hands. */
export const VoteObjectSheet = ({ voteId, act, onObject, onClose }: VoteObjectSheetProps) => {
  const draft = useDraft(`vote-object.${voteId}`, Draft, { words: '' });
  const checked = useChecked(objectToVote.body, draft.value);
  const send = async () => {
    if (checked.ask() && (await onObject(draft.value.words))) draft.clear();
  };
  return (
    <Sheet
      open
      title={RESULT.objectTitle}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {RESULT.objectVerb}
        </Button>
      }
    >
      <View className="stack">
        <TextArea
          label={RESULT.objectLabel}
          hint={RESULT.objectHint}
          value={draft.value.words}
          maxLength={1000}
          error={checked.wrong('words') ? RESULT.objectMissing : undefined}
          onChange={(words) => draft.change({ words })}
          onLeave={() => checked.leave('words')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
