import { View } from '@tarojs/components';
import { useState } from 'react';
import { DAY, startOfDay } from '@gongyi/shared/kernel/time';
import { listShifts } from '@gongyi/shared/volunteers/contract-shifts';
import { SKILLS, SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import type { Skill } from '@gongyi/shared/volunteers/kinds';
import { open, useLookChoice, usePagedList, useServerNow, whereAmI } from '../../platform';
import { EmptyState, Filter, ListView, Press, say } from '../../ui';
import { ShiftCard } from '../../volunteers/components/shift-card';
import { nearestFirst } from '../../volunteers/near';
import type { Here } from '../../volunteers/near';
import { VOLUNTEERS } from './copy';
import { KindFilter, ScopeFilter, placeOf } from './scope';
import type { Scope } from './scope';

const DAYS = { today: 1, tomorrow: 2, week: 7 } as const;
type Day = keyof typeof DAYS;
const DAY_OPTIONS = (['today', 'tomorrow', 'week'] as const).map((value) => ({ value, words: VOLUNTEERS.days[value] }));
const SKILL_OPTIONS = SKILLS.map((value) => ({ value, words: SKILL_NAMES[value] }));

const Toggle = ({ words, on, onTap }: { words: string; on: boolean; onTap: () => void }) => (
  <Press className={`filter${on ? ' filter-on' : ''}`} checked={on} role="checkbox" onTap={onTap}>
    {words}
  </Press>
);

/** What narrows the list, and in what order it stands. */
const useNarrowing = () => {
  const [scope, setScope] = useState<Scope>('street');
  const [day, setDay] = useState<Day | undefined>('week');
  const [kind, setKind] = useState<string>();
  const [skill, setSkill] = useState<Skill>();
  const [missing, setMissing] = useState(false);
  const [here, setHere] = useState<Here>();
  const nearest = async () => {
    const found = here === undefined ? await whereAmI() : undefined;
    setHere(found);
    if (here === undefined && found === undefined) say(VOLUNTEERS.nearNo);
  };
  return { scope, setScope, day, setDay, kind, setKind, skill, setSkill, missing, setMissing, here, nearest };
};

/**
 * Shifts around here that are not over: by day, kind, skill and where people are missing; soonest or nearest first.
 * In 长辈版 only where and when are asked, so that the first shift is seen at once.
 */
export const Shifts = ({ compoundId }: { compoundId: string }) => {
  const now = useServerNow();
  const by = useNarrowing();
  const { elder } = useLookChoice();
  const list = usePagedList(listShifts, {
    params: { placeId: placeOf(compoundId, by.scope) },
    query: {
      limit: 50,
      ...(by.day === undefined ? {} : { until: startOfDay(now) + DAYS[by.day] * DAY }),
      ...(by.kind === undefined ? {} : { kind: by.kind }),
      ...(by.skill === undefined ? {} : { skill: by.skill }),
      ...(by.missing ? { missing: 'yes' } : {}),
    },
  });
  return (
    <>
      <View className="row wrap">
        <ScopeFilter value={by.scope} onChange={by.setScope} />
        <Filter label={VOLUNTEERS.day} all={VOLUNTEERS.all} options={DAY_OPTIONS} value={by.day} onChange={by.setDay} />
        {elder ? null : (
          <>
            <KindFilter compoundId={compoundId} value={by.kind} onChange={by.setKind} />
            <Filter
              label={VOLUNTEERS.skill}
              all={VOLUNTEERS.all}
              options={SKILL_OPTIONS}
              value={by.skill}
              onChange={by.setSkill}
            />
            <Toggle words={VOLUNTEERS.missing} on={by.missing} onTap={() => by.setMissing(!by.missing)} />
            <Toggle words={VOLUNTEERS.near} on={by.here !== undefined} onTap={() => void by.nearest()} />
          </>
        )}
      </View>
      <ListView
        state={{ ...list.state, items: nearestFirst(list.state.items, by.here) }}
        keyOf={({ id }) => id}
        row={(row) => (
          <ShiftCard
            row={row}
            now={now}
            here={by.here}
            onTap={() => open('volunteers/pages/shift/index', { id: row.id })}
          />
        )}
        empty={<EmptyState words={VOLUNTEERS.noShifts} hint={VOLUNTEERS.noShiftsHint} />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
    </>
  );
};
