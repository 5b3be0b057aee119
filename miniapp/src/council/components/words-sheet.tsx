import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, TextArea } from '../../ui';
import { SESSION } from '../session-copy';

interface WordsSheetProps {
  readonly title: string;
  readonly label: string;
  readonly verb: string;
  readonly most?: number;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly act: Act;
  /** What the words are about. */
  readonly children?: ReactNode;
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

/** A move that needs words and nothing else. */
export const WordsSheet = ({ title, label, verb, most = 300, act, children, ...rest }: WordsSheetProps) => {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const { hint, danger, onSend, onClose } = rest;
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
            setAsked(true);
            if (words.trim() !== '') onSend(words.trim());
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
          error={asked && words.trim() === '' ? SESSION.needWords : undefined}
          onChange={setWords}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
