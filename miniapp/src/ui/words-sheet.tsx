import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Sheet } from './sheet';
import { StatusLine } from './status-line';
import { TextArea } from './text-field';

interface WordsSheetProps {
  readonly title: string;
  readonly label: string;
  readonly verb: string;
  /** Said when nothing was written: 请写明理由. */
  readonly missing: string;
  readonly most?: number;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly danger?: boolean;
  /** How the sending stands, and what went wrong with it, in screen words. */
  readonly act: { readonly busy: boolean; readonly words: string | undefined };
  /** What the words are about. */
  readonly children?: ReactNode;
  /** Words to take over, below the field: given what puts them there. */
  readonly suggestions?: (take: (words: string) => void) => ReactNode;
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

/** A move that needs words: a reason, an answer. */
export const WordsSheet = ({ title, label, verb, missing, most = 300, act, children, ...rest }: WordsSheetProps) => {
  const [words, setWords] = useState('');
  const [left, setLeft] = useState(false);
  const { hint, placeholder, danger, suggestions, onSend, onClose } = rest;
  const empty = words.trim() === '';
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button
          wide
          kind={danger ? 'danger' : 'primary'}
          loading={act.busy}
          onTap={() => {
            setLeft(true);
            if (!empty) onSend(words.trim());
          }}
        >
          {verb}
        </Button>
      }
    >
      <View className="stack">
        {children}
        <TextArea
          label={label}
          value={words}
          maxLength={most}
          {...(hint === undefined ? {} : { hint })}
          {...(placeholder === undefined ? {} : { placeholder })}
          error={left && empty ? missing : undefined}
          onChange={setWords}
        />
        {suggestions?.(setWords)}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
