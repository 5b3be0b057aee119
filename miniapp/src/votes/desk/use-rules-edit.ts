import { useState } from 'react';
import * as z from 'zod/mini';
import { changeVotingRules } from '@gongyi/shared/votes/contract-preparing';
import type { VotingRulesHistory } from '@gongyi/shared/votes/contract-view';
import { LegalForce } from '@gongyi/shared/votes/voting-rules';
import type { VotingRules } from '@gongyi/shared/votes/voting-rules';
import { useAct, useDraft } from '../../platform';
import { numberIn } from '../../ui';
import { NUMBER_RULES, SWITCH_RULES } from './rule-words';

const Edit = z.object({
  /** Of the version it was begun over; an older one is let go. */
  seen: z.int(),
  legalForce: LegalForce,
  designatedBy: z.string(),
  numbers: z.record(z.string(), z.string()),
  switches: z.record(z.string(), z.boolean()),
  reason: z.string(),
});
type Edit = z.output<typeof Edit>;

const editOf = ({ version, rules }: VotingRulesHistory): Edit => ({
  seen: version,
  legalForce: rules.legalForce,
  designatedBy: rules.designatedBy ?? '',
  numbers: Object.fromEntries(NUMBER_RULES.map(({ rule }) => [rule, String(rules[rule])])),
  switches: Object.fromEntries(SWITCH_RULES.map(({ rule }) => [rule, rules[rule]])),
  reason: '',
});

/** The edit as rules; undefined while a number is outside its limits, or a designation names no document. */
const rulesOf = (before: VotingRules, edit: Edit): VotingRules | undefined => {
  const { designatedBy: _before, ...kept } = before;
  const designatedBy = edit.designatedBy.trim();
  if (edit.legalForce === 'designated' && designatedBy === '') return undefined;
  const rules: VotingRules = {
    ...kept,
    legalForce: edit.legalForce,
    ...(edit.legalForce === 'designated' ? { designatedBy } : {}),
  };
  for (const { rule, least, most } of NUMBER_RULES) {
    const value = numberIn(edit.numbers[rule] ?? '', least, most);
    if (value === undefined) return undefined;
    rules[rule] = value;
  }
  for (const { rule } of SWITCH_RULES) rules[rule] = edit.switches[rule] ?? before[rule];
  return rules;
};

/** A new version of a community's voting rules, kept on the device while it is written. */
export const useRulesEdit = (history: VotingRulesHistory, onOutdated: () => void) => {
  const draft = useDraft(`voting-rules.${history.placeId}`, Edit, editOf(history));
  const act = useAct(onOutdated);
  const [asked, setAsked] = useState(false);
  const edit = draft.value.seen === history.version ? draft.value : editOf(history);
  const save = async (): Promise<VotingRulesHistory | undefined> => {
    setAsked(true);
    const rules = rulesOf(history.rules, edit);
    if (rules === undefined || edit.reason.trim() === '') return undefined;
    const saved = await act.run(changeVotingRules, {
      params: { placeId: history.placeId },
      body: { seen: history.version, rules, reason: edit.reason.trim() },
    });
    if (saved !== undefined) draft.clear();
    return saved;
  };
  return { act, edit, asked, change: (part: Partial<Edit>) => draft.change({ ...edit, ...part }), save };
};
