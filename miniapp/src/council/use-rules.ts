import { useState } from 'react';
import * as z from 'zod/mini';
import { changeCouncilRules } from '@gongyi/shared/council/contract';
import type { RulesHistory } from '@gongyi/shared/council/contract';
import type { CouncilRules } from '@gongyi/shared/council/council-rules';
import { useAct, useDraft } from '../platform';
import { numberIn } from '../ui';
import { NUMBER_RULES } from './rule-words';

const Edit = z.object({
  /** Of the version it was begun over; an older one is let go. */
  seen: z.int(),
  numbers: z.record(z.string(), z.string()),
  switches: z.object({ onlineAllowed: z.boolean(), threeOfFourDecides: z.boolean() }),
  reason: z.string(),
});
type Edit = z.output<typeof Edit>;

const editOf = ({ version, rules }: RulesHistory): Edit => ({
  seen: version,
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

/** A new version of a community's rules, kept on the device while it is written. */
export const useRulesEdit = (history: RulesHistory, onOutdated: () => void) => {
  const draft = useDraft(`rules.${history.placeId}`, Edit, editOf(history));
  const act = useAct(onOutdated);
  const [asked, setAsked] = useState(false);
  const edit = draft.value.seen === history.version ? draft.value : editOf(history);
  const save = async (): Promise<RulesHistory | undefined> => {
    setAsked(true);
    const rules = rulesOf(history.rules, edit);
    if (rules === undefined || edit.reason.trim() === '') return undefined;
    const saved = await act.run(changeCouncilRules, {
      params: { placeId: history.placeId },
      body: { seen: history.version, rules, reason: edit.reason.trim() },
    });
    if (saved !== undefined) draft.clear();
    return saved;
  };
  return { act, edit, asked, change: (part: Partial<Edit>) => draft.change({ ...edit, ...part }), save };
};
