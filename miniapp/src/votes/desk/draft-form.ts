import * as z from 'zod/mini';
import { parseArea, formatArea } from '@gongyi/shared/kernel/area';
import type { MatterAmend } from '@gongyi/shared/votes/contract-preparing';
import type { MatterView, VoteView } from '@gongyi/shared/votes/contract-view';
import { APPORTIONMENTS } from '@gongyi/shared/votes/apportionment';
import { RESERVED_MATTERS } from '@gongyi/shared/votes/matters';
import type { ReservedMatter } from '@gongyi/shared/votes/matters';
import { STARTERS } from '@gongyi/shared/votes/vote';

export const ELECTING = ['whole', 'some'] as const;

/** A vote as it is being written: what was typed, as it was typed. Money in yuan, seats as digits. */
const MatterEdit = z.object({
  key: z.string(),
  /** Of a matter that stands already: with it go its candidates. */
  id: z.optional(z.string()),
  kind: z.optional(z.enum(RESERVED_MATTERS)),
  title: z.string(),
  words: z.string(),
  attachments: z.array(z.string()),
  works: z.string(),
  budget: z.string(),
  balance: z.string(),
  fromFund: z.string(),
  apportionment: z.optional(z.enum(APPORTIONMENTS)),
  /** 整届选举 or 补选: all the committee's seats, or some of them. */
  electing: z.enum(ELECTING),
  size: z.string(),
  seats: z.string(),
  alternates: z.string(),
});
export type MatterEdit = z.output<typeof MatterEdit>;

export const VoteEdit = z.object({
  /** The key of its submission. */
  key: z.string(),
  /** Of the revision it was begun over; an older one is let go. 0 for a new vote. */
  seen: z.int(),
  starter: z.optional(z.enum(STARTERS)),
  title: z.string(),
  scope: z.enum(['compound', 'places']),
  places: z.array(z.object({ id: z.string(), name: z.string() })),
  basis: z.string(),
  matters: z.array(MatterEdit),
});
export type VoteEdit = z.output<typeof VoteEdit>;

/** Matters that cost money from the maintenance fund say how much, from where and who bears it. */
export const isFundMatter = (kind: ReservedMatter | undefined): boolean =>
  kind === 'fund-use' || kind === 'fund-raising';
export const isElection = (kind: ReservedMatter | undefined): boolean => kind === 'committee-election';

export const emptyMatter = (key: string, part: Partial<MatterEdit> = {}): MatterEdit => ({
  key,
  title: '',
  words: '',
  attachments: [],
  works: '',
  budget: '',
  balance: '',
  fromFund: '',
  electing: 'whole',
  size: '5',
  seats: '1',
  alternates: '0',
  ...part,
});

export const emptyVote = (key: string, matter: MatterEdit): VoteEdit => ({
  key,
  seen: 0,
  title: '',
  scope: 'compound',
  places: [],
  basis: '',
  matters: [matter],
});

/** 1,234.50 yuan as fen; undefined if it is no sum of money. */
export const fenOf = (yuan: string): number | undefined => {
  const fen = parseArea(yuan.replaceAll(/[,，\s]/g, ''));
  return fen === undefined || fen < 0 ? undefined : fen;
};

/** `undefined` where what was typed is no whole number: the schema refuses it at its place. */
const wholeOf = (typed: string): number | undefined => (/^\d{1,2}$/.test(typed.trim()) ? Number(typed) : undefined);

/** How many of how many members are elected, as far as whole numbers were typed. */
export const seatsOf = ({ electing, size, seats }: MatterEdit) => ({
  seats: wholeOf(electing === 'whole' ? size : seats),
  size: wholeOf(size),
});

const matterBody = (edit: MatterEdit) => ({
  ...(edit.id === undefined ? {} : { id: edit.id }),
  kind: edit.kind,
  title: edit.title.trim(),
  words: edit.words.trim(),
  attachments: edit.attachments,
  ...(isFundMatter(edit.kind)
    ? {
        fund: {
          works: edit.works.trim(),
          budget: fenOf(edit.budget),
          balance: fenOf(edit.balance),
          fromFund: fenOf(edit.fromFund),
          apportionment: edit.apportionment,
        },
      }
    : {}),
  ...(isElection(edit.kind) ? { election: { ...seatsOf(edit), alternates: wholeOf(edit.alternates) } } : {}),
});

/** What is sent, if it fits the contract. */
export const bodyOf = (edit: VoteEdit) => ({
  title: edit.title.trim(),
  scope:
    edit.scope === 'compound'
      ? { kind: 'compound' as const }
      : { kind: 'places' as const, placeIds: edit.places.map(({ id }) => id), basis: edit.basis.trim() },
  matters: edit.matters.map(matterBody),
});

const matterEdit = (matter: MatterView): MatterEdit =>
  emptyMatter(matter.id, {
    id: matter.id,
    kind: matter.kind,
    title: matter.title,
    words: matter.words ?? '',
    attachments: matter.attachments.map(({ mediaId }) => mediaId),
    ...(matter.fund === undefined
      ? {}
      : {
          works: matter.fund.works,
          budget: formatArea(matter.fund.budget),
          balance: formatArea(matter.fund.balance),
          fromFund: formatArea(matter.fund.fromFund),
          apportionment: matter.fund.apportionment,
        }),
    ...(matter.election === undefined
      ? {}
      : {
          electing: matter.election.seats === matter.election.size ? ('whole' as const) : ('some' as const),
          size: String(matter.election.size),
          seats: String(matter.election.seats),
          alternates: String(matter.election.alternates),
        }),
  });

/** A vote that stands, to be changed. */
export const editOf = (key: string, view: VoteView): VoteEdit => ({
  key,
  seen: view.rev,
  starter: view.starter,
  title: view.title,
  scope: view.scope.kind,
  places:
    view.scope.kind === 'places' ? view.scope.placeIds.map((id, at) => ({ id, name: view.scopeNames[at] ?? id })) : [],
  basis: view.scope.kind === 'places' ? view.scope.basis : '',
  matters: view.matterList.map(matterEdit),
});

/** The same words, sent again with something beside them changed: scrutineers. */
export const draftOf = (view: VoteView): { title: string; scope: VoteView['scope']; matters: MatterAmend[] } => ({
  title: view.title,
  scope: view.scope,
  matters: view.matterList.map(({ id, kind, title, words, attachments, fund, election }) => ({
    id,
    kind,
    title,
    words: words ?? '',
    attachments: attachments.map(({ mediaId }) => mediaId),
    ...(fund === undefined ? {} : { fund }),
    ...(election === undefined
      ? {}
      : { election: { seats: election.seats, size: election.size, alternates: election.alternates } }),
  })),
});
