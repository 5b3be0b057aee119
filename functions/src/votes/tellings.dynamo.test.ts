import { DAY } from '@gongyi/shared/kernel/time';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import type { Vote } from '@gongyi/shared/votes/vote';
import { VoteObjections } from '@gongyi/shared/votes/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { noticeJobs } from '../notices/jobs';
import { templateTime } from '../notices/notice-words';
import { api } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { derivedId } from '../platform/idempotency';
import { advanceJob } from '../platform/jobs';
import { queryAll, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { MATTER, deliverVote, done, newCompound, voteIn } from './votes-for-tests';
import type { Compound } from './votes-for-tests';
import { findVote, voteBegins, voteWrites } from './vote-store';

const services = withServices();
let compound: Compound;
beforeAll(async () => {
  compound = await newCompound(services, 'vo');
}, 60_000);

/** A vote in whatever state a test needs. */
const stored = async (name: string, more: Partial<Vote>): Promise<Vote> => {
  const { compoundId, director } = compound;
  const now = Date.now();
  const id = derivedId('vote', name);
  const doing = { maker: { personId: director.personId, as: 'owners-committee', name: '吴**' }, op: id, now };
  const vote: Omit<Vote, 'fingerprint'> = {
    id,
    number: '1128-TEST',
    rev: 1,
    status: 'draft',
    compoundId,
    compoundName: '阳光小区',
    starter: 'owners-committee',
    startedBy: director.personId,
    startedByName: '吴**',
    title: '车位表决',
    scope: { kind: 'compound' },
    matters: [{ id: 'm1', ...MATTER, attachments: [] }],
    rulesInForce: { version: 0, rules: DEFAULT_VOTING_RULES },
    scrutineers: [],
    doorCallers: [],
    begunAt: now,
    since: now,
    wordsCheck: 'clear',
    ...more,
  };
  await writeTogether(voteBegins(vote, 'drafted', doing));
  const written = await findVote(id);
  if (written === undefined) throw new Error('not written');
  return written;
};
const Inbox = z.object({ items: z.array(z.object({ kind: z.string(), title: z.string(), words: z.string() })) });
const inboxOf = async (someone: Someone) => z.parse(Inbox, done(await someone.get('/notices?limit=50'))).items;
const kindsOf = async (someone: Someone) => (await inboxOf(someone)).map(({ title }) => title);

it('tells every owner once what was announced, in words that say 征求意见, and nobody else', async () => {
  const { owner, neighbour, stranger, manager } = compound;
  const vote = await stored('announced', {});
  const times = { opensAt: Date.now() + 15 * DAY, closesAt: Date.now() + 30 * DAY };
  const effect = {
    change: { status: 'on-notice', noticeAt: Date.now(), ...times },
    event: { kind: 'announced', facts: times },
  } as const;
  const doing = { maker: { as: 'owners-committee', name: '吴**' }, op: 'announce', now: Date.now() };
  await writeTogether(voteWrites(vote, effect, doing));
  await deliverVote(vote.id);
  await deliverVote(vote.id);
  await advanceJob(`tell-${vote.id}-2`, noticeJobs);
  for (const someone of [owner, neighbour]) {
    expect((await inboxOf(someone)).filter(({ kind }) => kind === 'vote-announced')).toMatchObject([
      { title: '业主表决公告', words: expect.stringContaining('征求意见') },
    ]);
  }
  for (const someone of [stranger, manager]) expect(await kindsOf(someone)).not.toContain('业主表决公告');
  // What goes to the phone beside it says 征求意见 and when it begins, and links to the vote.
  const notices = await queryAll({ pk: keys.unread(owner.personId).pk, prefix: 'N#' });
  expect(notices.find(({ kind }) => kind === 'vote-announced')?.['push']).toEqual({
    template: 'vote-progress',
    page: `votes/pages/vote/index?id=${vote.id}`,
    data: {
      character_string1: '1128-TEST',
      thing2: '征求意见：车位表决',
      phrase3: '将开始投票',
      time4: templateTime(times.opensAt),
    },
  });
});

it('lists objections page by page, those unanswered first, each once', async () => {
  const { owner, director } = compound;
  const vote = await stored('pages', { status: 'published', noticeAt: Date.now(), publishedAt: Date.now() });
  const path = `/votes/${vote.id}/objections`;
  const page = async (query: string): Promise<VoteObjections> =>
    z.parse(VoteObjections, done(await owner.get(`${path}${query}`)));
  const words = ['第一条', '第二条', '第三条', '第四条', '第五条'];
  for (const one of words) done(await owner.post(path, { words: one }));
  const second = (await page('')).items.find((one) => one.words === '第二条');
  done(await director.post(`${path}/${second?.id ?? ''}/answer`, { words: '已答复。' }));

  const first = await page('?limit=2');
  const further = await page(`?limit=2&cursor=${first.cursor ?? ''}`);
  const last = await page(`?limit=2&cursor=${further.cursor ?? ''}`);
  expect([first, further, last].map(({ items }) => items.map((one) => one.words))).toEqual([
    ['第五条', '第四条'],
    ['第三条', '第一条'],
    ['第二条'],
  ]);
  expect(last.cursor).toBeUndefined();
  expect(await director.get(`${path}?cursor=${first.cursor ?? ''}`)).toMatchObject({
    body: { code: 'cursor-invalid' },
  });
});

it('takes an owner’s objection while a result can be challenged, and answers it once', async () => {
  const { owner, director, manager, stranger } = compound;
  const vote = await stored('result', { status: 'published', noticeAt: Date.now(), publishedAt: Date.now() });
  const path = `/votes/${vote.id}/objections`;
  for (const someone of [manager, stranger])
    expect(await someone.post(path, { words: '重新数' })).toMatchObject({ status: 409 });
  const key = 'object-once-please-1';
  const objected = z.parse(VoteObjections, done(await owner.post(path, { words: '请公布每户面积。' }, key)));
  expect(z.parse(VoteObjections, done(await owner.post(path, { words: '请公布每户面积。' }, key)))).toEqual(objected);
  const [mine] = objected.items;
  expect(mine).toMatchObject({ mine: true, signature: '1号楼 王**', words: '请公布每户面积。' });
  const hidden = z.parse(VoteObjections, done(await api.call('GET', path)));
  expect(hidden.items[0]?.words).toBeUndefined();
  await deliverVote(vote.id);
  expect(await kindsOf(director)).toContain('有人对结果提出异议');
  const answer = `${path}/${mine?.id ?? ''}/answer`;
  expect(await owner.post(answer, { words: '我自己答' })).toMatchObject({ body: { code: 'move-not-allowed' } });
  done(await director.post(answer, { words: '面积在公告附件里。' }));
  expect(await director.post(answer, { words: '再答' })).toMatchObject({ body: { code: 'already-answered' } });
  await deliverVote(vote.id);
  expect(await kindsOf(owner)).toContain('异议有了答复');
  expect(voteIn(await api.call('GET', `/votes/${vote.id}`)).objections).toBe(1);
});
