import { areaFault, isTotalLabel, readArea, readStatus } from './roll-rules-cells';

describe('area cells', () => {
  it.each([
    ['105.30平米', 10530],
    ['59.91㎡', 5991],
    ['７６.８８', 7688],
    ['143.86', 14386],
    ['88.10000000000001', 8810],
    ['88.09999999999999', 8810],
    ['-138.47', -13847],
    ['－138.47', -13847],
    ['(138.47)', -13847],
    ['1,088.5', 108850],
    [' 90 平方米', 9000],
    ['90m²', 9000],
    ['约90', 9000],
    ['.5', 50],
    ['', 'area-missing'],
    ['　', 'area-missing'],
    ['/', 'area-missing'],
    ['—', 'area-missing'],
    ['待测', 'area-missing'],
    ['一百', 'area-unreadable'],
    ['90+10', 'area-unreadable'],
    ['1.2.3', 'area-unreadable'],
  ])('reads %p as %p', (cell, area) => {
    expect(readArea(cell)).toBe(area);
  });

  it.each([
    [499, 'area-implausible'],
    [500, undefined],
    [200_000, undefined],
    [200_001, 'area-implausible'],
    [0, 'area-not-positive'],
    [-500, 'area-not-positive'],
  ])('judges %i as %p', (area, fault) => {
    expect(areaFault(area)).toBe(fault);
  });
});

describe('what a row says about the developer', () => {
  const none = { sold: '', delivered: '', note: '', owner: '' };
  it.each([
    [{ note: '未售' }, 'unsold'],
    [{ delivered: '未售' }, 'unsold'],
    [{ sold: '否' }, 'unsold'],
    [{ sold: '待售' }, 'unsold'],
    [{ owner: '未售' }, 'unsold'],
    [{ delivered: '未交付' }, 'undelivered'],
    [{ delivered: '否' }, 'undelivered'],
    [{ note: '已售未交房' }, 'undelivered'],
    [{ delivered: '已交付' }, 'owned'],
    [{ sold: '已售', delivered: '是' }, 'owned'],
    [{ note: '否' }, 'owned'],
    [{ note: '出租' }, 'owned'],
    [{}, 'owned'],
  ])('%p is %s', (cells, status) => {
    expect(readStatus({ ...none, ...cells })).toBe(status);
  });
});

it.each([
  ['合计', true],
  ['1号楼小计', true],
  ['总 计:', true],
  ['本页小计', true],
  ['1号楼', false],
  ['张伟', false],
  ['', false],
])('%p labels a total: %p', (cell, is) => {
  expect(isTotalLabel(cell)).toBe(is);
});
