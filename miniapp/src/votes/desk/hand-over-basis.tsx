import { View } from '@tarojs/components';
import { useState } from 'react';
import type { HandOverBasis } from '@gongyi/shared/votes/contract-result';
import { listVotes } from '@gongyi/shared/votes/contract-votes';
import type { VoteRow } from '@gongyi/shared/votes/contract-view';
import { useLoad, usePhotos } from '../../platform';
import { Choice, PhotoGrid, StatusLine, TextArea } from '../../ui';
import { DRAFT, HANDOVER } from '../desk-copy';

const STREET = 'street';
const MOST_PHOTOS = 6;

/** Owners decided about their property company, and it is published. */
const decided = ({ status, matters }: VoteRow): boolean =>
  status === 'published' &&
  matters.some(({ kind, outcome }) => kind === 'property-company-hiring' && outcome === 'passed');

/** By what a hand-over is planned: a vote that passed, or what the street says and shows. */
export const useBasis = (compoundId: string, voteId: string | undefined, mayWithoutVote: boolean) => {
  const load = useLoad(listVotes, { params: { compoundId }, query: { stage: 'done', limit: 50 } });
  const votes = (load.value?.items ?? []).filter(decided);
  const [picked, setPicked] = useState<string | undefined>(voteId);
  const [reason, setReason] = useState('');
  const photos = usePhotos([], MOST_PHOTOS);
  const chosen = picked ?? (votes.length === 1 && !mayWithoutVote ? votes[0]?.id : undefined);
  const street = chosen === STREET;
  const voteOf = (id: string): VoteRow | undefined => votes.find((vote) => vote.id === id);
  const words = reason.trim();
  // Also while the vote is not among those listed: documents are never too much.
  const advisory = chosen !== undefined && !street && (voteOf(chosen)?.legalForce ?? 'consultative') === 'consultative';
  const shown = photos.mediaIds.length > 0 && photos.missing === 0;
  const complete = chosen !== undefined && (!street || words !== '') && (shown || !(street || advisory));
  const basis: HandOverBasis | undefined = !complete
    ? undefined
    : street
      ? { kind: 'street', reason: words, photos: [...photos.mediaIds] }
      : { kind: 'vote', voteId: chosen, ...(advisory ? { photos: [...photos.mediaIds] } : {}) };
  return { basis, chosen, street, advisory, votes, load, reason, setReason, pick: setPicked, photos, mayWithoutVote };
};
type Basis = ReturnType<typeof useBasis>;

interface PartProps {
  readonly basis: Basis;
  readonly asked: boolean;
}

const Documents = ({ basis: { photos }, asked, missing }: PartProps & { readonly missing: string }) => (
  <>
    <PhotoGrid
      photos={photos.photos}
      most={MOST_PHOTOS}
      addWords={HANDOVER.documents}
      onAdd={() => void photos.add()}
      onRemove={photos.remove}
      onRetry={photos.retry}
      onOpen={photos.open}
    />
    {asked && photos.mediaIds.length === 0 ? <StatusLine tone="danger">{missing}</StatusLine> : null}
  </>
);

const StreetPart = ({ basis, asked }: PartProps) => (
  <>
    <TextArea
      label={HANDOVER.reason}
      value={basis.reason}
      maxLength={300}
      hint={HANDOVER.reasonHint}
      error={asked && basis.reason.trim() === '' ? HANDOVER.reasonMissing : undefined}
      onChange={basis.setReason}
    />
    <Documents basis={basis} asked={asked} missing={HANDOVER.documentsMissing} />
  </>
);

const AdvisoryPart = ({ basis, asked }: PartProps) => (
  <>
    <StatusLine tone="warning">{HANDOVER.advisory}</StatusLine>
    <Documents basis={basis} asked={asked} missing={HANDOVER.decisionMissing} />
  </>
);

/** No company is replaced by a tap: the owners decided it, or the street answers for it. */
export const BasisPart = ({ basis, asked }: PartProps) => {
  const { votes, mayWithoutVote, chosen, load } = basis;
  const options = [
    ...votes.map(({ id, number, title }) => ({ value: id, words: `${number} ${title}` })),
    ...(mayWithoutVote ? [{ value: STREET, words: HANDOVER.byStreet }] : []),
  ];
  if (load.value !== undefined && options.length === 0)
    return <StatusLine tone="warning">{HANDOVER.noDecision}</StatusLine>;
  return (
    <View className="stack">
      <Choice
        label={HANDOVER.basis}
        layout="rows"
        options={options}
        value={chosen}
        error={asked && chosen === undefined ? DRAFT.choose : undefined}
        onChange={basis.pick}
      />
      {basis.street ? <StreetPart basis={basis} asked={asked} /> : null}
      {basis.advisory ? <AdvisoryPart basis={basis} asked={asked} /> : null}
    </View>
  );
};
