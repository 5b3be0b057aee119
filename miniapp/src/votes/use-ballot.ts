import { useEffect, useRef, useState } from 'react';
import { castBallot } from '@gongyi/shared/votes/contract-ballots';
import type { CastAnswer, MyLine } from '@gongyi/shared/votes/contract-ballots';
import type { Choice } from '@gongyi/shared/votes/ballot';
import type { MatterView, VoteView } from '@gongyi/shared/votes/contract-view';
import { call, newKey, outcomeWords, requireSignIn, scrollTo, useDraft, useMe, useOnline, usePoll } from '../platform';
import { BallotDraft, agreedIn, seatsFull, unansweredIn } from './ballot-draft';
import { BALLOT } from './copy';

const AGAIN_MS = 10_000;

interface BallotInput {
  readonly view: VoteView;
  readonly line: MyLine;
  /** The server has it: only now may the screen say so. */
  readonly onRecorded: (answer: CastAnswer) => void;
  /** Refused, with the sentence why: what the screen shows may no longer be so, and the ballot may go with it. */
  readonly onRefused: (words: string) => void;
}

/**
 * One head's ballot from the first tap to 已记录. Nothing is chosen beforehand; what is chosen stays on this device
 * until it is cast. While it is not known whether a casting arrived, the same ballot is asked for again under the
 * same key, and nothing else can be done with it.
 */
export const useBallot = ({ view, line, onRecorded, onRefused }: BallotInput) => {
  const me = useMe();
  const version = line.ballot?.version ?? 0;
  const [initial] = useState<BallotDraft>(() => ({ choices: {}, key: newKey(), unknown: false, seen: version }));
  const draft = useDraft(`ballot.${me?.personId ?? ''}.${view.id}.${String(line.line)}`, BallotDraft, initial);
  const [sending, setSending] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [showGaps, setShowGaps] = useState(false);
  const [full, setFull] = useState<string>();
  const online = useOnline();
  const busy = useRef(false);
  const { choices, unknown, key, seen } = draft.value;
  const gaps = unansweredIn(view.matterList, choices);

  const choose = (matter: MatterView, questionId: string, choice: Choice) => {
    if (unknown || sending) return;
    if (seatsFull(matter, questionId, choice, choices)) {
      setFull(matter.id);
      return;
    }
    setFull(undefined);
    draft.change({ choices: { ...choices, [questionId]: choice } });
  };

  const abstainFromRest = (matter: MatterView) => {
    const rest = unansweredIn([matter], choices).map((id) => [id, 'abstain'] as const);
    draft.change({ choices: { ...choices, ...Object.fromEntries(rest) } });
  };

  const transmit = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    // Kept before it is sent: whoever closes the app now finds the question open, not forgotten.
    draft.change({ unknown: true });
    const params = { voteId: view.id, line: line.line };
    const outcome = await call(castBallot, { params, body: { choices, seen } }, { key });
    busy.current = false;
    setSending(false);
    if (outcome.ok) {
      draft.clear();
      onRecorded(outcome.value);
      return;
    }
    setConfirming(false);
    if (outcome.refusal === undefined) return;
    // One that was cast elsewhere meanwhile will not be cast from here: nothing of it stays on this device.
    if (outcome.refusal.refused === 'already-cast') draft.clear();
    else draft.change({ unknown: false, key: newKey(), seen: version });
    onRefused(`${BALLOT.notRecorded}：${outcomeWords(outcome) ?? ''}`);
  };

  const again = unknown && !sending;
  usePoll(transmit, again ? AGAIN_MS : undefined);
  const wasOnline = useRef(online);
  useEffect(() => {
    const returned = online && !wasOnline.current;
    wasOnline.current = online;
    if (returned && again) void transmit();
  }, [online, again]);

  return {
    line,
    choices,
    gaps,
    agreed: (matterId: string) => agreedIn(matterId, choices),
    /** The matter whose seats are all given away, just after one more was tapped. */
    fullMatter: full,
    showGaps,
    choose,
    abstainFromRest,
    confirming,
    sending,
    unknown,
    askAgain: () => void transmit(),
    /** With everything answered, what will happen is shown once; else the first gap. */
    begin: async () => {
      const [gap] = gaps;
      setShowGaps(gap !== undefined);
      if (gap !== undefined) {
        scrollTo(`q-${gap.replace('.', '-')}`);
        return;
      }
      if (await requireSignIn()) setConfirming(true);
    },
    close: () => {
      if (!sending) setConfirming(false);
    },
    cast: () => void transmit(),
  };
};
export type Ballot = ReturnType<typeof useBallot>;
