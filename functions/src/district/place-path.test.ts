import { shortNameOf } from './place-path';

const ids = ['jn', 'jn.s1', 'jn.s1.c1', 'jn.s1.c1.x1', 'jn.s1.c1.x1.b1', 'jn.s1.c1.x1.b1.e1', 'jn.s1.c1.x1.b1.e1.h1'];
const named = (...below: string[]) => {
  const names = ['集宁区', '东街', '一社区', ...below];
  const path = names.map((name, at) => ({ id: ids[at] ?? '', name }));
  const { id = '', name = '' } = path.at(-1) ?? {};
  return shortNameOf({ place: { id, name }, path });
};

it('names a home from its compound down', () => {
  expect(named('阳光小区', '3号楼', '2单元', '501')).toBe('阳光小区 3号楼 2单元 501');
  expect(named()).toBe('一社区');
});

it('leaves out upper names where all would be longer than what is kept of a home', () => {
  const long = '很'.repeat(60);
  expect(named(long, '3号楼', '2单元', '501')).toBe(`${long} 3号楼 2单元 501`);
  expect(named(long, long, '2单元', '501')).toBe(`${long} 2单元 501`);
  expect(named('阳光小区', long, long, '501')).toBe(`${long} 501`);
  expect(named(long, long, long, long)).toBe(long);
});
