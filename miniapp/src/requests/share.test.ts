import { shareTitle } from './share';

it('forwards the compound, what it is and how it stands, and no home', () => {
  const title = shareTitle({ category: 'lighting', status: 'in-progress', placeName: '和谐家园 3号楼 2单元 501' });
  expect(title).toBe('和谐家园 照明：处理中');
});
