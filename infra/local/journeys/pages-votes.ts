import { getMyLines } from '@gongyi/shared/votes/contract-ballots';
import { listCommitteeVotes } from '@gongyi/shared/votes/contract-committee';
import { listRepairs } from '@gongyi/shared/votes/contract-emergency';
import { listVotes } from '@gongyi/shared/votes/contract-votes';
import { COVENANT_VOTE, LIFT_VOTE, MEETING, PETITION, REPAIR } from '../demo/votes/tales';
import { callAs } from './api';
import { idNamed } from './page-to-see';
import type { PageToSee } from './page-to-see';
import type { World } from './world';

/** What the demonstration's votes left for looking at. */
export interface VoteSubjects {
  readonly lift: string;
  readonly covenant: string;
  readonly petition: string;
  readonly meeting: string;
  readonly repair: string;
  /** The resident's own line in the vote on the lift, where they have cast. */
  readonly line: string;
}

export const voteSubjects = async ({ system, places }: World): Promise<VoteSubjects> => {
  const resident = await callAs(system, 'demo-resident');
  const params = { compoundId: places.main.id };
  const at = async (stage: string) => (await resident.send(listVotes, { params, query: { stage } })).items;
  const lift = idNamed(await at('done'), LIFT_VOTE.title);
  const { lines } = await resident.send(getMyLines, { params: { voteId: lift } });
  return {
    lift,
    covenant: idNamed(await at('running'), COVENANT_VOTE.title),
    petition: idNamed(await at('gathering'), PETITION.title),
    meeting: idNamed((await resident.send(listCommitteeVotes, { params })).items, MEETING.title),
    repair: idNamed((await resident.send(listRepairs, { params })).items, REPAIR.title),
    line: String(lines[0]?.line ?? 0),
  };
};

const votePage = (page: string, query = ''): string => `votes/pages/${page}/index${query}`;

/** The owners' votes, as owners, visitors, the committee and the community see them. */
export const votePages = (ids: VoteSubjects): readonly PageToSee[] => [
  { name: 'votes', who: 'demo-resident', path: votePage('votes'), until: COVENANT_VOTE.title },
  {
    name: 'vote-open',
    who: 'demo-resident',
    path: votePage('vote', `?id=${ids.covenant}`),
    until: '为您计票',
  },
  {
    name: 'vote-petition',
    who: 'demo-resident',
    path: votePage('vote', `?id=${ids.petition}`),
    until: '我要联名',
  },
  {
    name: 'vote-receipt',
    who: 'demo-resident',
    path: votePage('receipt', `?vote=${ids.lift}&line=${ids.line}`),
    until: '证明已经好了',
  },
  {
    name: 'vote-petition-form',
    who: 'demo-resident',
    path: votePage('petition'),
    until: '这次提议叫什么',
  },
  { name: 'vote-result', path: votePage('result', `?id=${ids.lift}`), until: /3号楼2单元的业主/ },
  { name: 'vote-verify', path: votePage('verify', `?vote=${ids.lift}`), until: '核对无误' },
  { name: 'vote-committee', path: votePage('committee', `?id=${ids.meeting}`), until: MEETING.title },
  { name: 'vote-record', path: votePage('record', `?id=${ids.lift}`), until: '记录完整' },
  { name: 'vote-committees', who: 'demo-resident', path: votePage('committees'), until: MEETING.title },
  { name: 'vote-repairs', who: 'demo-resident', path: votePage('repairs'), until: REPAIR.title },
  { name: 'vote-repair', path: votePage('repair', `?id=${ids.repair}`), until: REPAIR.title },
  { name: 'vote-desk', who: 'demo-director', path: votePage('desk'), until: COVENANT_VOTE.title, staff: true },
  {
    name: 'vote-desk-vote',
    who: 'demo-director',
    path: votePage('desk-vote', `?id=${ids.covenant}`),
    until: '到现在有多少人参与',
    staff: true,
  },
  { name: 'vote-desk-draft', who: 'demo-director', path: votePage('desk-draft'), until: '由谁表决', staff: true },
  {
    name: 'vote-desk-registers',
    who: 'demo-worker',
    path: votePage('desk-registers', `?id=${ids.covenant}`),
    until: /^1号楼1单元101室/,
    staff: true,
  },
  {
    name: 'vote-desk-log',
    who: 'demo-director',
    path: votePage('desk-log', `?id=${ids.covenant}`),
    until: '见证的各方',
    staff: true,
  },
  {
    name: 'vote-desk-meetings',
    who: 'demo-director',
    path: votePage('desk-meetings'),
    until: MEETING.title,
    staff: true,
  },
  { name: 'vote-desk-call', who: 'demo-director', path: votePage('desk-call'), until: '告知议程', staff: true },
  { name: 'vote-desk-repairs', who: 'demo-director', path: votePage('desk-repairs'), until: REPAIR.title, staff: true },
  { name: 'vote-desk-declare', who: 'demo-director', path: votePage('desk-declare'), until: '申报并公告', staff: true },
  {
    name: 'vote-desk-callers',
    who: 'demo-director',
    path: votePage('desk-callers', `?id=${ids.covenant}`),
    until: '派一个人到一栋楼',
    staff: true,
  },
  {
    name: 'vote-desk-objections',
    who: 'demo-director',
    path: votePage('desk-objections', `?id=${ids.lift}`),
    until: '答复异议',
    staff: true,
  },
  {
    name: 'vote-desk-entries',
    who: 'demo-worker',
    path: votePage('desk-entries', `?id=${ids.covenant}`),
    until: '登记经过',
    staff: true,
  },
  {
    name: 'vote-desk-hand-over',
    who: 'demo-director',
    path: votePage('desk-hand-over'),
    until: '物业交接',
    staff: true,
  },
  { name: 'vote-desk-rules', who: 'demo-director', path: votePage('desk-rules'), until: '改过什么', staff: true },
];
