import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { nameElector, registerProxy } from '@gongyi/shared/votes/contract-paper';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import { useChecked, useDraft, usePhotos } from '../../platform';
import { Button, PhotoGrid, StatusLine, TextField } from '../../ui';
import { ELECTOR, LINE } from '../desk-copy';
import type { LineFormProps } from './deliver-form';

interface ElectorFormProps extends LineFormProps {
  readonly what: 'elector' | 'proxy';
  readonly mostPerProxy: number;
}

const Draft = z.object({ phone: z.string(), reason: z.string() });

/** Whose document it is: an owner's, the co-owners' agreement, or the developer's. */
const hintOf = ({ coOwners }: RegisterLine): string =>
  coOwners === 0 ? ELECTOR.developer : coOwners > 1 ? ELECTOR.coOwners(coOwners) : ELECTOR.owner;

/** Who casts for a line, by a document that staff have seen: an elector, or a proxy by written authorisation. */
export const ElectorForm = ({ voteId, line, registers, onDone, what, mostPerProxy }: ElectorFormProps) => {
  const draft = useDraft(`${what}.${voteId}.${String(line.line)}`, Draft, { phone: '', reason: '' });
  const photos = usePhotos([], 6);
  const [told, setTold] = useState(false);
  const proxy = what === 'proxy';
  const route = proxy ? registerProxy : nameElector;
  const { phone, reason } = draft.value;
  const body = { phone: phone.trim(), reason: reason.trim(), photos: [...photos.mediaIds] };
  const checked = useChecked(route.body, body);
  const send = async () => {
    setTold(photos.missing > 0);
    if (!checked.ask() || photos.missing > 0) return;
    const input = { params: { voteId, line: line.line }, body };
    const done = proxy
      ? await registers.change(registerProxy, input, ELECTOR.proxyDone)
      : await registers.change(nameElector, input, ELECTOR.done);
    if (!done) return;
    draft.clear();
    onDone();
  };
  return (
    <>
      <View className="t14 quiet">{proxy ? ELECTOR.proxyHow(mostPerProxy) : hintOf(line)}</View>
      <TextField
        label={proxy ? ELECTOR.proxyPhone : ELECTOR.phone}
        value={phone}
        keyboard="number"
        maxLength={11}
        hint={ELECTOR.phoneHint}
        error={checked.wrong('phone') ? ELECTOR.phoneWrong : undefined}
        onChange={(next) => draft.change({ phone: next })}
        onLeave={() => checked.leave('phone')}
      />
      <TextField
        label={ELECTOR.seen}
        value={reason}
        maxLength={200}
        placeholder={proxy ? ELECTOR.proxySeen : ELECTOR.seenPlaceholder}
        error={checked.wrong('reason') ? ELECTOR.seenMissing : undefined}
        onChange={(next) => draft.change({ reason: next })}
        onLeave={() => checked.leave('reason')}
      />
      <PhotoGrid
        photos={photos.photos}
        most={6}
        addWords={proxy ? ELECTOR.proxyPhoto : ELECTOR.photo}
        onAdd={() => void photos.add()}
        onRemove={photos.remove}
        onRetry={photos.retry}
        onOpen={photos.open}
      />
      {checked.wrong('photos') && photos.missing === 0 ? (
        <StatusLine tone="danger">{ELECTOR.photoMissing}</StatusLine>
      ) : null}
      {told && photos.missing > 0 ? <StatusLine tone="warning">{LINE.photosSending}</StatusLine> : null}
      <Button wide loading={registers.act.busy || photos.busy} onTap={() => void send()}>
        {proxy ? ELECTOR.proxyVerb : ELECTOR.verb}
      </Button>
    </>
  );
};
