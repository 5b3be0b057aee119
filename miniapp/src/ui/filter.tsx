import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from './choice';
import type { Option } from './choice';
import { Press } from './press';
import { Sheet } from './sheet';

interface FilterProps<T extends string> {
  /** What is narrowed: 哪天, 哪类. */
  readonly label: string;
  /** Said of no narrowing: 不限. */
  readonly all: string;
  /** What stands on it then, where that is more than the label: 本街道. */
  readonly resting?: string;
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

const EVERYTHING = 'everything';

/** One narrowing of a list, as a word to tap; it opens what there is to choose from. Several stand in a `row wrap`. */
export function Filter<T extends string>({ label, all, resting = label, options, value, onChange }: FilterProps<T>) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  return (
    <>
      <Press
        className={`filter${chosen === undefined ? '' : ' filter-on'}`}
        label={`${label}：${chosen?.words ?? all}`}
        onTap={() => setOpen(true)}
      >
        <Text>{chosen?.words ?? resting}</Text>
        <Text aria-hidden="true">▾</Text>
      </Press>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <Choice<T | typeof EVERYTHING>
          label={label}
          layout="rows"
          options={[{ value: EVERYTHING, words: all }, ...options]}
          value={value ?? EVERYTHING}
          onChange={(next) => {
            onChange(next === EVERYTHING ? undefined : next);
            setOpen(false);
          }}
        />
      </Sheet>
    </>
  );
}
