import { View } from '@tarojs/components';
import { MOST_ROLES, MOST_SLOTS } from '@gongyi/shared/volunteers/shift';
import { SKILLS, SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import { Button, Card, Filter, TextField, TimeField } from '../../ui';
import { COMMON, PLAN } from '../copy';
import { EMPTY_ROLE } from '../plan';
import type { PlanRole, PlanSlot } from '../plan';
import type { PlanForm } from '../use-plan';
import './plan.scss';

const SKILL_OPTIONS = SKILLS.map((value) => ({ value, words: SKILL_NAMES[value] }));

interface RoleProps {
  readonly role: PlanRole;
  /** `slots.0.roles.1` */
  readonly path: string;
  readonly form: PlanForm;
  readonly onChange: (part: Partial<PlanRole>) => void;
  readonly onRemove: (() => void) | undefined;
}

const Role = ({ role, path, form: { checked }, onChange, onRemove }: RoleProps) => (
  <View className="plan-role">
    <View className="plan-name">
      <TextField
        label={PLAN.role}
        placeholder={PLAN.rolePlaceholder}
        value={role.name}
        maxLength={20}
        error={checked.wrong(`${path}.name`) ? PLAN.gaps.role : undefined}
        onChange={(name) => onChange({ name })}
        onLeave={() => checked.leave(`${path}.name`)}
      />
    </View>
    <View className="plan-count">
      <TextField
        label={PLAN.places}
        keyboard="number"
        value={role.places}
        maxLength={3}
        error={checked.wrong(`${path}.places`) ? PLAN.gaps.places : undefined}
        onChange={(places) => onChange({ places })}
        onLeave={() => checked.leave(`${path}.places`)}
      />
    </View>
    <View className="plan-count">
      <TextField
        label={PLAN.age}
        optional
        keyboard="number"
        value={role.age}
        maxLength={2}
        error={checked.wrong(`${path}.ageFloor`) ? '请填 6 到 60' : undefined}
        onChange={(age) => onChange({ age })}
        onLeave={() => checked.leave(`${path}.ageFloor`)}
      />
    </View>
    <View className="row wrap">
      <Filter
        label={PLAN.skill}
        all={COMMON.all}
        options={SKILL_OPTIONS}
        value={role.skill}
        onChange={(skill) => onChange({ skill })}
      />
      {onRemove === undefined ? null : (
        <Button kind="quiet" onTap={onRemove}>
          {PLAN.removeRole}
        </Button>
      )}
    </View>
  </View>
);

const Slot = ({ slot, index, form }: { slot: PlanSlot; index: number; form: PlanForm }) => {
  const change = (part: Partial<PlanSlot>) => form.changeSlot(index, part);
  const several = form.value.slots.length > 1;
  return (
    <Card title={PLAN.slot(index + 1)}>
      <View className="stack">
        <View className="row wrap">
          <View className="grow">
            <TimeField label={PLAN.begins} value={slot.begins} onChange={(begins) => change({ begins })} />
          </View>
          <View className="grow">
            <TimeField label={PLAN.ends} value={slot.ends} onChange={(ends) => change({ ends })} />
          </View>
        </View>
        {slot.roles.map((role, at) => (
          <Role
            key={at}
            role={role}
            path={`slots.${String(index)}.roles.${String(at)}`}
            form={form}
            onChange={(part) =>
              change({ roles: slot.roles.map((each, place) => (place === at ? { ...each, ...part } : each)) })
            }
            onRemove={
              slot.roles.length > 1 ? () => change({ roles: slot.roles.filter((_, place) => place !== at) }) : undefined
            }
          />
        ))}
        <View className="row wrap">
          {slot.roles.length < MOST_ROLES ? (
            <Button kind="quiet" onTap={() => change({ roles: [...slot.roles, EMPTY_ROLE] })}>
              {PLAN.addRole}
            </Button>
          ) : null}
          {several ? (
            <Button
              kind="quiet"
              onTap={() => form.change({ slots: form.value.slots.filter((_, place) => place !== index) })}
            >
              {PLAN.removeSlot}
            </Button>
          ) : null}
        </View>
      </View>
    </Card>
  );
};

/** Slots with their roles, each with its own places, skill and age floor. */
export const PlanSlots = ({ form }: { form: PlanForm }) => {
  const { slots } = form.value;
  const last = slots.at(-1);
  return (
    <>
      {slots.map((slot, index) => (
        <Slot key={index} slot={slot} index={index} form={form} />
      ))}
      {last === undefined || slots.length >= MOST_SLOTS ? null : (
        <Button
          kind="secondary"
          wide
          // Another slot usually has the same roles, and follows the last.
          onTap={() => form.change({ slots: [...slots, { ...last, begins: last.ends }] })}
        >
          {PLAN.addSlot}
        </Button>
      )}
    </>
  );
};
