import { DAY, isoDate } from '@gongyi/shared/kernel/time';
import type { World } from '../world/build';
import type { Person } from '../world/people';
import type { Side } from '../world/places';
import { has, revOf } from './probe';
import type { Asked, Probe } from './probe';
import { photoOf, placesOf } from './subjects';
import type { Subject } from './subjects';
import { certificateIn, hoursIn, insuredAt, pointsIn, wishAt, wishWords } from './wishes-subjects';
import type { WishState } from './wishes-subjects';

type More = (subject: Subject, who: Person | undefined, world: World) => object | Promise<object>;

const places = (world: World, side: Side): Promise<Subject> => Promise.resolve(placesOf(world, side));
const reason = { reason: '另行安排' };
/** A picture of the asker's own, where somebody asks at all. */
const picture: More = async (_, who, world) => ({
  words: '修好了',
  photos: who === undefined ? [] : [await photoOf(world, who)],
});

const wish = (state: WishState, more: More = () => ({})): Probe => ({
  make: (world, side) => wishAt(world, side, state),
  ask: async (subject, who, world): Promise<Asked> => ({
    params: { wishId: subject['wishId'] ?? '' },
    body: { rev: Number(subject['rev']), ...(await more(subject, who, world)) },
  }),
  shows: (reply, subject) => revOf(reply) > Number(subject['rev']),
  once: true,
});

const WISHES: Readonly<Record<string, Probe>> = {
  'post-wish': { make: places, ask: ({ compoundId = '' }) => ({ params: { compoundId }, body: wishWords }) },
  'post-wish-for': {
    make: places,
    ask: ({ compoundId = '', homeId }) => ({
      params: { compoundId },
      body: { ...wishWords, wisherName: '何样本', homeId },
    }),
  },
  'list-wishes': { make: places, ask: ({ communityId = '' }) => ({ params: { placeId: communityId } }) },
  'get-wish': {
    make: (world, side) => wishAt(world, side, 'posted'),
    ask: ({ wishId = '' }) => ({ params: { wishId } }),
  },
  'amend-wish': wish('posted', () => ({ ...wishWords, title: '修两把椅子' })),
  'withdraw-wish': wish('posted'),
  'verify-wish': wish('posted'),
  'return-wish': wish('posted', () => reason),
  'claim-wish': wish('open'),
  'release-wish': wish('claimed', () => reason),
  'help-wish': wish('claimed'),
  'stop-helping-wish': wish('helped'),
  'progress-wish': wish('helped', () => ({ words: '买好了木料' })),
  'fulfil-wish': wish('claimed', picture),
  'thank-for-wish': wish('fulfilled', () => ({ words: '谢谢邻居' })),
  'close-wish': wish('open', () => reason),
  'see-wish-contact': {
    make: (world, side) => wishAt(world, side, 'claimed'),
    ask: ({ wishId = '' }) => ({ params: { wishId } }),
    shows: (reply) => has(reply, '"phone":"1999'),
  },
};

const HOURS: Readonly<Record<string, Probe>> = {
  'list-team-hours': { make: hoursIn, ask: ({ teamId = '' }) => ({ params: { teamId } }) },
  'add-hours': {
    make: hoursIn,
    ask: ({ teamId = '', volunteerId }) => ({
      params: { teamId },
      body: { volunteerId, minutes: 30, date: isoDate(Date.now() - DAY), title: '清扫', reason: '补记' },
    }),
  },
  'correct-hours': {
    make: hoursIn,
    ask: ({ volunteerId = '', entryId = '' }) => ({
      params: { volunteerId, entryId },
      body: { seen: 120, minutes: 90, reason: '早走半小时' },
    }),
    once: true,
  },
  'get-figures': {
    make: places,
    ask: ({ communityId = '' }) => ({
      params: { placeId: communityId },
      query: { year: isoDate(Date.now()).slice(0, 4) },
    }),
  },
  'export-hours': {
    make: places,
    ask: ({ communityId = '' }) => ({
      params: { placeId: communityId },
      body: { from: isoDate(Date.now() - 20 * DAY), until: isoDate(Date.now()) },
    }),
    shows: (reply) => has(reply, 'exports/'),
  },
  'export-insured': {
    make: insuredAt,
    ask: ({ shiftId = '' }) => ({ params: { shiftId } }),
    shows: (reply) => has(reply, 'exports/'),
  },
  'get-certificate-sheet': { make: certificateIn, ask: ({ codeId = '' }) => ({ params: { code: codeId } }) },
  'check-certificate': { make: certificateIn, ask: ({ codeId = '' }) => ({ params: { code: codeId } }) },
  'spend-points': {
    make: pointsIn,
    ask: ({ communityId = '', volunteerId }) => ({
      params: { placeId: communityId },
      body: { volunteerId, points: 1, reason: '换一袋盐' },
    }),
  },
};

export const WISHES_PROBES: Readonly<Record<string, Probe>> = Object.fromEntries(
  Object.entries({ ...WISHES, ...HOURS }).map(([verb, probe]) => [`volunteers.${verb}`, probe]),
);
