import fc from 'fast-check';
import { homePath, labelSegment } from './home-path';
import { PlaceId } from './place';
import { homeName, readBuildingCell, readEntranceCell, readRoom } from './room-number';

const read = (text: string) => {
  const labels = readRoom(text);
  return labels && `${labels.building}|${labels.entrance}|${labels.room}`;
};

describe('room numbers', () => {
  it.each([
    ['1号楼1单元101室', '1|1|101'],
    ['１栋1单元102', '1|1|102'],
    ['1#1-103', '1|1|103'],
    ['1-1-201', '1|1|201'],
    ['１－１－２０１', '1|1|201'],
    ['一号楼二单元301室', '1|2|301'],
    ['十二号楼一单元1203', '12|1|1203'],
    ['二十三栋三单元101', '23|3|101'],
    ['A座1203', 'A|1|1203'],
    ['a座 1203 室', 'A|1|1203'],
    ['1幢-1-101', '1|1|101'],
    ['1幢1-101', '1|1|101'],
    ['3-501', '3|1|501'],
    ['3号楼501', '3|1|501'],
    ['3号2单元501', '3|2|501'],
    ['3号501', '3|1|501'],
    ['3楼2单元501', '3|2|501'],
    ['3楼2门501', '3|2|501'],
    ['3号楼甲单元501', '3|甲|501'],
    ['3号楼东单元201', '3|东|201'],
    ['3号楼东门201', '3|东|201'],
    ['5号楼1单元3层302室', '5|1|302'],
    ['5号楼1单元3楼302', '5|1|302'],
    ['5号楼1单元3层东户', '5|1|3层东'],
    ['5号楼1单元501东户', '5|1|501东'],
    ['1#2#301', '1|2|301'],
    ['1#楼2单元301', '1|2|301'],
    ['1 号楼 2 单元 301 号', '1|2|301'],
    ['01-02-0301', '1|2|301'],
    ['1/2/301', '1|2|301'],
    ['1.2.301', '1|2|301'],
    ['1—2—301', '1|2|301'],
    ['3-2单元501', '3|2|501'],
    ['阳光小区3号楼2单元501室', '3|2|501'],
    ['幸福里3-2-501', '3|2|501'],
    ['解放路12号3号楼2单元501', '3|2|501'],
    ['解放路12号3-2-501', '3|2|501'],
    ['解放路12号院3号楼2单元501', '3|2|501'],
    ['东门小区3号楼2单元501', '3|2|501'],
    ['星座小区3号楼2单元501', '3|2|501'],
    ['二期3号楼2单元501', '2期3|2|501'],
    ['A区3号楼2单元501', 'A区3|2|501'],
    ['东3号楼2单元501', '东3|2|501'],
    ['2-3-1-501', '2-3|1|501'],
    ['3号楼A座501', '3-A|1|501'],
    ['3A号楼1单元501', '3A|1|501'],
    ['B1-2-501', 'B1|2|501'],
    ['3号楼商铺5', '3|1|商铺5'],
    ['3号楼5号商铺', '3|1|商铺5'],
    ['3号楼1单元负一层12号', '3|1|负1层12'],
    ['3号楼1单元-1层12号', undefined],
    ['3-1--101', '3|1|-101'],
    ['3号楼1单元负101', '3|1|-101'],
    ['3号楼地下室12', '3|1|地下室12'],
    ['3号楼会所', '3|1|会所'],
    ['1号院2号楼3单元401', '1号院2|3|401'],
    ['3栋1单元301-2', '3|1|301-2'],
    ['3栋301-2室', '3|1|301-2'],
    ['B座1单元12A01', 'B|1|12A01'],
    ['1号楼.1单元.101', '1|1|101'],
    ['1号楼,1单元,101', '1|1|101'],
    ['商铺12', '商铺|1|12'],
    ['12号商铺', '商铺|1|12'],
    ['3号楼1单元1101(跃)', '3|1|1101'],
    ['3号楼1单元601(阁楼)', '3|1|阁楼601'],
  ])('reads %s as %s', (text, labels) => {
    expect(read(text)).toBe(labels);
  });

  it.each([
    '',
    '101',
    '101室',
    '1单元101',
    '无',
    '业主',
    '2026-01-12',
    '1号楼',
    '3号楼1单元',
    '1-1-101、102',
    '1号楼1单元1101-1102',
    '示例小区',
    '1-2-3-4-5',
    '301-2',
    '3-301-2',
    '1号甲楼1单元101',
    '商铺3-2号',
    '合计',
    '1号楼商铺1-2',
  ])('reads no home from %p', (text) => {
    expect(readRoom(text)).toBeUndefined();
  });

  it('takes building and entrance from what stands beside it', () => {
    const context = { building: '6', entrance: '3' };
    expect(readRoom('1701', context)).toEqual({ building: '6', entrance: '3', room: '1701' });
    expect(readRoom('-101', context)).toEqual({ building: '6', entrance: '3', room: '-101' });
    expect(readRoom('101', { building: '6' })).toEqual({ building: '6', entrance: '1', room: '101' });
    expect(readRoom('2-101', { building: '6' })).toEqual({ building: '6', entrance: '2', room: '101' });
    expect(readRoom('2单元101', { building: '6' })).toEqual({ building: '6', entrance: '2', room: '101' });
    expect(readRoom('5号楼2单元101', context)).toEqual({ building: '5', entrance: '2', room: '101' });
  });

  it.each([
    ['6号楼', { building: '6' }],
    ['６', { building: '6' }],
    ['6号', { building: '6' }],
    ['6楼', { building: '6' }],
    ['六号楼', { building: '6' }],
    ['A座', { building: 'A' }],
    ['甲', { building: '甲' }],
    ['3号楼2单元', { building: '3', entrance: '2' }],
    ['3-2', { building: '3', entrance: '2' }],
    ['商铺', { building: '商铺' }],
    ['填表单位2', undefined],
    ['', undefined],
  ])('reads the building cell %p', (text, expected) => {
    expect(readBuildingCell(text)).toEqual(expected);
  });

  it.each([
    ['2单元', '2'],
    ['二单元', '2'],
    ['二', '2'],
    ['02', '2'],
    ['东', '东'],
    ['B', 'B'],
    ['2门', '2'],
    ['说明', undefined],
  ])('reads the entrance cell %p as %p', (text, expected) => {
    expect(readEntranceCell(text)).toBe(expected);
  });

  it('reads its own names back', () => {
    const label = fc.integer({ min: 1, max: 99 }).map(String);
    const building = fc.oneof(label, fc.constantFrom('A', 'B1', '甲'));
    const room = fc.oneof(fc.integer({ min: 101, max: 3399 }).map(String), fc.constantFrom('商铺5', '301东'));
    fc.assert(
      fc.property(building, label, room, (b, e, r) => {
        const labels = { building: b, entrance: e, room: r };
        expect(readRoom(homeName(labels))).toEqual(labels);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('1203-#号楼单元栋室甲东负铺()（） a')) }), (text) => {
        const labels = readRoom(text);
        expect(labels === undefined || PlaceId.safeParse(`jn.s1.c1.x1.${homePath(labels)}`).success).toBe(true);
      }),
    );
  });
});

describe('home paths', () => {
  it('fits the place id', () => {
    for (const labels of [
      { building: '3', entrance: '2', room: '501' },
      { building: '甲', entrance: '东', room: '商铺5' },
      { building: '2期3', entrance: '1', room: '-101' },
    ]) {
      expect(PlaceId.safeParse(`jn.s03.c12.x05.${homePath(labels)}`).success).toBe(true);
    }
  });

  it('keeps different labels apart', () => {
    const labels = new Set<string>();
    for (let i = 0; i < 3000; i += 1) {
      for (const label of [`${i}`, `-${i}`, `商铺${i}`, `地下室${i}`, `N${i}`, `Y${i}`, `${i}A`, `2期${i}`, `${i}东`])
        labels.add(label);
    }
    for (const label of '甲乙丙丁戊己庚辛壬癸东西南北中') labels.add(label);
    expect(new Set([...labels].map(labelSegment)).size).toBe(labels.size);
  });
});
