import { View } from '@tarojs/components';
import type { RulesHistory } from '@gongyi/shared/council/contract';
import { Button, RuleFields, Sheet, StatusLine, TextArea } from '../../ui';
import { NUMBER_RULES, SWITCH_RULES } from '../rule-words';
import { RULES } from '../session-copy';
import { useRulesEdit } from '../use-rules';

interface RulesFormProps {
  readonly history: RulesHistory;
  readonly onSaved: (history: RulesHistory) => void;
  /** Somebody else was faster: read them anew. */
  readonly onOutdated: () => void;
  readonly onClose: () => void;
}

/** A new version of the rules, with the reason everybody reads. */
export const RulesForm = ({ history, onSaved, onOutdated, onClose }: RulesFormProps) => {
  const { edit, asked, act, change, save } = useRulesEdit(history, onOutdated);
  const send = async () => {
    const saved = await save();
    if (saved !== undefined) onSaved(saved);
  };
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
