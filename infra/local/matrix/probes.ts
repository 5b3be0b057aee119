import type { World } from '../world/build';
import type { Side } from '../world/places';
import { BALLOTS_PROBES } from './ballots-probes';
import { COUNCIL_PROBES } from './council-probes';
import { VOTES_PROBES } from './votes-probes';
import { has, revOf } from './probe';
import type { Asked, Probe } from './probe';
import {
  claimIn,
  codeIn,
  HOTLINE,
  importIn,
  once,
  personIn,
  placesOf,
  requestIn,
  uploadRoll,
  uploadSheet,
} from './subjects';
import type { Subject } from './subjects';
import { VOLUNTEERS_PROBES } from './volunteers-probes';
import { WISHES_PROBES } from './wishes-probes';

const id = (subject: Subject, name: string): string => subject[name] ?? '';

const places = (world: World, side: Side): Promise<Subject> => Promise.resolve(placesOf(world, side));
const by =
  (name: string): ((subject: Subject) => Asked) =>
  (subject) => ({ params: { [name]: id(subject, name) } });
const at =
  (from: string): ((subject: Subject) => Asked) =>
  (subject) => ({ params: { placeId: id(subject, from) } });

const move = (
  state: string,
  more: (subject: Subject) => Record<string, unknown> = () => ({}),
  open = false,
): Probe => ({
  make: (world, side) => requestIn(world, side, state, open),
  ask: (subject) => ({
    params: { requestId: id(subject, 'requestId') },
    body: { rev: Number(subject['rev']), ...more(subject) },
  }),
  shows: (reply, subject) => revOf(reply) > Number(subject['rev']),
  once: true,
});
const soon = (hours: number): number => Date.now() + hours * 3_600_000;
const words = { words: '说明' };

const MOVES: Readonly<Record<string, Probe>> = {
  accept: move('submitted'),
  assign: move('submitted', ({ technicianId }) => ({ assigneeId: technicianId })),
  take: move('accepted'),
  start: move('assigned'),
  'plan-visit': move('assigned', () => ({ visit: { from: soon(2), until: soon(4) } })),
  pause: move('in-progress', () => ({ reason: '等配件', until: soon(30) })),
  resume: move('paused'),
  quote: move('in-progress', () => ({ fen: 100, ...words })),
  'answer-quote': move('quoted', () => ({ accepted: true })),
  resolve: move('in-progress', () => words),
  confirm: move('resolved', () => ({ satisfied: true })),
  'half-fix': move('resolved', () => words),
  reopen: move('resolved', () => words),
  decline: move('submitted', () => ({ reason: '不属于' })),
  'pass-on': move('submitted', ({ otherOrganisationId }) => ({
    toOrganisationId: otherOrganisationId,
    reason: '不属于',
  })),
  'mark-duplicate': {
    ...move('submitted', ({ ofId }) => ({ of: ofId })),
    make: async (world, side) => {
      const { requestId = '' } = await requestIn(world, side, 'submitted');
      return { ...(await requestIn(world, side, 'submitted')), ofId: requestId };
    },
  },
  withdraw: move('submitted'),
  reply: move('assigned', () => words),
  nudge: move('submitted'),
  join: move('submitted', () => ({}), true),
  'call-back': move('resolved', () => ({ reached: false })),
  escalate: move('submitted', () => ({ reason: '拖延' })),
};

const request = (more: Partial<Probe> = {}): Probe => ({
  make: (world, side) => requestIn(world, side, 'assigned'),
  ask: by('requestId'),
  ...more,
});
const organisation = (more: Partial<Probe> = {}): Probe => ({ make: places, ask: by('organisationId'), ...more });
const compound = (more: Partial<Probe> = {}): Probe => ({ make: places, ask: by('compoundId'), ...more });
const roll = (more: Partial<Probe> = {}): Probe => ({ make: importIn, ask: by('importId'), ...more });

const parsed = (text: string | undefined): Record<string, unknown> => {
  const value: unknown = JSON.parse(text ?? '{}');
  return typeof value === 'object' && value !== null ? { ...value } : {};
};

