import { View } from '@tarojs/components';
import type { VoteStepView, VoteView } from '@gongyi/shared/votes/contract-view';
import { TIMELINE_STEPS } from '@gongyi/shared/votes/vote-steps';
import { open } from '../../platform';
import { CheckedPhotos } from '../../requests/components/checked-photos';
import { Button, Card, Timeline, clockWords } from '../../ui';
import { VOTE, VOTE_STEP } from '../copy';
import './vote.scss';

const Body = ({ step }: { step: VoteStepView }) => (
  <>
    {step.words === undefined ? null : <View className="t16 vote-words">{step.words}</View>}
    <CheckedPhotos photos={step.photos} name={VOTE_STEP[step.kind]} />
  </>
);

/** What happened to a vote last, newest first; all of it stands in its record. */
export const VoteTimeline = ({ view, now }: { view: VoteView; now: number }) => (
  <Card title={VOTE.timeline}>
    <Timeline
      entries={[...view.timeline].reverse().map((step) => ({
        key: String(step.rev),
        title: VOTE_STEP[step.kind],
        by: step.by,
        when: clockWords(step.at, now),
        body: step.words === undefined && step.photos.length === 0 ? undefined : <Body step={step} />,
      }))}
    />
    {view.timeline.length < TIMELINE_STEPS ? null : (
      <Button kind="quiet" onTap={() => open('votes/pages/record/index', { id: view.id })}>
        {VOTE.earlier}
      </Button>
    )}
  </Card>
);
