import { View } from '@tarojs/components';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import type { Mark } from '@gongyi/shared/volunteers/attendance-rules';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { HOUR } from '@gongyi/shared/kernel/time';
import { addToCalendar, useServerNow } from '../../platform';
import { Button, Card, Chip, StatusLine, clockWords, say } from '../../ui';
import { SHIFT } from '../copy';
import { slotRoleWords } from '../role-words';
import { signUpSaid } from '../rows';
import type { MySlot } from '../use-shift';

const remember = async (view: ShiftView, { slot }: MySlot) => {
  const added = await addToCalendar({
    id: `${view.id}.${slot.id}`,
    title: view.title,
    place: [view.placeName, view.spot ?? ''].join(' ').trim(),
    words: [view.teamName, view.meeting ?? '', view.bring ?? ''].filter((words) => words !== '').join('\n'),
    from: slot.startsAt,
    until: slot.endsAt,
    remindBeforeMs: 2 * HOUR,
  });
  say(added ? SHIFT.calendarDone : SHIFT.calendarNo);
};

const markWords = (words: string, { by }: Mark): string =>
  `${words}${by === 'leader' ? SHIFT.byLeader : by === 'clock' ? SHIFT.byClock : ''}`;

/** When somebody came and went, and what it comes to. */
const Presence = ({ at: { mine }, now }: { at: MySlot; now: number }) => (
  <>
    {mine.in === undefined ? null : (
      <View className="t16 figure">{markWords(SHIFT.came(clockWords(mine.in.at, now)), mine.in)}</View>
    )}
    {mine.out === undefined ? null : (
      <View className="t16 figure">{markWords(SHIFT.went(clockWords(mine.out.at, now)), mine.out)}</View>
    )}
    {mine.minutes === undefined ? null : <View className="t20 figure">{SHIFT.hours(hoursWords(mine.minutes))}</View>}
  </>
);

interface MySignUpProps {
  readonly view: ShiftView;
  readonly at: MySlot;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onDecline: () => void;
  readonly onInsure: (given: boolean) => void;
}

const Insurance = ({
  insure,
  busy,
  onInsure,
}: {
  insure: boolean;
  busy: boolean;
  onInsure: (given: boolean) => void;
}) => (
  <View className="row wrap">
    <View className="t14 grow">{insure ? SHIFT.insureOn : SHIFT.insureOff}</View>
    <Button kind="quiet" disabled={busy} onTap={() => onInsure(!insure)}>
      {insure ? SHIFT.insureChange.off : SHIFT.insureChange.on}
    </Button>
  </View>
);

/** How my sign-up stands: my place or my turn, what I answered, when I came and went. */
export const MySignUpCard = ({ view, at, busy, onCancel, onDecline, onInsure }: MySignUpProps) => {
  const now = useServerNow();
  const { slot, mine } = at;
  const role = slot.roles.find(({ id }) => id === mine.roleId);
  const holds = mine.acts.includes('cancel');
  const said = signUpSaid(mine.state, mine.out !== undefined);
  return (
    <Card title={SHIFT.mine} aside={<Chip tone={said.tone}>{said.words}</Chip>}>
      <View className="stack">
        <View className="t16 figure">{slotRoleWords(slot, { name: role?.name ?? '' }, now)}</View>
        {mine.position === undefined ? null : <View className="t16 figure">{SHIFT.position(mine.position)}</View>}
        {mine.answerBy === undefined ? null : (
          <StatusLine
            tone="warning"
            action={
              mine.acts.includes('decline') ? (
                <Button kind="quiet" disabled={busy} onTap={onDecline}>
                  {SHIFT.decline}
                </Button>
              ) : undefined
            }
          >
            {SHIFT.offered(clockWords(mine.answerBy, now))}
          </StatusLine>
        )}
        {mine.state === 'placed' && now < slot.checkInOpensAt ? (
          <View className="t14 quiet figure">{SHIFT.opensAt(clockWords(slot.checkInOpensAt, now))}</View>
        ) : null}
        <Presence at={at} now={now} />
        {holds ? <Insurance insure={mine.insure} busy={busy} onInsure={onInsure} /> : null}
        {holds ? (
          <View className={`row wrap${mine.state === 'placed' ? '' : ' links'}`}>
            {mine.state === 'placed' ? (
              <Button kind="secondary" onTap={() => void remember(view, at)}>
                {SHIFT.calendar}
              </Button>
            ) : null}
            <Button kind="quiet" disabled={busy} onTap={onCancel}>
              {SHIFT.cancel}
            </Button>
          </View>
        ) : null}
      </View>
    </Card>
  );
};
