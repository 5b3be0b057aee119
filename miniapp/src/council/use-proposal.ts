import { useEffect, useState } from 'react';
import { amendTopic, listTopics, proposeTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { ancestorOf } from '@gongyi/shared/district/place';
import { reservedOf } from '@gongyi/shared/council/topic-matters';
import { MATTER_WORDS } from '@gongyi/shared/votes/matters';
import {
  newKey,
  outcomeWords,
  requireSignIn,
  submit,
  useCompoundId,
  useDraft,
  useLoad,
  useMe,
  useOutbox,
  usePhotos,
  useSignedIn,
} from '../platform';
import { ProposalDraft, partyGrant, proposalBody, proposalGaps } from './proposal';
import { similarTopics } from './similar-topics';

export type Sending = 'no' | 'sending' | 'waiting' | 'unknown';

const draftOf = (topic: TopicView | undefined): ProposalDraft => ({
  title: topic?.title ?? '',
  words: topic?.words ?? '',
  spot: topic?.spot ?? '',
  matter: topic?.matter ?? 'common-affairs',
  photos: (topic?.photos ?? []).map(({ mediaId }) => mediaId),
  key: newKey(),
});

/** Open topics of the compound that are like what is being written; none while one amends. */
const useSimilar = (compoundId: string | undefined, words: string, wanted: boolean) => {
  const signedIn = useSignedIn();
  const at = wanted && signedIn && compoundId !== undefined ? { params: { compoundId } } : undefined;
  const of = (stage: 'gathering' | 'waiting') =>
    at === undefined ? undefined : { ...at, query: { stage, limit: 50 } };
  const gathering = useLoad(listTopics, of('gathering'));
  const waiting = useLoad(listTopics, of('waiting'));
  const rows = [...(gathering.value?.items ?? []), ...(waiting.value?.items ?? [])];
  const topics = similarTopics(
    words,
    rows.filter(({ status }) => status !== 'returned'),
  );
  return { topics, reload: () => void Promise.all([gathering.reload(), waiting.reload()]) };
};

/** Whether, and as what, somebody may also speak for a party here. */
const useStandpoints = (compoundId: string | undefined) => {
  const me = useMe();
  const grant = partyGrant(me?.grants ?? []);
  const resident = (me?.homes ?? []).some(
    ({ state, homeId }) => state === 'verified' && ancestorOf(homeId, 'compound') === compoundId,
  );
  /** Known, and neither living here nor of a party: to be told before writing much. */
  const stranger = me !== undefined && compoundId !== undefined && !resident && grant === undefined;
  return { party: grant?.scopeName, resident, stranger };
};

/** Everything behind the form of a topic: draft, photos, likenesses, and sending it exactly once. */
export const useProposal = (topic?: TopicView) => {
  const [initial] = useState(() => draftOf(topic));
  const draft = useDraft(topic === undefined ? 'propose' : `amend.${topic.id}`, ProposalDraft, initial);
  const photos = usePhotos(draft.value.photos);
  const chosen = useCompoundId();
  const compoundId = topic?.compoundId ?? chosen;
  const [sending, setSending] = useState<Sending>('no');
  const [refused, setRefused] = useState<string>();
  const [leftOut, setLeftOut] = useState('');
  const entry = useOutbox().find(({ key }) => key === draft.value.key);
  const standpoints = useStandpoints(compoundId);
  const { value, change } = draft;
  const similar = useSimilar(compoundId, `${value.title}\n${value.words}`, topic === undefined);
  // Photos that have arrived belong to the draft: they are there again after coming back.
  const arrived = photos.mediaIds.join(' ');
  useEffect(() => change({ photos: arrived === '' ? [] : arrived.split(' ') }), [arrived, change]);
  // Sending without some photos is said of those very photos, not of later ones.
  const missing = photos.photos
    .filter(({ state }) => state !== 'ready')
    .map(({ key }) => key)
    .join(' ');
  const matter = reservedOf(value.matter, value.title, value.words, value.spot);
  const asParty = standpoints.party !== undefined && (value.asParty ?? !standpoints.resident);
  const title = value.title.slice(0, 20);

  const transmit = () => {
    const body = proposalBody({ ...value, photos: [...photos.mediaIds] });
    return topic === undefined
      ? submit(
          proposeTopic,
          { params: { compoundId: compoundId ?? '' }, body: { ...body, asParty } },
          { title, key: value.key },
        )
      : submit(
          amendTopic,
          { params: { topicId: topic.id }, body: { ...body, rev: topic.rev } },
          { title, key: value.key },
        );
  };

  /** Resolves with the topic's id, or undefined when its fate is still open or it was refused. */
  const send = async (): Promise<string | undefined> => {
    if (compoundId === undefined || sending === 'sending' || !(await requireSignIn())) return undefined;
    setSending('sending');
    setRefused(undefined);
    const outcome = await transmit();
    if (outcome.ok) {
      draft.clear();
      return outcome.value.id;
    }
    setRefused(outcome.refusal === undefined ? undefined : outcomeWords(outcome));
    setSending(outcome.refusal === undefined ? 'unknown' : 'no');
    // A refused submission has ended; what is written next is another.
    if (outcome.refusal !== undefined) change({ key: newKey() });
    return undefined;
  };

  return {
    topic,
    value,
    change,
    clear: draft.clear,
    restart: () => {
      draft.clear();
      if (topic === undefined) photos.clear();
    },
    /** Something of an earlier visit is still there. */
    restored: draft.restored && (value.title !== '' || value.words !== '' || value.photos.length > 0),
    photos,
    compoundId,
    similar: similar.topics,
    /** Reads them anew: one of them is no longer as it is shown. */
    reloadSimilar: similar.reload,
    standpoints,
    asParty,
    reserved: matter === undefined ? undefined : MATTER_WORDS[matter],
    open: proposalGaps(value, missing !== '' && missing !== leftOut),
    sendWithoutMissing: () => setLeftOut(missing),
    send,
    refused,
    /** What the outbox knows of this very submission. */
    sending: entry?.state === 'waiting' ? ('waiting' as const) : sending,
    sentAs: entry?.state === 'sent' ? entry.subjectId : undefined,
    key: value.key,
  };
};
export type Proposal = ReturnType<typeof useProposal>;
