import { CAST_KEYS, memberOf, phoneOf } from './cast';
import { isDemoPhone, isMadeUp } from './made-up';
import { planPlaces } from './plan-places';
import { makeRoll } from './rolls';
import { madeRolls } from './seed-rolls';

const linesOf = (csv: string): string[][] =>
  csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

describe('a made roll', () => {
  const known = [{ path: 'b2.e1.h302', name: '曹范例', phone: '19900000024' }];
  const spec = { buildings: 3, entrances: 2, floors: 5, perFloor: 2, firstPerson: 50, known };

  it.each(['plain', 'joined'] as const)('has a line for every home, in the %s style', (style) => {
    const { csv, homes } = makeRoll({ style, ...spec });
    expect(homes).toBe(60);
    expect(linesOf(csv).length - homes).toBe(style === 'plain' ? 1 : 2);
  });

  it('gives the known owner the known home', () => {
    const line = linesOf(makeRoll({ style: 'plain', ...spec }).csv).find((cells) => cells.includes('曹范例'));
    expect(line?.slice(0, 3)).toEqual(['2号楼', '1', '302']);
    expect(line?.[6]).toBe('19900000024');
  });

  it('names nobody who could be real, and shows unsold, co-owned and repeated buyers', () => {
    const owners = linesOf(makeRoll({ style: 'plain', ...spec }).csv).slice(1);
    const names = owners.map((cells) => cells[4] ?? '');
    for (const [index, name] of names.entries()) {
      if (owners[index]?.[7] === '未售') continue;
      expect(name.split('、').every(isMadeUp)).toBe(true);
      expect((owners[index]?.[6] ?? '').split('、').every(isDemoPhone)).toBe(true);
    }
    expect(owners.some((cells) => cells[7] === '未售')).toBe(true);
    expect(names.some((name) => name.includes('、'))).toBe(true);
    expect(new Set(names).size).toBeLessThan(names.length);
  });
});

describe.each(['full', 'small'] as const)('the rolls of the demonstration, %s', (size) => {
  it('carry every owner of the cast with their number', () => {
    const rolls = madeRolls(size, planPlaces(size)).map(({ bytes }) => new TextDecoder().decode(bytes));
    for (const key of CAST_KEYS) {
      if (memberOf(key).owns === undefined) continue;
      expect(rolls.filter((roll) => roll.includes(memberOf(key).name) && roll.includes(phoneOf(key)))).toHaveLength(1);
    }
  });
});
