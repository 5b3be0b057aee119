import { useState } from 'react';
import { acceptTopic, mergeTopic, redirectTopic, returnTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { reservedOf } from '@gongyi/shared/council/topic-matters';
import { MATTER_WORDS } from '@gongyi/shared/votes/matters';
import type { Act, Outcome } from '../platform';
import { say } from '../ui';
import { NOTHING_SCREENED, screeningGap } from './screening';
import type { Screening } from './screening';
import { SCREEN } from './topic-copy';

interface UseScreening {
  readonly view: TopicView;
  readonly act: Act;
  readonly onMoved: (view: TopicView) => void;
}

/** The convener's screening of a topic: one of four ways, and straight on to the owners' vote where the law says so. */
export const useScreening = ({ view, act, onMoved }: UseScreening) => {
  const [value, setValue] = useState<Screening>(NOTHING_SCREENED);
  const [asked, setAsked] = useState(false);
  const [ownersDecide, setOwnersDecide] = useState(false);
  const params = { topicId: view.id };
  const { rev } = view;
  const matter = reservedOf(view.matter, view.title, view.words, view.spot);
  const law = matter === undefined ? undefined : MATTER_WORDS[matter];

  const change = (part: Partial<Screening>) => {
    setOwnersDecide(false);
    setValue((before) => ({ ...before, ...part }));
  };
  const finish = (moved: TopicView | undefined, said: string) => {
    if (moved === undefined) return;
    say(said);
    onMoved(moved);
  };
  const settle = (outcome: Outcome<TopicView>, said: string) => {
    if (outcome.ok) finish(outcome.value, said);
    else setOwnersDecide(outcome.refusal?.refused === 'owners-decide');
  };
  const accept = async () => {
    const body = { rev, ...(value.reason.trim() === '' ? {} : { words: value.reason }) };
    settle(await act.attempt(acceptTopic, { params, body }), SCREEN.said.accept);
  };
  const merge = async (intoId: string) => {
    const body = { rev, intoId, reason: value.reason };
    settle(await act.attempt(mergeTopic, { params, body }), SCREEN.said.merge);
  };
  const send = async () => {
    setAsked(true);
    const { verdict, reason, intoId, to } = value;
    if (verdict === undefined || screeningGap(value) !== undefined) return;
    if (verdict === 'accept') await accept();
    if (verdict === 'merge' && intoId !== undefined) await merge(intoId);
    if (verdict === 'return') finish(await act.run(returnTopic, { params, body: { rev, reason } }), SCREEN.said.return);
    if (verdict === 'redirect' && to !== undefined)
      finish(await act.run(redirectTopic, { params, body: { rev, to, reason } }), SCREEN.said.redirect);
  };
  const toVote = async () => {
    const reason = law === undefined ? SCREEN.toVoteWords : SCREEN.toVoteReason(law.item, law.words);
    finish(await act.run(redirectTopic, { params, body: { rev, to: 'vote', reason } }), SCREEN.said.redirect);
  };
  const gap = asked ? screeningGap(value) : undefined;
  return {
    value,
    change,
    send,
    toVote,
    /** The words name a matter of the owners, or the server has just refused to accept it. */
    ownersDecide: ownersDecide || (law !== undefined && (value.verdict === 'accept' || value.verdict === 'merge')),
    law,
    errorOf: (field: keyof Screening): string | undefined => (gap?.field === field ? gap.words : undefined),
  };
};
