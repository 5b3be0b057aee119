import { useState } from 'react';
import { changeCouncilRules, getCouncilRules } from '@gongyi/shared/council/contract';
import type { CouncilRules } from '@gongyi/shared/council/council-rules';
import { useAct, useLoad } from '../platform';
import { say } from '../ui';
import { NUMBER_RULES } from './rule-words';
import { RULES } from './session-copy';

/** A rule in its limits; undefined if what was typed is not. */
export const numberIn = (typed: string, least: number, most: number): number | undefined => {
  const value = Number(typed);
  return /^\d{1,3}$/.test(typed.trim()) && value >= least && value <= most ? value : undefined;
};

interface Edit {
  readonly numbers: Readonly<Record<string, string>>;
  readonly switches: Pick<CouncilRules, 'onlineAllowed' | 'threeOfFourDecides'>;
  readonly reason: string;
}

const editOf = (rules: CouncilRules): Edit => ({
  numbers: Object.fromEntries(NUMBER_RULES.map(({ rule }) => [rule, String(rules[rule])])),
  switches: { onlineAllowed: rules.onlineAllowed, threeOfFourDecides: rules.threeOfFourDecides },
  reason: '',
});

/** The edit as rules; undefined while a number is outside its limits. */
const rulesOf = (before: CouncilRules, { numbers, switches }: Edit): CouncilRules | undefined => {
  const rules = { ...before, ...switches };
  for (const { rule, least, most } of NUMBER_RULES) {
    const value = numberIn(numbers[rule] ?? '', least, most);
    if (value === undefined) return undefined;
    rules[rule] = value;
  }
  return rules;
};

/** The rules of a community, and a new version of them. */
export const useRules = (placeId: string | undefined) => {
  const load = useLoad(getCouncilRules, placeId === undefined ? undefined : { params: { placeId } });
  const act = useAct(() => void load.reload());
  const [edit, setEdit] = useState<Edit>();
  const [asked, setAsked] = useState(false);
  const close = () => {
    act.clear();
    setAsked(false);
    setEdit(undefined);
  };
  const save = async () => {
    setAsked(true);
    const { value } = load;
    if (value === undefined || edit === undefined || placeId === undefined) return;
    const rules = rulesOf(value.rules, edit);
    if (rules === undefined || edit.reason.trim() === '') return;
    const saved = await act.run(changeCouncilRules, {
      params: { placeId },
      body: { seen: value.version, rules, reason: edit.reason.trim() },
    });
    if (saved === undefined) return;
    load.replace(saved);
    close();
    say(RULES.saved);
  };
  return {
    load,
    /** It is not known of which community. */
    placeless: placeId === undefined,
    act,
    edit,
    asked,
    begin: () => {
      if (load.value !== undefined) setEdit(editOf(load.value.rules));
    },
    change: (part: Partial<Edit>) => setEdit((before) => (before === undefined ? before : { ...before, ...part })),
    close,
    save,
  };
};
export type RulesDesk = ReturnType<typeof useRules>;
