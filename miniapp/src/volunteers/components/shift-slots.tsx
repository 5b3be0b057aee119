import { View } from '@tarojs/components';
import type { ShiftView, SlotView } from '@gongyi/shared/volunteers/contract-view';
import { useServerNow } from '../../platform';
import { Bar, Card, spanWords } from '../../ui';
import { SHIFT } from '../copy';
import { floorWords, placesWords } from '../role-words';
import './slots.scss';

const Role = ({ role }: { role: SlotView['roles'][number] }) => {
  const floor = floorWords(role);
  const { held, places } = role.fill;
  return (
    <View className="slot-role">
      <Bar
        label={role.name}
        part={places === 0 ? 0 : held / places}
        numbers={`${String(held)} / ${String(places)} · ${placesWords(role)}`}
        tone={held < places ? 'brand' : 'success'}
      />
      {floor === '' ? null : <View className="t14 quiet">{floor}</View>}
    </View>
  );
};

/** Slots and their roles, each with its own places, and what one must be able to do. */
export const ShiftSlots = ({ view }: { view: ShiftView }) => {
  const now = useServerNow();
  return (
    <Card title={SHIFT.slots}>
      {view.slots.map((slot) => (
        <View key={slot.id} className="slot">
          {view.slots.length > 1 ? (
            <View className="t16 figure slot-when">{spanWords(slot.startsAt, slot.endsAt, now)}</View>
          ) : null}
          {slot.roles.map((role) => (
            <Role key={role.id} role={role} />
          ))}
        </View>
      ))}
    </Card>
  );
};
