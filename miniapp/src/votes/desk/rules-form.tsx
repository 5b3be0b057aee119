import { View } from '@tarojs/components';
import type { VotingRulesHistory } from '@gongyi/shared/votes/contract-view';
import { LEGAL_FORCES } from '@gongyi/shared/votes/voting-rules';
import { Button, Choice, RuleFields, Sheet, StatusLine, TextArea, TextField } from '../../ui';
import { FORCE } from '../copy';
import { RULES } from '../desk-copy';
import { NUMBER_RULES, SWITCH_RULES } from './rule-words';
import { useRulesEdit } from './use-rules-edit';

interface RulesFormProps {
  readonly history: VotingRulesHistory;
  readonly onSaved: (history: VotingRulesHistory) => void;
  /** Somebody else was faster: read them anew. */
  readonly onOutdated: () => void;
  readonly onClose: () => void;
}

/** A new version of the voting rules, with the reason everybody reads. */
export const RulesForm = ({ history, onSaved, onOutdated, onClose }: RulesFormProps) => {
  const { edit, asked, act, change, save } = useRulesEdit(history, onOutdated);
  const send = async () => {
    const saved = await save();
    if (saved !== undefined) onSaved(saved);
  };
  const designated = edit.legalForce === 'designated';
  return (
    <Sheet
      open
      title={RULES.change}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {RULES.save}
        </Button>
      }
    >
      <View className="stack">
        <View className="t14 quiet">{RULES.running}</View>
        <Choice
          label={RULES.force}
          layout="rows"
          options={LEGAL_FORCES.map((value) => ({ value, words: FORCE[value], hint: RULES.forceHint[value] }))}
          value={edit.legalForce}
          onChange={(legalForce) => change({ legalForce })}
        />
        {designated ? (
          <TextField
            label={RULES.designatedBy}
            value={edit.designatedBy}
            maxLength={120}
            hint={RULES.designatedHint}
            error={asked && edit.designatedBy.trim() === '' ? RULES.designatedMissing : undefined}
            onChange={(designatedBy) => change({ designatedBy })}
          />
        ) : null}
        <RuleFields
          numbers={NUMBER_RULES}
          switches={SWITCH_RULES}
          typed={edit.numbers}
          on={edit.switches}
          outOf={RULES.outOf}
          onNumber={(rule, typed) => change({ numbers: { ...edit.numbers, [rule]: typed } })}
          onSwitch={(rule, on) => change({ switches: { ...edit.switches, [rule]: on } })}
        />
        <TextArea
          label={RULES.reason}
          value={edit.reason}
          maxLength={300}
          error={asked && edit.reason.trim() === '' ? RULES.reasonMissing : undefined}
          onChange={(reason) => change({ reason })}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
