import { View } from '@tarojs/components';
import { TextField } from './text-field';
import { Tick } from './choice';

/** A number that rules set, with the limits of its contract. */
export interface NumberRule<K extends string = string> {
  readonly rule: K;
  readonly words: string;
  readonly unit: string;
  readonly hint: string;
  readonly least: number;
  readonly most: number;
}

/** A yes or no that rules set. */
export interface SwitchRule<K extends string = string> {
  readonly rule: K;
  readonly words: string;
  readonly hint: string;
}

/** A number within its limits; undefined if what was typed is not. */
export const numberIn = (typed: string, least: number, most: number): number | undefined => {
  const value = Number(typed);
  return /^\d{1,4}$/.test(typed.trim()) && value >= least && value <= most ? value : undefined;
};

interface RuleFieldsProps {
  readonly numbers: readonly NumberRule[];
  readonly switches: readonly SwitchRule[];
  /** As typed. */
  readonly typed: Readonly<Record<string, string>>;
  readonly on: Readonly<Record<string, boolean>>;
  readonly outOf: (least: number, most: number) => string;
  readonly onNumber: (rule: string, typed: string) => void;
  readonly onSwitch: (rule: string, on: boolean) => void;
}

/** The numbers and switches of a rules template, each with what it means and what it may be. */
export const RuleFields = ({ numbers, switches, typed, on, outOf, onNumber, onSwitch }: RuleFieldsProps) => (
  <>
    {numbers.map(({ rule, words, unit, hint, least, most }) => (
      <TextField
        key={rule}
        label={words}
        hint={hint}
        keyboard="number"
        value={typed[rule] ?? ''}
        maxLength={4}
        aside={<View className="t14 quiet">{unit}</View>}
        error={numberIn(typed[rule] ?? '', least, most) === undefined ? outOf(least, most) : undefined}
        onChange={(next) => onNumber(rule, next)}
      />
    ))}
    {switches.map(({ rule, words, hint }) => (
      <Tick
        key={rule}
        checked={on[rule] ?? false}
        words={words}
        hint={hint}
        onChange={(next) => onSwitch(rule, next)}
      />
    ))}
  </>
);
