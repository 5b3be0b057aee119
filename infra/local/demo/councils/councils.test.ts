import { callSession, proposeTopic } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES, earliestStart } from '@gongyi/shared/council/council-rules';
import { reservedOf } from '@gongyi/shared/council/topic-matters';
import { seatsOf, speakingParties } from '@gongyi/shared/council/seats';
import { TOPIC_STATUSES } from '@gongyi/shared/council/kinds';
import { livelyCompounds } from '../cast';
import { sessionMoveRoutes, topicMoveRoutes } from '../council-routes';
import { planOrganisations } from '../plan-organisations';
import { planPlaces } from '../plan-places';
import { DEMO_DAYS_MS } from '../seed';
import { instantOf } from './council-tale';
import type { CouncilBeat, CouncilRefs } from './council-tale';
import { councilTalesOf } from './index';

const READY = 1_800_000_000_000;
const at = (hours: number): number => READY + hours * 3_600_000;
const refs: CouncilRefs = {
  instant: (when) => instantOf(when, at),
  topic: (key) => `t${key.replaceAll('-', '')}`,
  session: (key) => `s${key.replaceAll('-', '')}`,
  step: () => 2,
  code: 'code',
};

const schemaOf = (beat: CouncilBeat) => {
  if (beat.move === 'propose') return proposeTopic.body;
  if (beat.move === 'call') return callSession.body;
  return beat.about === 'topic' ? topicMoveRoutes[beat.move].body : sessionMoveRoutes[beat.move].body;
};
const bodyOf = (beat: CouncilBeat): Record<string, unknown> => ({
  ...(beat.move === 'propose' || beat.move === 'call' ? {} : { rev: 1 }),
  ...(beat.pictures === undefined ? {} : { photos: beat.pictures.photos.map(() => 'm1') }),
  ...beat.body?.(refs),
});

describe.each(councilTalesOf('full').map((tale) => [tale.key, tale] as const))('council tale %s', (_, tale) => {
  it('says what the contract lets people say', () => {
    for (const beat of tale.beats)
      expect([beat.move, schemaOf(beat)['~standard'].validate(bodyOf(beat))]).not.toEqual([
        beat.move,
        expect.objectContaining({ issues: expect.anything() as unknown }),
      ]);
  });

  it('goes on in time, within the days that are told, and gives each session its notice', () => {
    const times = tale.beats.map((beat) => instantOf(beat.at, at));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(Math.min(...times)).toBeGreaterThan(READY + DEMO_DAYS_MS);
    expect(Math.max(...times)).toBeLessThan(READY);
    for (const beat of tale.beats) {
      if (beat.move !== 'call') continue;
      const { startsAt } = callSession.body.parse(bodyOf(beat));
      expect(startsAt).toBeGreaterThan(earliestStart(DEFAULT_COUNCIL_RULES, instantOf(beat.at, at)));
    }
  });

  it('decides nothing that is the owners’ together', () => {
    for (const beat of tale.beats) {
      if (beat.move !== 'propose') continue;
      const { matter, title, words } = proposeTopic.body.parse(bodyOf(beat));
      const reserved = reservedOf(matter, title, words);
      expect([beat.on, reserved]).toEqual([beat.on, tale.topics[beat.on] === 'redirected' ? reserved : undefined]);
    }
  });
});

describe('all council tales', () => {
  it.each(['full', 'small'] as const)('bring topics to almost every stage, %s', (size) => {
    const tales = councilTalesOf(size);
    const stages = new Set(tales.flatMap(({ topics }) => Object.values(topics)));
    // Agreed alone lasts from the session to its minutes only.
    expect(TOPIC_STATUSES.filter((status) => !stages.has(status))).toEqual(['agreed']);
    const sessions = tales.flatMap(({ sessions: held = {} }) => Object.values(held));
    expect(sessions).toEqual(expect.arrayContaining(['called', 'on-notice', 'in-force', 'failed']));
  });

  it('have keys of their own', () => {
    const keys = councilTalesOf('full').flatMap(({ topics, sessions = {} }) => [
      ...Object.keys(topics),
      ...Object.keys(sessions),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe.each(['full', 'small'] as const)('the tables of four, %s', (size) => {
  const plan = planPlaces(size);
  const organisations = planOrganisations(plan).map(({ key, ...one }) => ({ id: key, ...one }));
  const seatsIn = (compoundId: string) =>
    seatsOf(
      organisations.filter(({ servesPlaceIds }) =>
        servesPlaceIds.some((placeId) => compoundId === placeId || compoundId.startsWith(`${placeId}.`)),
      ),
    );

  it('have every seat taken; in the main compound by the parties’ own bodies', () => {
    for (const { id } of plan.compounds) expect(seatsIn(id).filter(({ bodyId }) => bodyId === undefined)).toEqual([]);
    expect(seatsIn(livelyCompounds(plan).main.id).filter(({ standIn }) => standIn)).toEqual([]);
  });

  it('have stand-ins where a compound has no owners’ committee, and no company', () => {
    const { sampleA, bare } = livelyCompounds(plan);
    const standIns = (id: string) => seatsIn(id).flatMap(({ party, standIn }) => (standIn ? [party] : []));
    expect(standIns(sampleA.id)).toEqual(['owners-committee']);
    expect(standIns(bare.id)).toEqual(['owners-committee', 'property-company']);
    expect(speakingParties(seatsIn(bare.id))).toHaveLength(3);
  });
});
