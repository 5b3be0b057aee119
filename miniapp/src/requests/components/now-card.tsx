import { View } from '@tarojs/components';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { Button, Card, Chip, Due, Icon, clockWords } from '../../ui';
import { STATUS, openStatus, standing, visitWords } from '../copy';
import './now-card.scss';

interface NowCardProps {
  readonly view: RequestView;
  /** Server time. */
  readonly now: number;
  /** Left out at the desk of the holder itself. */
  readonly onCall?: (phone: string) => void;
}

const Line = ({ name, children }: { name: string; children: string }) => (
  <View className="now-line">
    <View className="t14 quiet now-name">{name}</View>
    <View className="t16 grow figure">{children}</View>
  </View>
);

const Running = ({ view, now }: { view: RequestView; now: number }) => {
  const { who, then } = standing(view, now);
  return (
    <>
      <Line name="谁在办">{who}</Line>
      {view.status === 'paused' ? (
        <>
          <Line name="暂缓到">{view.pausedUntil === undefined ? '' : clockWords(view.pausedUntil, now)}</Line>
          <Line name="原因">{view.pauseReason ?? ''}</Line>
        </>
      ) : (
        <Line name="时限">{clockWords(view.dueAt, now)}</Line>
      )}
      {view.visit ? <Line name="上门">{visitWords(view.visit, now)}</Line> : null}
      {view.escalation ? (
        <Line name="督办">{`${view.escalation.organisationName}，${clockWords(view.escalation.at, now)} 起`}</Line>
      ) : null}
      {then === undefined || view.status === 'paused' ? null : (
        <View className="t14 quiet now-then">
          <Icon name="clock" size={16} /> {then}
        </View>
      )}
    </>
  );
};

/** On top of a request: how it stands, who has it, until when, and what happens next if nothing is done. */
export const NowCard = ({ view, now, onCall }: NowCardProps) => {
  const { words, tone } = STATUS[view.status];
  const { phone } = view.holder;
  const open = openStatus(view.status);
  return (
    <Card
      title={view.title}
      aside={open && view.status !== 'paused' ? <Due at={view.dueAt} now={now} /> : undefined}
      className="now-card"
    >
      <View className="stack">
        <View className="row now-status">
          <Chip tone={tone}>{words}</Chip>
          <View className="t14 quiet figure">编号 {view.number}</View>
        </View>
        <View className="t16">{view.placeName}</View>
        {open ? <Running view={view} now={now} /> : null}
        {view.closedReason === undefined ? null : <Line name="理由">{view.closedReason}</Line>}
        {open && phone !== undefined && onCall !== undefined ? (
          <Button kind="secondary" label={`打电话给${view.holderName}`} onTap={() => onCall(phone)}>
            {`打电话给${view.holderName}`}
          </Button>
        ) : null}
      </View>
    </Card>
  );
};
