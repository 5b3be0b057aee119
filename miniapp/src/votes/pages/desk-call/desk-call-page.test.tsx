import { render, screen } from '@testing-library/react';
import { getPlace } from '@gongyi/shared/district/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { callCommittee } from '@gongyi/shared/votes/contract-committee';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import DeskCallPage from '.';

let api: ReturnType<typeof fakeApi>;
beforeEach(() => {
  reset();
  api = fakeApi();
  api.on(getPlace, () => ({ place: { id: COMPOUND, name: '和谐家园' }, path: [] }));
  signInAs(aMe());
  openWith({ compound: COMPOUND });
});

it('calls no meeting about what is the owners’, and shows the ways on', async () => {
  await after(() => void render(<DeskCallPage />));
  await screen.findByLabelText('会议名称');
  await write('会议名称', '例会');
  await write('地点', '活动室');
  await write('事项名称', '选聘示例物业公司');
  await write('要决定什么', '合同三年。');
  expect(screen.getByText(/由业主共同决定，四方和业委会都不能议定/)).toBeTruthy();
  await tap('告知议程');
  expect(api.asked(callCommittee)).toHaveLength(0);
  await tap('发起表决');
  expect(done.at(-1)?.options).toEqual({ url: `/votes/pages/desk-draft/index?compound=${COMPOUND}` });
  await write('事项名称', '提请业主大会表决选聘示例物业公司');
  expect(screen.queryByText(/由业主共同决定/)).toBeNull();
  api.on(callCommittee, () => refuse('no-committee'));
  await tap('告知议程');
  expect(api.asked(callCommittee)).toHaveLength(1);
});
