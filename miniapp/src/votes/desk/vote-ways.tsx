import { View } from '@tarojs/components';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { open } from '../../platform';
import { CardLink } from '../../ui';
import { OWNERS_SEE, WAYS } from '../desk-copy';

type Way = keyof typeof WAYS;

const PREPARES: readonly VoteView['moves'][number][] = [
  'amend',
  'publish',
  'correct-roll',
  'assign-callers',
  'extend',
  'answer-objection',
];

/** Whether the asker prepares the vote, as far as its moves tell; in between steps nothing may be moved. */
export const mayPrepare = (view: VoteView): boolean =>
  view.moves.some((move) => PREPARES.includes(move)) || view.scrutineers.some(({ personId }) => personId !== undefined);

const waysOf = (view: VoteView): Way[] => {
  const { status, moves } = view;
  const mine = mayPrepare(view);
  const elects = view.matterList.some(({ election }) => election !== undefined);
  const running = ['open', 'sealing', 'counting', 'tallying', 'published'].includes(status);
  const calls = view.doorCallers.length > 0 && !mine;
  const ways: [Way, boolean][] = [
    ['nominations', elects && ['nominating', 'draft'].includes(status)],
    ['roll', mine && (status === 'on-notice' || status === 'opening' || running)],
    ['callers', moves.includes('assign-callers')],
    ['doors', (calls || view.doorCallers.length > 0) && status === 'open'],
    ['registers', mine && running],
    [
      'box',
      (mine || view.scrutineers.some((one) => one.mine)) && ['counting', 'tallying', 'published'].includes(status),
    ],
    ['objections', status === 'published'],
    ['log', running],
  ];
  return ways.flatMap(([way, there]) => (there ? [way] : []));
};

/** The other pages about a vote, each in its time. */
export const VoteWays = ({ view }: { view: VoteView }) => (
  <View className="stack">
    {waysOf(view).map((way) => (
      <CardLink key={way} onTap={() => open(`votes/pages/desk-${way}/index`, { id: view.id })}>
        <View className="t16">{WAYS[way].words}</View>
        <View className="t14 quiet">{WAYS[way].hint}</View>
      </CardLink>
    ))}
    <CardLink onTap={() => open('votes/pages/vote/index', { id: view.id })}>
      <View className="t16">{OWNERS_SEE.words}</View>
      <View className="t14 quiet">{OWNERS_SEE.hint}</View>
    </CardLink>
  </View>
);
