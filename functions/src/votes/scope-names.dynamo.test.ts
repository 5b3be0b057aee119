import { withServices } from '../../../infra/local/services-for-tests';
import { addPlaceOnce } from '../district/place-store';
import { partNames, scopeNamesOf } from './scope-names';

withServices();

it('names an entrance with its building, as the notice must', async () => {
  for (const [id, name] of [
    ['sn.s1.c1.x1.b3', '3号楼'],
    ['sn.s1.c1.x1.b3.e2', '2单元'],
    ['sn.s1.c1.x1.b4', '4号楼'],
  ] as const)
    await addPlaceOnce({ id, name }, id);
  expect(await partNames(['sn.s1.c1.x1.b3.e2', 'sn.s1.c1.x1.b4'])).toEqual(['3号楼2单元', '4号楼']);
  expect(await scopeNamesOf({ scope: { kind: 'compound' } })).toEqual([]);
});
