import { useState } from 'react';
import { replyToRequest } from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { usePhotos } from '../../platform';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine } from '../../ui';
import { WordsAndPhotos } from './words-and-photos';

interface ReplySheetProps {
  readonly open: boolean;
  readonly view: RequestView;
  readonly act: Act;
  readonly onMoved: (view: RequestView) => void;
  readonly onClose: () => void;
}

/** Writing to each other under a request. */
export const ReplySheet = ({ open, view, act, onMoved, onClose }: ReplySheetProps) => {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const photos = usePhotos();
  const send = async () => {
    setAsked(true);
    if (words.trim() === '' || photos.busy) return;
    const body = { rev: view.rev, words, photos: [...photos.mediaIds] };
    const moved = await act.run(replyToRequest, { params: { requestId: view.id }, body });
    if (moved === undefined) return;
    setWords('');
    setAsked(false);
    onMoved(moved);
  };
  return (
    <Sheet
      open={open}
      title="留言"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy || photos.busy} onTap={() => void send()}>
          发出留言
        </Button>
      }
    >
      <WordsAndPhotos
        label="想说什么"
        placeholder="例如：今天下午家里有人"
        words={words}
        error={asked && words.trim() === '' ? '请写一句' : undefined}
        photos={photos}
        onWords={setWords}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};
