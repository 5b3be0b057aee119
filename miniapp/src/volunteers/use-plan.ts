import { useState } from 'react';
import { makeSeries, makeShift } from '@gongyi/shared/volunteers/contract-shifts';
import { checkSeries, checkTimes } from '@gongyi/shared/volunteers/shift-rules';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import { newKey, refusalWords, serverNow, useChecked, useDraft, useSubmission, whereAmI } from '../platform';
import { say } from '../ui';
import { PLAN } from './copy';
import { Plan, emptyPlan, onceBody, weeklyBody } from './plan';
import type { PlanSlot } from './plan';

/** A leader's form for a shift or for one that recurs; held to the server's schema and rules before it is sent. */
export const usePlan = (team: TeamView) => {
  const [initial] = useState(() => emptyPlan(serverNow(), newKey()));
  const draft = useDraft(`plan.${team.id}`, Plan, initial);
  const { value, change } = draft;
  const submission = useSubmission(draft);
  const weekly = value.repeat === 'weekly';
  const once = onceBody(value);
  const series = weeklyBody(value);
  const checked = useChecked(weekly ? makeSeries.body : makeShift.body, weekly ? series : once);
  const params = { teamId: team.id };

  /** What the rules say against these times; only of a form that is otherwise complete. */
  const against = () => {
    const refusal = weekly ? checkSeries(series.rule, serverNow()) : checkTimes(once, serverNow());
    return refusal === undefined ? undefined : refusalWords(refusal);
  };
  const send = async (): Promise<{ readonly page: string; readonly id: string } | undefined> => {
    if (!checked.ask() || against() !== undefined) return undefined;
    const title = value.title.slice(0, 20);
    if (weekly) {
      const made = await submission.send(makeSeries, { params, body: series }, title);
      return made === undefined ? undefined : { page: 'volunteers/pages/team/index', id: team.id };
    }
    const made = await submission.send(makeShift, { params, body: once }, title);
    return made === undefined ? undefined : { page: 'volunteers/pages/shift/index', id: made.id };
  };
  return {
    team,
    value,
    change,
    changeSlot: (index: number, part: Partial<PlanSlot>) =>
      change({ slots: value.slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)) }),
    restored: draft.restored && (value.title !== '' || value.words !== ''),
    clear: draft.clear,
    checked,
    against: checked.asked && checked.ok ? against() : undefined,
    submission,
    send,
    weekly,
    locate: async () => {
      const here = await whereAmI();
      if (here === undefined) say(PLAN.pointNo);
      else change({ point: { lat: Math.round(here.lat * 1e6), lng: Math.round(here.lng * 1e6) } });
    },
  };
};
export type PlanForm = ReturnType<typeof usePlan>;
