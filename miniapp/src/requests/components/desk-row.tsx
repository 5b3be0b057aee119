import { Image, Text, View } from '@tarojs/components';
import type { RequestRow } from '@gongyi/shared/requests/contract';
import { Chip, Due, Icon, Press } from '../../ui';
import { STATUS, URGENCY, openStatus } from '../copy';
import './desk-row.scss';

interface DeskRowProps {
  readonly row: RequestRow;
  readonly now: number;
  readonly chosen: boolean;
  readonly ticked: boolean;
  /** A 60 pt 接单 beside a new order, on the phone. */
  readonly onAccept?: (() => void) | undefined;
  readonly onTick: () => void;
  readonly onOpen: () => void;
}

const State = ({ row, now }: { row: RequestRow; now: number }) => (
  <View className="desk-state">
    {openStatus(row.status) && row.status !== 'paused' ? <Due at={row.dueAt} now={now} /> : null}
    <Chip tone={STATUS[row.status].tone}>{STATUS[row.status].words}</Chip>
    {row.urgency === 'emergency' ? <Chip tone="danger">{URGENCY.emergency}</Chip> : null}
  </View>
);

/** One order in the queue: how long is left, where and what, who has it, how many have it too. */
export const DeskRow = ({ row, now, chosen, ticked, onAccept, onTick, onOpen }: DeskRowProps) => (
  <View className={`desk-row${chosen ? ' desk-chosen' : ''}`} role="listitem">
    <Press
      className="desk-tick"
      role="checkbox"
      checked={ticked}
      label={`选中 ${row.placeName} ${row.title}`}
      onTap={onTick}
    >
      <View className={`desk-box${ticked ? ' desk-box-on' : ''}`}>
        {ticked ? <Icon name="check" size={16} /> : null}
      </View>
    </Press>
    <Press className="desk-open" onTap={onOpen}>
      <View className="grow">
        <View className="t16 desk-title">{row.title}</View>
        <View className="t14 quiet one-line">{row.words ?? row.placeName}</View>
        <State row={row} now={now} />
        <View className="t14 quiet figure desk-facts">
          <Text>{row.assigneeName ?? '未派单'}</Text>
          {row.joined > 0 ? <Text>{row.joined} 户也遇到</Text> : null}
          {row.nudges > 0 ? <Text>催办 {row.nudges} 次</Text> : null}
        </View>
      </View>
      {row.thumbnailUrl === undefined ? null : (
        <Image className="desk-thumbnail" src={row.thumbnailUrl} mode="aspectFill" lazyLoad aria-hidden="true" />
      )}
    </Press>
    {onAccept === undefined ? null : (
      <Press className="desk-accept" label={`接单 ${row.placeName} ${row.title}`} onTap={onAccept}>
        接单
      </Press>
    )}
  </View>
);
