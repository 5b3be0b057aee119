import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { superviseTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { isHandedUp } from '@gongyi/shared/council/topic-rules';
import { useDraft } from '../../platform';
import type { Act } from '../../platform';
import { Button, Choice, Sheet, StatusLine, TextArea, say } from '../../ui';
import { TASKS } from '../topic-copy';

interface SuperviseSheetProps {
  readonly view: TopicView;
  readonly act: Act;
  readonly onMoved: (view: TopicView) => void;
  readonly onClose: () => void;
}

const Draft = z.object({ words: z.string(), about: z.string() });
const ALL = '';

const SUPERVISING = {
  title: TASKS.supervise,
  label: TASKS.superviseLabel,
  placeholder: TASKS.supervisePlaceholder,
  verb: TASKS.superviseVerb,
  said: TASKS.superviseSaid,
};
const REPORTING = {
  title: TASKS.report,
  label: TASKS.reportLabel,
  placeholder: TASKS.reportPlaceholder,
  verb: TASKS.reportVerb,
  said: TASKS.reportSaid,
};

/**
 * 居委会's note: what it saw and what has to be mended, of one task or of the whole; of what was handed up, the
 * street's: what it does about it.
 */
export const SuperviseSheet = ({ view, act, onMoved, onClose }: SuperviseSheetProps) => {
  const draft = useDraft(`supervise.${view.id}`, Draft, { words: '', about: ALL });
  const [asked, setAsked] = useState(false);
  const { words, about } = draft.value;
  const copy = isHandedUp(view) ? REPORTING : SUPERVISING;
  const send = async () => {
    setAsked(true);
    if (words.trim() === '') return;
    const body = { rev: view.rev, words, ...(about === ALL ? {} : { taskId: about }) };
    const moved = await act.run(superviseTopic, { params: { topicId: view.id }, body });
    if (moved === undefined) return;
    draft.clear();
    say(copy.said);
    onMoved(moved);
  };
  return (
    <Sheet
      open
      title={copy.title}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {copy.verb}
        </Button>
      }
    >
      <View className="stack">
        <TextArea
          label={copy.label}
          placeholder={copy.placeholder}
          value={words}
          maxLength={500}
          error={asked && words.trim() === '' ? TASKS.needWords : undefined}
          onChange={(next) => draft.change({ words: next })}
        />
        {view.taskList.length > 0 ? (
          <Choice
            label={TASKS.superviseAbout}
            layout="rows"
            options={[
              { value: ALL, words: TASKS.superviseAll },
              ...view.taskList.map((task) => ({ value: task.id, words: task.words })),
            ]}
            value={about}
            onChange={(next) => draft.change({ about: next })}
          />
        ) : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