const letters = (): string => once('b').replace(/\D/g, '');
const building = ({ compoundId = '' }: Subject) => ({ id: `${compoundId}.b9${letters()}`, name: '新楼' });
const company = ({ compoundId }: Subject) => ({ name: once('公司'), servesPlaceIds: [compoundId] });
const filing = ({ homeId }: Subject) => ({ category: 'in-home-repair', placeId: homeId, ...words });

const LAST_MONTH = { from: '2026-10-01', until: '2026-10-31' };
const hotlineOf =
  (more: object = {}): Probe['ask'] =>
  async ({ compoundId = '' }, who, world) => {
    const mediaId = who === undefined ? 'nothing' : await uploadSheet(world, who, HOTLINE);
    return { params: { compoundId }, body: { mediaId, ...more } };
  };

/** By route id: how each is asked. */
export const PROBES: Readonly<Record<string, Probe>> = {
  ...Object.fromEntries(Object.entries(MOVES).map(([verb, probe]) => [`requests.${verb}`, probe])),
  'requests.get': request({ shows: (reply, subject) => has(reply, subject['requestId']) }),
  'requests.see-contact': request({ shows: (reply) => has(reply, '"phone":"1999') }),
  'requests.list-place-history': request(),
  'requests.decide-content': request({
    ask: ({ requestId = '' }) => ({ params: { requestId }, body: { clear: true } }),
  }),
  'requests.list-queue': organisation({ shows: (reply) => has(reply, 'counts') }),
  'requests.list-templates': organisation(),
  'requests.save-template': organisation({
    ask: ({ organisationId = '' }) => ({ params: { organisationId }, body: { title: '已接单', ...words } }),
    shows: (reply) => has(reply, '已接单'),
  }),
  'requests.assign-many': {
    make: (world, side) => requestIn(world, side, 'submitted'),
    ask: ({ organisationId = '', technicianId, requestId, rev }) => ({
      params: { organisationId },
      body: { assigneeId: technicianId, requests: [{ requestId, rev: Number(rev) }] },
    }),
    shows: (reply) => has(reply, '"done":true'),
    once: true,
  },
  'requests.look-up-caller': organisation({
    ask: ({ organisationId = '' }, _, world) => ({
      params: { organisationId },
      body: { phone: world.who('a.owner').phone },
    }),
  }),
  'requests.export-of-organisation': organisation({
    ask: ({ organisationId = '' }) => ({ params: { organisationId }, body: LAST_MONTH }),
    shows: (reply) => has(reply, 'exports/'),
  }),
  'requests.export-of-community': compound({
    ask: ({ compoundId = '' }) => ({
      params: { communityId: compoundId.split('.').slice(0, 3).join('.') },
      body: LAST_MONTH,
    }),
    shows: (reply) => has(reply, 'exports/'),
  }),
  'requests.preview-hotline': compound({ ask: hotlineOf(), shows: (reply) => has(reply, 'headerLine') }),
  'requests.file-hotline': compound({ ask: hotlineOf({ lines: [2] }), shows: (reply) => has(reply, '"items"') }),
  'requests.get-rates': organisation({ shows: (reply) => has(reply, 'firstAnswersDue') }),
  'district.list-staff': organisation({ shows: (reply, subject) => has(reply, subject['technicianId']) }),
  'requests.list-neighbourhood': compound({
    make: (world, side) => requestIn(world, side, 'submitted', true),
  }),
  'requests.list-nearby': compound({
    ask: ({ compoundId = '' }) => ({ params: { compoundId }, query: { category: 'in-home-repair' } }),
  }),
  'requests.list-below': { make: places, ask: at('communityId') },
  'requests.list-content-to-check': { make: places, ask: at('communityId') },
  'district.list-codes': compound({ make: codeIn, shows: (reply, subject) => has(reply, subject['codeId']) }),
  'district.make-code': compound({
    ask: ({ entranceId }) => ({ body: { kind: 'lift', placeId: entranceId, label: '电梯' } }),
  }),
  'district.list-roll': compound(),
  'district.get-roll-import': roll({ shows: (reply, subject) => has(reply, subject['importId']) }),
  'district.preview-roll-import': roll({ shows: (reply) => has(reply, '2号楼') }),
  'district.set-roll-layout': roll({
    ask: ({ importId = '', layout }) => ({ params: { importId }, body: parsed(layout) }),
  }),
  'district.begin-roll-import': compound({
    ask: async ({ compoundId = '' }, who, world) => ({
      params: { compoundId },
      body: { mediaId: who === undefined ? 'nothing' : await uploadRoll(world, who) },
    }),
  }),
  'district.start-roll-import': roll({
    ask: ({ importId = '', start }) => ({ params: { importId }, body: parsed(start) }),
    shows: (reply) => has(reply, 'running') || has(reply, 'done'),
    once: true,
  }),
  'district.add-place': compound({ ask: (subject) => ({ body: building(subject) }) }),
  'district.add-places': compound({
    ask: (subject) => ({ params: { placeId: id(subject, 'compoundId') }, body: { places: [building(subject)] } }),
  }),
  'district.change-place': compound({
    ask: ({ entranceId = '' }) => ({ params: { placeId: entranceId }, body: { name: '一单元' } }),
    shows: (reply) => has(reply, '一单元'),
  }),
  'district.add-organisation': compound({ ask: (subject) => ({ body: { kind: 'developer', ...company(subject) } }) }),
  'district.change-organisation': organisation({
    ask: (subject) => ({ params: { organisationId: id(subject, 'organisationId') }, body: company(subject) }),
  }),
  'people.list-claims': {
    make: (world, side) => claimIn(world, side, false),
    ask: ({ compoundId = '' }) => ({ params: { compoundId }, query: { limit: '50' } }),
    shows: (reply, subject) => has(reply, subject['claimId']),
  },
  'people.decide-claim': {
    make: (world, side) => claimIn(world, side, false),
    ask: ({ compoundId = '', claimId = '' }) => ({ params: { compoundId, claimId }, body: { verified: true } }),
    shows: (reply) => has(reply, '"verified"'),
    once: true,
  },
  'people.end-binding': {
    make: (world, side) => claimIn(world, side, true),
    ask: ({ homeId = '', personId = '' }) => ({ params: { homeId, personId }, body: {} }),
    once: true,
  },
  'people.invite-family': {
    make: places,
    ask: ({ homeId = '' }) => ({ params: { homeId }, body: { relation: 'family' } }),
    shows: (reply) => has(reply, '"code"'),
  },
  'people.list-residents': { make: places, ask: by('homeId') },
  'people.list-grants': {
    make: (world, side) => personIn(world, side, true),
    ask: ({ organisationId = '' }) => ({ query: { organisationId, limit: '50' } }),
    shows: (reply, subject) => has(reply, subject['personId']),
  },
  'people.give-grant': {
    make: (world, side) => personIn(world, side, false),
    ask: ({ phone, organisationId }) => ({ body: { phone, role: 'technician', organisationId } }),
  },
  'people.take-grant': {
    make: (world, side) => personIn(world, side, true),
    ask: ({ personId = '', grantId = '' }) => ({ params: { personId, grantId }, body: {} }),
    shows: (reply) => has(reply, '"until"'),
    once: true,
  },
  'requests.file': { make: places, ask: (subject) => ({ body: filing(subject) }) },
  'requests.file-on-behalf': { make: places, ask: (subject) => ({ body: { ...filing(subject), channel: 'phone' } }) },
  'district.read-code': { make: codeIn, ask: by('codeId') },
  'district.get-place': { make: places, ask: at('compoundId') },
  'district.list-places-below': { make: places, ask: at('compoundId'), shows: (reply) => has(reply, '号楼') },
  'district.list-organisations': { make: places, ask: at('compoundId') },
  'command.get-overview': compound(),
  ...COUNCIL_PROBES,
  ...VOLUNTEERS_PROBES,
  ...VOTES_PROBES,
  ...BALLOTS_PROBES,
  ...WISHES_PROBES,
};
