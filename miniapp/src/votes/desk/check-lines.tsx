import { View } from '@tarojs/components';
import type { Readiness, ReadinessCheck, VoteView } from '@gongyi/shared/votes/contract-view';
import { open } from '../../platform';
import { Button, Card, Chip } from '../../ui';
import { CHECK, PUBLISH } from '../desk-copy';
import { fullDate } from '../figures';
import { usualClose, usualOpening } from './usual-times';

interface CheckLinesProps {
  readonly view: VoteView;
  readonly readiness: Readiness;
  readonly opensAt: number;
  readonly onTimes: (part: { readonly opensAt?: number; readonly closesAt?: number }) => void;
}

const STATE = {
  blocks: { words: PUBLISH.blocks, tone: 'danger' },
  warns: { words: PUBLISH.warns, tone: 'warning' },
  fine: { words: PUBLISH.fine, tone: 'success' },
} as const;
const ORDER = { blocks: 0, warns: 1, fine: 2 } as const;

/** Where a check is mended: a page of the vote, another's, or by one tap here. */
const mendOf = (check: ReadinessCheck, { view, onTimes }: CheckLinesProps): (() => void) | undefined => {
  const { earliest } = check.facts;
  switch (check.check) {
    case 'notice-days':
      return typeof earliest === 'number' ? () => onTimes({ opensAt: usualOpening(earliest) }) : undefined;
    case 'voting-days':
      return typeof earliest === 'number' ? () => onTimes({ closesAt: usualClose(earliest) }) : undefined;
    case 'roll':
    case 'roll-import':
    case 'areas':
    case 'heads':
      return () => open('district/pages/roll-import/index', { place: view.compoundId });
    case 'scope':
    case 'words':
      return () => open('votes/pages/desk-draft/index', { id: view.id });
    case 'rules':
      return () => open('votes/pages/desk-rules/index', { place: view.compoundId });
    case 'nominations':
    case 'candidates':
      return () => open('votes/pages/desk-nominations/index', { id: view.id });
    case 'scrutineers':
      return () => open('votes/pages/desk-vote/index', { id: view.id });
    case 'co-owners':
      return undefined;
  }
};

const Line = ({ check, ...props }: CheckLinesProps & { check: ReadinessCheck }) => {
  const { words, reason, mend } = CHECK[check.check];
  const { facts, state } = check;
  const { earliest } = facts;
  const how = mendOf(check, props);
  return (
    <View className="desk-line desk-check">
      <View className="row wrap">
        <View className="t16 grow desk-strong">{words}</View>
        <Chip tone={STATE[state].tone}>{STATE[state].words}</Chip>
      </View>
      {state === 'fine' ? null : <View className="t14">{reason(facts)}</View>}
      {typeof earliest === 'number' ? (
        <View className="t14 quiet figure">{PUBLISH.earliestIs(fullDate(earliest))}</View>
      ) : null}
      {state === 'fine' || how === undefined ? null : (
        <View className="row desk-mend">
          <Button kind="secondary" onTap={how}>
            {mend}
          </Button>
        </View>
      )}
    </View>
  );
};

/** Every check with its reason and the way to mend it; what blocks first. */
export const CheckLines = (props: CheckLinesProps) => (
  <Card title={PUBLISH.checks}>
    {[...props.readiness.checks]
      .sort((a, b) => ORDER[a.state] - ORDER[b.state])
      .map((check) => (
        <Line key={check.check} check={check} {...props} />
      ))}
  </Card>
);
