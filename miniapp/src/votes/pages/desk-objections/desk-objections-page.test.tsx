import { render, screen } from '@testing-library/react';
import { answerVoteObjection, listVoteObjections } from '@gongyi/shared/votes/contract-result';
import type { VoteObjection } from '@gongyi/shared/votes/contract-result';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { aVote } from '../../../../test/vote-samples';
import DeskObjectionsPage from '.';

const at = Date.now();
const objection = (id: string, words: string, answered = false): VoteObjection => ({
  id,
  at,
  signature: `${id}号楼 王**`,
  words,
  wordsState: 'clear',
  mine: false,
  ...(answered ? { answer: { at, by: '业委会', words: '已重新核对。', wordsState: 'clear' as const } } : {}),
});

let api: ReturnType<typeof fakeApi>;

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe());
  openWith({ id: 'v1' });
  api.on(getVote, () => aVote({ status: 'published', publishedAt: at }));
});

it('answers an objection and shows the list as it is then; further ones come when asked', async () => {
  let answered = false;
  const flags = { mayObject: false, mayAnswer: true };
  api.on(listVoteObjections, ({ query }) =>
    query.cursor === 'next'
      ? { items: [objection('9', '早已答复的一条', true)], ...flags }
      : { items: [objection('3', '3号楼的面积不对', answered)], cursor: 'next', ...flags },
  );
  api.on(answerVoteObjection, () => {
    answered = true;
    return { items: [], ...flags };
  });
  await after(() => void render(<DeskObjectionsPage />));
  await tap('看更多');
  expect(screen.getByText('早已答复的一条')).toBeTruthy();
  await tap('答复 3号楼 王**');
  await write('您的答复', '已重新核对。', sheet());
  await tap('公开答复', sheet());
  expect(api.asked(answerVoteObjection)[0]).toMatchObject({
    params: { voteId: 'v1', objectionId: '3' },
    body: { words: '已重新核对。' },
  });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('已重新核对。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '答复 3号楼 王**' })).toBeNull();
});

it('says that nobody objected', async () => {
  api.on(listVoteObjections, () => ({ items: [], mayObject: false, mayAnswer: true }));
  await after(() => void render(<DeskObjectionsPage />));
  expect(screen.getByText('没有人提出异议。')).toBeTruthy();
});
