import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import { WordsAndPhotos } from '../../requests/components/words-and-photos';
import { useDraft, usePhotos } from '../../platform';
import { Button, Sheet, StatusLine } from '../../ui';
import { LINE } from '../desk-copy';

interface WordsPhotosSheetProps {
  /** Under which what is written is kept. */
  readonly draft: string;
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly missing: string;
  readonly verb: string;
  readonly addWords: string;
  /** Said where a picture is needed and none was taken. */
  readonly photoMissing: string;
  readonly act: { readonly busy: boolean; readonly words: string | undefined };
  /** What else is asked; `false` keeps it from being sent. */
  readonly ready?: boolean;
  readonly children?: ReactNode;
  readonly onSend: (words: string, photos: string[]) => Promise<boolean>;
  readonly onClose: () => void;
}

const Draft = z.object({ words: z.string() });

/** A report with its pictures: work done, accounts with their vouchers. */
export const WordsPhotosSheet = (props: WordsPhotosSheetProps) => {
  const { title, label, placeholder, missing, verb, addWords, photoMissing, act, ready = true, children } = props;
  const draft = useDraft(props.draft, Draft, { words: '' });
  const photos = usePhotos();
  const [asked, setAsked] = useState(false);
  const { words } = draft.value;
  const empty = words.trim() === '';
  const send = async () => {
    setAsked(true);
    if (empty || !ready || photos.missing > 0 || photos.mediaIds.length === 0) return;
    if (await props.onSend(words.trim(), [...photos.mediaIds])) draft.clear();
  };
  return (
    <Sheet
      open
      title={title}
      onClose={props.onClose}
      footer={
        <Button wide loading={act.busy || photos.busy} onTap={() => void send()}>
          {verb}
        </Button>
      }
    >
      <View className="stack">
        {children}
        <WordsAndPhotos
          label={label}
          placeholder={placeholder}
          words={words}
          error={asked && empty ? missing : undefined}
          photos={photos}
          addWords={addWords}
          onWords={(next) => draft.change({ words: next })}
        />
        {asked && photos.photos.length === 0 ? <StatusLine tone="danger">{photoMissing}</StatusLine> : null}
        {asked && photos.missing > 0 ? <StatusLine tone="warning">{LINE.photosSending}</StatusLine> : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
