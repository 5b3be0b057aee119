import type { CouncilSession } from '@gongyi/shared/council/session';
import type { StoredStep } from '../platform/record-item';

/** What stands in place of words that are still being checked, or were held. */
export const UNSEEN = '正在核验';

const isClear = (step: StoredStep | undefined): boolean => step?.wordsCheck === 'clear';
const onTopic =
  (topicId: string, ...kinds: readonly string[]) =>
  ({ kind, facts }: StoredStep): boolean =>
    kinds.includes(kind) && facts['topicId'] === topicId;

/**
 * The agenda as those outside the meeting may read it: reasons, resolutions and why a topic was set aside
 * repeat words of a step, and are shown exactly where that step's words are.
 */
export const agendaSeen = (agenda: CouncilSession['agenda'], steps: readonly StoredStep[]): CouncilSession['agenda'] =>
  agenda.map((item) => {
    const { topicId, resolution, reason } = item;
    const said = steps.filter(onTopic(topicId, 'position-stated'));
    return {
      ...item,
      positions: item.positions.map((one) => {
        const step = said.findLast(({ as, facts }) => as === one.party && facts['round'] === one.round);
        return isClear(step) ? one : { ...one, reasons: UNSEEN };
      }),
      ...(resolution === undefined ? {} : { resolution: { ...resolution, words: resolutionSeen(item, steps) } }),
      ...(reason === undefined
        ? {}
        : { reason: isClear(steps.findLast(onTopic(topicId, 'item-deferred', 'item-referred'))) ? reason : UNSEEN }),
    };
  });

/** The words of a resolution, where they may be read. */
export const resolutionSeen = (
  { topicId, resolution }: CouncilSession['agenda'][number],
  steps: readonly StoredStep[],
): string => (isClear(steps.findLast(onTopic(topicId, 'item-concluded'))) ? (resolution?.words ?? '') : UNSEEN);

/** Nothing that a public notice would show is still being checked, or held. */
export const isNoticeClear = (session: CouncilSession, steps: readonly StoredStep[]): boolean =>
  minutesSeen(session, steps) !== UNSEEN &&
  session.agenda.every((item) => item.state !== 'agreed' || resolutionSeen(item, steps) !== UNSEEN);

const QUOTED = ['position-stated', 'item-concluded', 'item-deferred', 'item-referred'];

/** Minutes are the chair's words, or quote what was said: they are shown when every word in them is clear. */
export const minutesSeen = ({ minutes }: CouncilSession, steps: readonly StoredStep[]): string => {
  if (minutes === undefined) return '';
  const edit = steps.findLast(({ kind }) => kind === 'minutes-edited');
  const behind = edit === undefined ? steps.filter(({ kind }) => QUOTED.includes(kind)) : [edit];
  return behind.every(isClear) ? minutes.words : UNSEEN;
};
