import type { CouncilSession } from '@gongyi/shared/council/session';
import type { StoredStep } from '../platform/record-item';

/** What stands in place of words that are still being checked. */
export const UNSEEN = '正在核验';
/** What stands in place of words that somebody looked at and did not let stand. */
export const HELD = '内容未显示';

/** Words that repeat those of these steps, as they may be read by everybody. */
const seen = (words: string, ...behind: readonly (StoredStep | undefined)[]): string => {
  if (behind.every((step) => step?.wordsCheck === 'clear')) return words;
  return behind.every((step) => step?.wordsCheck === 'clear' || step?.wordsCheck === 'held') ? HELD : UNSEEN;
};
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
        return { ...one, reasons: seen(one.reasons, step) };
      }),
      ...(resolution === undefined ? {} : { resolution: { ...resolution, words: resolutionSeen(item, steps) } }),
      ...(reason === undefined
        ? {}
        : { reason: seen(reason, steps.findLast(onTopic(topicId, 'item-deferred', 'item-referred'))) }),
    };
  });

/** The words of a resolution, where they may be read. */
export const resolutionSeen = (
  { topicId, resolution }: CouncilSession['agenda'][number],
  steps: readonly StoredStep[],
): string => seen(resolution?.words ?? '', steps.findLast(onTopic(topicId, 'item-concluded')));

/**
 * Nothing that a public notice would show is still being checked. What somebody held does not keep the rest from
 * being shown: nothing could change it any more.
 */
export const isNoticeChecked = (session: CouncilSession, steps: readonly StoredStep[]): boolean =>
  minutesSeen(session, steps) !== UNSEEN &&
  session.agenda.every((item) => item.state !== 'agreed' || resolutionSeen(item, steps) !== UNSEEN);

const QUOTED = ['position-stated', 'item-concluded', 'item-deferred', 'item-referred'];

/** Minutes are the chair's words, or quote what was said: they are shown when every word in them is clear. */
export const minutesSeen = ({ minutes }: CouncilSession, steps: readonly StoredStep[]): string => {
  if (minutes === undefined) return '';
  const edit = steps.findLast(({ kind }) => kind === 'minutes-edited');
  const behind = edit === undefined ? steps.filter(({ kind }) => QUOTED.includes(kind)) : [edit];
  return seen(minutes.words, ...behind);
};
