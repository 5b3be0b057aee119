import { View } from '@tarojs/components';
import { Button, Sheet, StatusLine, TextArea, TextField, Tick } from '../../ui';
import { NUMBER_RULES, SWITCH_RULES } from '../rule-words';
import { RULES } from '../session-copy';
import { numberIn } from '../use-rules';
import type { RulesDesk } from '../use-rules';

/** A new version of the rules, with the reason everybody reads. */
export const RulesForm = ({ desk }: { desk: RulesDesk }) => {
  const { edit, asked, act } = desk;
  if (edit === undefined) return null;
  return (
    <Sheet
      open
      title={RULES.change}
      onClose={desk.close}
      footer={
        <Button wide loading={act.busy} onTap={() => void desk.save()}>
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
              onChange={(next) => desk.change({ numbers: { ...edit.numbers, [rule]: next } })}
            />
          );
        })}
        {SWITCH_RULES.map(({ rule, words, hint }) => (
          <Tick
            key={rule}
            checked={edit.switches[rule]}
            words={words}
            hint={hint}
            onChange={(next) => desk.change({ switches: { ...edit.switches, [rule]: next } })}
          />
        ))}
        <TextArea
          label={RULES.reason}
          value={edit.reason}
          maxLength={300}
          error={asked && edit.reason.trim() === '' ? RULES.reasonMissing : undefined}
          onChange={(reason) => desk.change({ reason })}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
