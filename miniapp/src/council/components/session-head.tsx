import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { HOUR } from '@gongyi/shared/kernel/time';
import { addToCalendar, open, useServerNow } from '../../platform';
import { Button, Card, Chip, StatusLine, clockWords, say } from '../../ui';
import { SESSION, STATUS } from '../session-copy';

const USUAL_LENGTH = 2 * HOUR;

const remember = async (view: SessionView) => {
  const added = await addToCalendar({
    id: view.id,
    title: `${view.compoundName}${SESSION.calendarTitle}`,
    place: view.venue,
    words: view.topics.map((title, index) => `${String(index + 1)}. ${title}`).join('\n'),
    from: view.startsAt,
    until: view.startsAt + USUAL_LENGTH,
    remindBeforeMs: HOUR,
  });
  say(added ? SESSION.calendarDone : SESSION.calendarNo);
};

const Line = ({ label, words }: { label: string; words: string }) => (
  <View className="row">
    <View className="t14 quiet">{label}</View>
    <View className="t16 grow figure">{words}</View>
  </View>
);

const closedWords = ({ status, closedReason }: SessionView): string | undefined => {
  if (status === 'failed') return SESSION.closed.failed;
  if (status === 'cancelled') return `${SESSION.closed.cancelled}${closedReason ?? ''}`;
  return status === 'adjourned' ? `${SESSION.closed.adjourned}${closedReason ?? ''}` : undefined;
};

const rulesWords = ({ rules }: SessionView): string =>
  rules.versions !== undefined
    ? SESSION.rulesStrictest
    : rules.version === 0
      ? SESSION.rulesDefault
      : `${SESSION.rules} ${String(rules.version)} ${SESSION.rulesTail}`;

/** When, where, who chairs; what became of it; the way into one's calendar. */
export const SessionHead = ({ view }: { view: SessionView }) => {
  const now = useServerNow();
  const { secondOf } = view;
  const closed = closedWords(view);
  return (
    <Card
      title={`${view.compoundName} ${view.number}`}
      aside={<Chip tone={STATUS[view.status].tone}>{STATUS[view.status].words}</Chip>}
    >
      <View className="stack">
        <View className="t28 figure">{clockWords(view.startsAt, now)}</View>
        {view.resumesAt === undefined ? null : <Line label={SESSION.resumes} words={clockWords(view.resumesAt, now)} />}
        <Line label={view.online ? SESSION.online : SESSION.where} words={view.venue} />
        <Line label={SESSION.chair} words={view.chairName} />
        <View className="t14 quiet">{rulesWords(view)}</View>
        {secondOf === undefined ? null : (
          <StatusLine
            tone="brand"
            action={
              <Button
                kind="quiet"
                label={SESSION.toFirst}
                onTap={() => open('council/pages/session/index', { id: secondOf })}
              >
                看上次
              </Button>
            }
          >
            {SESSION.secondOf}
          </StatusLine>
        )}
        {closed === undefined ? null : <StatusLine tone="warning">{closed}</StatusLine>}
        {view.status === 'called' ? (
          <Button kind="secondary" onTap={() => void remember(view)}>
            {SESSION.addCalendar}
          </Button>
        ) : null}
      </View>
    </Card>
  );
};
