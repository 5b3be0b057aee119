import { useState } from 'react';
import * as z from 'zod/mini';
import { DELIVERY_WAYS, DeliveryWay, deliverPaper } from '@gongyi/shared/votes/contract-paper';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import { useChecked, useDraft, usePhotos } from '../../platform';
import { Button, Choice, PhotoGrid, StatusLine, TextField } from '../../ui';
import { LINE } from '../desk-copy';
import type { Registers } from './use-registers';

export interface LineFormProps {
  readonly voteId: string;
  readonly line: RegisterLine;
  readonly registers: Registers;
  readonly onDone: () => void;
}

const Draft = z.object({ serial: z.string(), way: z.optional(DeliveryWay) });

/** 送达登记: a numbered paper was signed for, posted or left by notice. */
export const DeliverForm = ({ voteId, line, registers, onDone }: LineFormProps) => {
  const draft = useDraft(`deliver.${voteId}.${String(line.line)}`, Draft, { serial: '' });
  const photos = usePhotos([], 6);
  const [told, setTold] = useState(false);
  const { serial, way } = draft.value;
  const body = { serial: serial.trim() === '' ? undefined : serial, way, photos: [...photos.mediaIds] };
  const checked = useChecked(deliverPaper.body, body);
  const send = async () => {
    setTold(photos.missing > 0);
    const read = z.safeParse(deliverPaper.body, body);
    if (!checked.ask() || !read.success || photos.missing > 0) return;
    const input = { params: { voteId, line: line.line }, body: read.data };
    if (!(await registers.change(deliverPaper, input, LINE.deliveredDone))) return;
    draft.clear();
    onDone();
  };
  return (
    <>
      <TextField
        label={LINE.serial}
        value={serial}
        keyboard="number"
        maxLength={6}
        hint={LINE.serialHint}
        error={checked.wrong('serial') ? LINE.serialWrong : undefined}
        onChange={(next) => draft.change({ serial: next })}
        onLeave={() => checked.leave('serial')}
      />
      <Choice
        label={LINE.wayLabel}
        options={DELIVERY_WAYS.map((value) => ({ value, words: LINE.way[value] }))}
        value={way}
        error={checked.wrong('way') ? LINE.choose : undefined}
        onChange={(next) => draft.change({ way: next })}
      />
      <PhotoGrid
        photos={photos.photos}
        most={6}
        addWords={LINE.deliverPhoto}
        onAdd={() => void photos.add()}
        onRemove={photos.remove}
        onRetry={photos.retry}
        onOpen={photos.open}
      />
      {told && photos.missing > 0 ? <StatusLine tone="warning">{LINE.photosSending}</StatusLine> : null}
      <Button wide loading={registers.act.busy || photos.busy} onTap={() => void send()}>
        {LINE.deliverVerb}
      </Button>
    </>
  );
};
