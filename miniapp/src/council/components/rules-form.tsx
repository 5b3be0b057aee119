import { View } from '@tarojs/components';
import type { RulesHistory } from '@gongyi/shared/council/contract';
import { Button, Sheet, StatusLine, TextArea, TextField, Tick } from '../../ui';
import { NUMBER_RULES, SWITCH_RULES } from '../rule-words';
import { RULES } from '../session-copy';
import { numberIn, useRulesEdit } from '../use-rules';

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
        {NUMBER_RULES.map(({ rule, words, unit, hint, least, most }) => {
          const typed = edit.numbers[rule] ?? '';
          return (
            <TextField
              key={rule}
              label={words}
              hint={hint}
              keyboard="number"
              value={typed}
              maxLength={3}
              aside={<View className="t14 quiet">{unit}</View>}
              error={numberIn(typed, least, most) === undefined ? RULES.outOf(least, most) : undefined}
              onChange={(next) => change({ numbers: { ...edit.numbers, [rule]: next } })}
            />
          );
        })}
        {SWITCH_RULES.map(({ rule, words, hint }) => (
          <Tick
            key={rule}
            checked={edit.switches[rule]}
            words={words}
            hint={hint}
            onChange={(next) => change({ switches: { ...edit.switches, [rule]: next } })}
          />
        ))}
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
