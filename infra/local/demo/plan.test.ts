import { Organisation } from '@gongyi/shared/district/organisation';
import { Place, ancestorOf, parentOf } from '@gongyi/shared/district/place';
import { castPhone, isDemoPhone, isMadeUp, MADE_UP_NAMES, madeUpName, ownerPhone } from './made-up';
import { planOrganisations } from './plan-organisations';
import { planPlaces, SCALE, spread } from './plan-places';
import { DEMO_LABEL } from './words';

const all = (size: 'full' | 'small') => {
  const plan = planPlaces(size);
  return [plan.district, ...plan.streets, ...plan.communities, ...plan.grids, ...plan.compounds];
};
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe.each(['full', 'small'] as const)('the demonstration district, %s', (size) => {
  const plan = planPlaces(size);
  const organisations = planOrganisations(plan);

  it('has the scale it says', () => {
    expect(plan.streets).toHaveLength(SCALE[size].streets);
    expect(plan.communities).toHaveLength(SCALE[size].communities);
    expect(plan.compounds).toHaveLength(SCALE[size].compounds);
  });

  it('has lawful places with ids of their own, parents before children', () => {
    const seen = new Set<string>();
    for (const place of all(size)) {
      expect(Place.parse(place)).toEqual(place);
      const parent = parentOf(place.id);
      expect(parent === undefined || seen.has(parent)).toBe(true);
      expect(seen.has(place.id)).toBe(false);
      seen.add(place.id);
    }
  });

  it('gives every community two to four grids, and every compound a grid of its own community', () => {
    for (const { id } of plan.communities) {
      const grids = plan.grids.filter((grid) => parentOf(grid.id) === id);
      expect(grids.length).toBeGreaterThanOrEqual(2);
      expect(grids.length).toBeLessThanOrEqual(4);
      expect(plan.compounds.some((compound) => parentOf(compound.id) === id)).toBe(true);
    }
    for (const { id, gridId } of plan.compounds) expect(parentOf(gridId ?? '')).toBe(parentOf(id));
  });

  it('names every compound and organisation once and says that it is a demonstration', () => {
    expect(unique(plan.compounds.map(({ name }) => name))).toBe(true);
    expect(unique(plan.communities.map(({ name }) => name))).toBe(true);
    expect(unique(organisations.map(({ name }) => name))).toBe(true);
    for (const { name } of [plan.district, ...plan.compounds, ...organisations]) expect(name).toContain(DEMO_LABEL);
  });

  it('has lawful organisations, numbers that reach nobody, one company at most for a compound', () => {
    const served = new Map<string, number>();
    for (const { key, ...organisation } of organisations) {
      expect(Organisation.parse({ id: 'x', ...organisation })).toEqual({ id: 'x', ...organisation });
      expect(key).not.toBe('');
      if (organisation.phone !== undefined) expect(isDemoPhone(organisation.phone)).toBe(true);
      expect(organisation.servesPlaceIds.length).toBeGreaterThan(0);
      if (organisation.kind !== 'property-company') continue;
      for (const id of organisation.servesPlaceIds) served.set(id, (served.get(id) ?? 0) + 1);
      expect(new Set(organisation.servesPlaceIds.map((id) => ancestorOf(id, 'street'))).size).toBe(1);
    }
    expect([...served.values()].every((count) => count === 1)).toBe(true);
    expect(served.size).toBeLessThan(plan.compounds.length);
    expect(served.size).toBeGreaterThan(plan.compounds.length / 2);
    expect(unique(organisations.map(({ key }) => key))).toBe(true);
  });
});

describe('made-up people', () => {
  it('have names nobody takes for a real person’s, each once', () => {
    const names = Array.from({ length: MADE_UP_NAMES }, (_, index) => madeUpName(index));
    expect(unique(names)).toBe(true);
    for (const name of names) expect(isMadeUp(name)).toBe(true);
  });

  it('have numbers that reach nobody, each once', () => {
    const numbers = [
      ...Array.from({ length: 41 }, (_, index) => castPhone(index)),
      ...Array.from({ length: 500 }, (_, index) => ownerPhone(index)),
    ];
    expect(unique(numbers)).toBe(true);
    for (const number of numbers) expect(isDemoPhone(number)).toBe(true);
  });
});

describe('spread', () => {
  it.each([
    [553, 71],
    [71, 10],
    [6, 3],
    [3, 2],
  ])('shares out %i among %i without losing one', (total, parts) => {
    const counts = spread(total, parts);
    expect(counts).toHaveLength(parts);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});
