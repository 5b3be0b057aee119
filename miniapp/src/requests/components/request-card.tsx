import { Image, Text, View } from '@tarojs/components';
import { CATEGORIES } from '@gongyi/shared/requests/category';
import type { RequestRow } from '@gongyi/shared/requests/contract';
import { Chip, Due, Icon, Press, clockWords } from '../../ui';
import { STATUS, openStatus, visitWords } from '../copy';
import './request-card.scss';

interface RequestCardProps {
  readonly row: RequestRow;
  /** Server time. */
  readonly now: number;
  readonly onTap: () => void;
}

const Facts = ({ row, now }: { row: RequestRow; now: number }) => (
  <View className="t14 quiet figure request-facts">
    <Text>{clockWords(row.filedAt, now)}</Text>
    {row.joined > 0 ? <Text>{row.joined + 1} 户遇到</Text> : null}
    {row.visit && openStatus(row.status) ? <Text>上门 {visitWords(row.visit, now)}</Text> : null}
  </View>
);

/** A request in a list: what and where, how it stands, who has it. */
export const RequestCard = ({ row, now, onTap }: RequestCardProps) => {
  const status = STATUS[row.status];
  const running = openStatus(row.status) && row.status !== 'paused';
  return (
    <Press className="card request-card" onTap={onTap}>
      <View className="grow">
        <View className="request-head">
          <View className="t16 request-title grow">{CATEGORIES[row.category].name}</View>
          <Chip tone={status.tone}>{status.words}</Chip>
        </View>
        <View className="t14 request-place">
          <Icon name="place" size={16} />
          <Text className="grow">{row.placeName}</Text>
        </View>
        {row.words === undefined ? null : <View className="t14 quiet two-lines">{row.words}</View>}
        <Facts row={row} now={now} />
        {running ? (
          <View className="request-due">
            <Text className="t14 quiet grow one-line">{row.assigneeName ?? row.holderName}</Text>
            <Due at={row.dueAt} now={now} />
          </View>
        ) : null}
      </View>
      {row.thumbnailUrl === undefined ? null : (
        <Image className="request-thumbnail" src={row.thumbnailUrl} mode="aspectFill" lazyLoad aria-hidden="true" />
      )}
    </Press>
  );
};
