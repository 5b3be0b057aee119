import { ancestorOf } from '@gongyi/shared/district/place';
import { STAGE_STATUSES, VOTE_STAGES } from '@gongyi/shared/votes/contract';
import type { VoteNeed, VoteStage } from '@gongyi/shared/votes/contract';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { Row } from '../platform/list-rows';
import { keys } from '../platform/table-shape';
import { voteRow } from './vote-row';

/**
 * Rows of lists, kept by the stream: `votes-<stage>` by compound, newest begun first; `votes-needs` by compound,
 * community and street: what a vote, a committee's vote or a repair needs of those who look after it.
 */
export const stageList = (stage: VoteStage): string => `votes-${stage}`;
export const NEEDS = 'votes-needs';

export const stageOf = ({ status }: Pick<Vote, 'status'>): VoteStage =>
  VOTE_STAGES.find((stage) => (STAGE_STATUSES[stage] as readonly string[]).includes(status)) ?? 'done';

/** Withdrawn before it was announced: only those who prepared it look back at it. */
const listed = ({ status, noticeAt }: Vote): boolean => status !== 'withdrawn' || noticeAt !== undefined;

export const needRows = (need: VoteNeed, scopes: readonly (string | undefined)[]): Row[] =>
  scopes.flatMap((scope) =>
    scope === undefined
      ? []
      : [{ ...keys.listRow(NEEDS, scope, need.dueAt ?? need.since, `${need.id}.${need.kind}`), row: need }],
  );

export const careOf = (compoundId: string): string[] => [
  compoundId,
  ...[ancestorOf(compoundId, 'community')].filter((id) => id !== undefined),
];
export const streetOf = (compoundId: string): string | undefined => ancestorOf(compoundId, 'street');

/** What a vote waits for, as far as it shows itself. */
const needsOf = (vote: Vote, open: { readonly nominations: number; readonly objections: number }): VoteNeed[] => {
  const { id, title, compoundId, compoundName, since, status, petition } = vote;
  const at = { id, title, compoundId, compoundName, since };
  return [
    ...(status === 'draft' && petition !== undefined ? [{ ...at, kind: 'petition-reached' as const }] : []),
    ...((status === 'nominating' || status === 'draft') && open.nominations > 0
      ? [{ ...at, kind: 'nominations-to-check' as const }]
      : []),
    ...(status === 'counting' ? [{ ...at, kind: 'vote-to-count' as const }] : []),
    ...(status === 'published' && open.objections > 0 ? [{ ...at, kind: 'objection-to-answer' as const }] : []),
  ];
};

/** Every row that a vote has as it stands. */
export const rowsOfVote = (vote: Vote, open: { readonly nominations: number; readonly objections: number }): Row[] => [
  ...(listed(vote)
    ? [
        {
          ...keys.listRow(stageList(stageOf(vote)), vote.compoundId, vote.begunAt, vote.id),
          row: voteRow(vote, stageOf(vote) === 'preparing'),
        },
      ]
    : []),
  ...needsOf(vote, open).flatMap((need) => needRows(need, careOf(vote.compoundId))),
];
