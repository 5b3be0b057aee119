import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishView } from '@gongyi/shared/volunteers/contract-view';
import { usePhotos } from '../../platform';
import { Button, Choice, Confirm, PhotoGrid, Sheet, StatusLine, TextArea, WordsSheet } from '../../ui';
import { COMMON, POST, WISH } from '../copy';
import type { ClaimFor, WishDesk } from '../use-wish';

interface SheetsProps {
  readonly view: WishView;
  readonly desk: WishDesk;
}

const MYSELF = 'myself';

/** For oneself, for a team one leads, for a unit one works in. */
const ClaimSheet = ({ view, desk }: SheetsProps) => {
  const [as, setAs] = useState(MYSELF);
  const { act } = desk;
  const claimFor = (): ClaimFor => {
    const body = view.claimFor.find(({ id }) => id === as);
    if (body === undefined) return {};
    return body.kind === 'team' ? { teamId: body.id } : { organisationId: body.id };
  };
  return (
    <Sheet
      open
      title={WISH.move.claim}
      onClose={() => desk.show(undefined)}
      footer={
        <Button wide loading={act.busy} onTap={() => void desk.claim(view, claimFor())}>
          {WISH.move.claim}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">{WISH.claimLines}</View>
        {view.claimFor.length === 0 ? null : (
          <Choice
            label={WISH.claimAs}
            layout="rows"
            options={[
              { value: MYSELF, words: WISH.claimMyself },
              ...view.claimFor.map(({ id, name }) => ({ value: id, words: name })),
            ]}
            value={as}
            onChange={setAs}
          />
        )}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

/** How far it is, or that it came true: words and photos; the second needs a photo. */
const TellSheet = ({ view, desk, which }: SheetsProps & { which: 'progress' | 'fulfil' }) => {
  const photos = usePhotos([], 6);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const { act } = desk;
  const noPhoto = which === 'fulfil' && photos.mediaIds.length === 0;
  const send = () => {
    setAsked(true);
    if (words.trim() === '' || noPhoto || photos.missing > 0) return;
    void desk.tell(view, which, words.trim(), photos.mediaIds);
  };
  return (
    <Sheet
      open
      title={WISH.move[which]}
      onClose={() => desk.show(undefined)}
      footer={
        <Button wide loading={act.busy} onTap={send}>
          {WISH.move[which]}
        </Button>
      }
    >
      <View className="stack">
        <PhotoGrid
          photos={photos.photos}
          most={6}
          onAdd={() => void photos.add()}
          onRemove={photos.remove}
          onRetry={photos.retry}
          onOpen={photos.open}
        />
        {asked && photos.missing > 0 ? <StatusLine tone="warning">{POST.photosSending}</StatusLine> : null}
        {asked && noPhoto && photos.missing === 0 ? <StatusLine tone="danger">{WISH.photoNeeded}</StatusLine> : null}
        <TextArea
          label={which === 'fulfil' ? WISH.fulfilLabel : WISH.progressLabel}
          value={words}
          maxLength={300}
          error={asked && words.trim() === '' ? COMMON.needWords : undefined}
          onChange={setWords}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

/** The sheet that is open for a move on a wish. */
export const WishSheets = ({ view, desk }: SheetsProps) => {
  const { sheet, act } = desk;
  const close = () => desk.show(undefined);
  switch (sheet) {
    case 'withdraw':
      return (
        <Confirm
          open
          title={WISH.withdrawTitle}
          lines={[...WISH.withdrawLines, ...(act.words === undefined ? [] : [act.words])]}
          verb={WISH.move.withdraw}
          danger
          busy={act.busy}
          onConfirm={() => void desk.withdraw(view)}
          onClose={close}
        />
      );
    case 'claim':
      return <ClaimSheet view={view} desk={desk} />;
    case 'return':
    case 'release':
    case 'close':
      return (
        <WordsSheet
          title={WISH.move[sheet]}
          label={WISH.reason[sheet]}
          verb={WISH.move[sheet]}
          missing={WISH.reasonMissing}
          most={200}
          danger={sheet === 'close'}
          act={act}
          onSend={(reason) => void desk.give(view, sheet, reason)}
          onClose={close}
        />
      );
    case 'progress':
    case 'fulfil':
      return <TellSheet key={sheet} view={view} desk={desk} which={sheet} />;
    case 'thank':
      return (
        <WordsSheet
          title={WISH.move.thank}
          label={WISH.thankLabel}
          verb={WISH.move.thank}
          missing={COMMON.needWords}
          act={act}
          onSend={(words) => void desk.thank(view, words)}
          onClose={close}
        />
      );
    default:
      return null;
  }
};
