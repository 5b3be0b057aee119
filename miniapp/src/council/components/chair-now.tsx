import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { useServerNow } from '../../platform';
import { Card, Chip, StatusLine, clockWords } from '../../ui';
import { awaited, runningItem } from '../next-step';
import { CHAIR, ITEM_STATE, STATUS, partyList, quorumWords } from '../session-copy';
import { Positions } from './positions';

/** Only one party is waited for: from when the minutes may be locked without it. */
const silentWords = ({ lockableFrom }: NonNullable<SessionView['silent']>, now: number): string =>
  now < lockableFrom
    ? `。${CHAIR.lockFrom} ${clockWords(lockableFrom, now)}，${CHAIR.lockAfter}`
    : `。${CHAIR.lockNow}`;

/** What is going on, in a line: why the next step is what it is, or who is waited for. */
const lineOf = (view: SessionView, now: number): { tone: 'plain' | 'brand' | 'success' | 'warning'; words: string } => {
  const { present, needed, reached } = view.quorum;
  const running = runningItem(view);
  switch (view.status) {
    case 'called': {
      const absent = reached ? '' : `；${partyList(awaited(view))}还没到`;
      const early = now < view.startsAt ? `。${clockWords(view.startsAt, now)} ${CHAIR.tooEarly}` : '';
      const words = `${quorumWords(present.length, needed)}${absent}${early}`;
      return { tone: reached ? 'success' : 'warning', words };
    }
    case 'in-session':
      if (running === undefined && !view.agenda.some(({ state }) => state === 'waiting'))
        return { tone: 'success', words: CHAIR.allSettled };
      if (!reached)
        return {
          tone: 'warning',
          words: `${CHAIR.signAnew}${quorumWords(present.length, needed)}；${partyList(awaited(view))}还没到`,
        };
      if (running?.state === 'voting') return { tone: 'brand', words: CHAIR.voteHint };
      return running === undefined
        ? { tone: 'plain', words: CHAIR.nothingOpen }
        : { tone: 'brand', words: CHAIR.hearHint };
    case 'adjourned':
      return { tone: 'warning', words: `${STATUS.adjourned.words}：${view.closedReason ?? ''}` };
    case 'failed':
      return { tone: 'warning', words: view.followedBy === undefined ? CHAIR.failed : CHAIR.calledAgain };
    case 'ended':
      return { tone: 'plain', words: CHAIR.minutesHint };
    case 'confirming':
      return {
        tone: 'plain',
        words: `${CHAIR.awaiting}：${partyList(view.unconfirmed)}${view.silent === undefined ? '' : silentWords(view.silent, now)}`,
      };
    case 'confirmed':
      return view.noticeWaits
        ? { tone: 'plain', words: CHAIR.noticeWaits }
        : { tone: 'success', words: STATUS.confirmed.words };
    case 'on-notice':
      return { tone: 'brand', words: `${CHAIR.noticeLeft} ${clockWords(view.notice?.endsAt ?? now, now)}` };
    case 'cancelled':
      return { tone: 'plain', words: `${STATUS.cancelled.words}：${view.closedReason ?? ''}` };
    case 'in-force':
      return { tone: 'success', words: CHAIR.inForce };
  }
};

/** The item at hand, large enough for the room, and how the parties stand to it. */
export const ChairNow = ({ view }: { view: SessionView }) => {
  const now = useServerNow(1000);
  const item = runningItem(view);
  const { tone, words } = lineOf(view, now);
  return (
    <Card>
      <View className="stack">
        <View className="row wrap">
          <View className="t14 quiet grow figure">{`${view.compoundName} · ${clockWords(view.startsAt, now)}`}</View>
          <Chip tone={STATUS[view.status].tone}>{STATUS[view.status].words}</Chip>
        </View>
        {item === undefined ? null : (
          <>
            <View className="t14 quiet">{item.state === 'voting' ? ITEM_STATE.voting.words : CHAIR.current}</View>
            <View className="t28">{item.title}</View>
          </>
        )}
        <StatusLine tone={tone}>{words}</StatusLine>
        {item === undefined ? null : <Positions view={view} item={item} />}
      </View>
    </Card>
  );
};
