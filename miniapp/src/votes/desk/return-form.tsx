import { useState } from 'react';
import * as z from 'zod/mini';
import { returnPaper } from '@gongyi/shared/votes/contract-paper';
import { useChecked, useDraft, usePhotos } from '../../platform';
import { Button, PhotoGrid, StatusLine, TextField } from '../../ui';
import { LINE } from '../desk-copy';
import type { LineFormProps } from './deliver-form';

const Draft = z.object({ serial: z.string() });

/** 回收登记: the paper came back. Its number is read from the paper itself, and its picture is what is counted later. */
export const ReturnForm = ({ voteId, line, registers, onDone }: LineFormProps) => {
  const draft = useDraft(`return.${voteId}.${String(line.line)}`, Draft, { serial: '' });
  const photos = usePhotos([], 6);
  const [told, setTold] = useState(false);
  const { serial } = draft.value;
  const body = { serial: serial.trim() === '' ? undefined : serial, photos: [...photos.mediaIds] };
  const checked = useChecked(returnPaper.body, body);
  const send = async () => {
    setTold(photos.missing > 0);
    const read = z.safeParse(returnPaper.body, body);
    if (!checked.ask() || !read.success || photos.missing > 0) return;
    const input = { params: { voteId, line: line.line }, body: read.data };
    if (!(await registers.change(returnPaper, input, LINE.returnedDone))) return;
    draft.clear();
    onDone();
  };
  return (
    <>
      <StatusLine tone="warning">{LINE.returnWhat}</StatusLine>
      <TextField
        label={LINE.serial}
        value={serial}
        keyboard="number"
        maxLength={6}
        hint={LINE.returnSerialHint}
        error={checked.wrong('serial') ? LINE.serialWrong : undefined}
        onChange={(next) => draft.change({ serial: next })}
        onLeave={() => checked.leave('serial')}
      />
      <PhotoGrid
        photos={photos.photos}
        most={6}
        addWords={LINE.returnPhoto}
        onAdd={() => void photos.add()}
        onRemove={photos.remove}
        onRetry={photos.retry}
        onOpen={photos.open}
      />
      {checked.wrong('photos') && photos.missing === 0 ? (
        <StatusLine tone="danger">{LINE.photoMissing}</StatusLine>
      ) : null}
      {told && photos.missing > 0 ? <StatusLine tone="warning">{LINE.photosSending}</StatusLine> : null}
      <Button wide loading={registers.act.busy || photos.busy} onTap={() => void send()}>
        {LINE.returnVerb}
      </Button>
    </>
  );
};
