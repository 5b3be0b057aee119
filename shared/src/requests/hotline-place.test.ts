import { namesBuilding, namesCompound, placeNamedIn, plainAddress } from './hotline-place';

const named = (...names: string[]) => names.map((name, at) => ({ id: String(at), name }));
const nameIn = (address: string, ...names: string[]): string | undefined =>
  placeNamedIn(plainAddress(address), named(...names))?.place.name;

describe('places in addresses', () => {
  it('brings spellings of buildings and entrances together', () => {
    expect(plainAddress('和谐家园 三号楼２单元 501室')).toBe('和谐家园3号楼2单元501室');
    expect(plainAddress('3栋二门501')).toBe('3号楼2单元501');
    expect(plainAddress('3-2-501')).toBe('3号楼2单元501');
    expect(plainAddress('12号2单元')).toBe('12号楼2单元');
    expect(plainAddress('3楼2单元')).toBe('3号楼2单元');
  });

  it('takes a name only whole: 1号楼 does not stand in 11号楼', () => {
    expect(nameIn('和谐家园11号楼', '1号楼', '11号楼')).toBe('11号楼');
    expect(nameIn('和谐家园11号楼', '1号楼')).toBeUndefined();
    expect(nameIn('501室', '50室', '501')).toBe('501');
  });

  it('goes on in what is left of the address', () => {
    const building = placeNamedIn(plainAddress('2号楼1单元201'), named('1号楼', '2号楼'));
    expect(building?.place.name).toBe('2号楼');
    const entrance = placeNamedIn(building?.rest ?? '', named('1单元', '2单元'));
    expect(entrance?.place.name).toBe('1单元');
    expect(placeNamedIn(entrance?.rest ?? '', named('101', '201'))?.place.name).toBe('201');
  });

  it('knows the compound by name, and a building that is not there', () => {
    expect(namesCompound('东街 12 号和谐家园小区南门', '和谐家园')).toBe(true);
    expect(namesCompound('东街 12 号', '和谐家园')).toBe(false);
    expect(namesBuilding('和谐家园 99 栋')).toBe(true);
    expect(namesBuilding('和谐家园南门')).toBe(false);
  });
});
