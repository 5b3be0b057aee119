import { View } from '@tarojs/components';
import type { VoteRow } from '@gongyi/shared/votes/contract-view';
import { Bar, Chip, Due, Press, clockWords } from '../../ui';
import { FORCE, VOTES, VOTE_STATUS } from '../copy';
import './vote.scss';

interface VoteCardProps {
  readonly row: VoteRow;
  /** Server time. */
  readonly now: number;
  /** A ballot of the reader's that is still to be cast. */
  readonly pending?: boolean;
  readonly onTap: () => void;
}

const When = ({ row, now }: { row: VoteRow; now: number }) => {
  if (row.status === 'open' && row.closesAt !== undefined) return <Due at={row.closesAt} now={now} />;
  if (row.status === 'on-notice' && row.opensAt !== undefined)
    return <View className="t14 quiet figure">{`${clockWords(row.opensAt, now)} ${VOTES.notStarted}`}</View>;
  if (row.status === 'nominating' && row.nominateUntil !== undefined) return <Due at={row.nominateUntil} now={now} />;
  if (row.status === 'collecting' && row.petition !== undefined) return <Due at={row.petition.until} now={now} />;
  return row.publishedAt === undefined ? null : (
    <View className="t14 quiet figure">{clockWords(row.publishedAt, now)}</View>
  );
};

/** A vote in a list: what it asks, how it stands, until when. */
export const VoteCard = ({ row, now, pending = false, onTap }: VoteCardProps) => {
  const { words, tone } = VOTE_STATUS[row.status];
  const { petition } = row;
  return (
    <Press className="card vote-card" onTap={onTap}>
      <View className="stack">
        <View className="row wrap">
          <Chip tone={pending ? 'warning' : tone}>{pending ? VOTES.pending : words}</Chip>
          {row.legalForce === 'consultative' ? <Chip>{FORCE.consultative}</Chip> : null}
        </View>
        <View className="t16 vote-end">{row.title}</View>
        {row.matters.length > 1 ? <View className="t14 quiet">{VOTES.matters(row.matters.length)}</View> : null}
        {row.status === 'collecting' && petition !== undefined ? (
          <Bar
            label={VOTES.signed(petition.signed, petition.needed)}
            part={petition.needed === 0 ? 0 : petition.signed / petition.needed}
            numbers=""
          />
        ) : null}
        <View className="row wrap">
          <View className="t14 quiet grow figure">{row.number}</View>
          <When row={row} now={now} />
        </View>
      </View>
    </Press>
  );
};
