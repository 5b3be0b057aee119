import { Text, View } from '@tarojs/components';
import { Press } from './press';

/** The four sides in their order round the table, from the top clockwise. */
export const SIDES = [
  { party: 'committee-of-residents', letter: '居', name: '居委会', edge: 'top' },
  { party: 'party-branch', letter: '党', name: '党组织', edge: 'right' },
  { party: 'owners-committee', letter: '业', name: '业委会', edge: 'bottom' },
  { party: 'property-company', letter: '物', name: '物业', edge: 'left' },
] as const;
export type Side = (typeof SIDES)[number]['party'];

interface FourTableProps {
  /** How full each side is, 0 to 1; undefined: no data, drawn dashed. */
  readonly fills: Readonly<Record<Side, number | undefined>>;
  /** What each side's fill means, in numbers: 按时 9/12. Spoken, and shown beside the table by the page. */
  readonly numbers: Readonly<Record<Side, string>>;
  /** What stands in the middle: 3/4, 12. */
  readonly figure: string;
  readonly caption?: string;
  readonly onSide?: ((side: Side) => void) | undefined;
}

const Edge = ({
  side,
  fill,
  words,
  onTap,
}: {
  side: (typeof SIDES)[number];
  fill: number | undefined;
  words: string;
  onTap: (() => void) | undefined;
}) => {
  const length = `${Math.round(Math.min(1, Math.max(0, fill ?? 0)) * 100)}%`;
  const flat = side.edge === 'top' || side.edge === 'bottom';
  return (
    <Press
      className={`table-side table-edge-${side.edge} table-${side.party}${fill === undefined ? ' table-none' : ''}`}
      label={`${side.name} ${words}`}
      disabled={onTap === undefined}
      onTap={onTap}
    >
      <View className="table-track">
        <View className="table-fill" style={flat ? { width: length } : { height: length }} />
      </View>
      <View className="table-seat">
        <Text>{side.letter}</Text>
      </View>
    </Press>
  );
};

/**
 * 四方桌: a rounded square seen from above, a side for each party, filling as it does its part. A side without
 * data is dashed. The letters and numbers say what the colours say.
 */
export const FourTable = ({ fills, numbers, figure, caption, onSide }: FourTableProps) => (
  <View
    className="table"
    role="group"
    aria-label={`四方桌：${SIDES.map((side) => `${side.name} ${numbers[side.party]}`).join(',')}`}
  >
    {SIDES.map((side) => (
      <Edge
        key={side.party}
        side={side}
        fill={fills[side.party]}
        words={numbers[side.party]}
        onTap={onSide ? () => onSide(side.party) : undefined}
      />
    ))}
    <View className="table-middle">
      <View className="table-figure figure">{figure}</View>
      {caption ? <View className="table-caption">{caption}</View> : null}
    </View>
  </View>
);
