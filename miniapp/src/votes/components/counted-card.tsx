import { View } from '@tarojs/components';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import { Button, Card, StatusLine, clockWords } from '../../ui';
import { BALLOT } from '../copy';
import { LineHomes } from './line-homes';
import { PaperPart } from './paper-part';
import { VoterPart } from './voter-part';
import './vote.scss';

interface LineProps {
  readonly voteId: string;
  readonly line: MyLine;
  readonly now: number;
  /** Its choices stand on this very page. */
  readonly here: boolean;
  readonly onCast: (line: MyLine) => void;
  readonly onReceipt: (line: MyLine) => void;
  readonly onLine: (line: MyLine) => void;
}

const Recorded = ({ line, now, onReceipt }: Pick<LineProps, 'line' | 'now' | 'onReceipt'>) => {
  const { ballot } = line;
  if (ballot === undefined) return null;
  return (
    <StatusLine
      tone="success"
      action={
        <Button kind="quiet" onTap={() => onReceipt(line)}>
          {BALLOT.receipt}
        </Button>
      }
    >
      <View className="t16 vote-end">{BALLOT.recorded}</View>
      <View className="t14 figure">{BALLOT.recordedHint(clockWords(ballot.castAt, now))}</View>
      {ballot.version > 1 ? <View className="t14 figure">{BALLOT.recordedVersion(ballot.version)}</View> : null}
    </StatusLine>
  );
};

/** Whether this line can be cast, by whom, and what stands against it. */
const LineState = ({ line, here, onCast }: Pick<LineProps, 'line' | 'here' | 'onCast'>) => {
  const { state, elector } = line;
  if (state === 'may-cast' || state === 'may-change')
    return here ? null : (
      <Button kind="secondary" wide onTap={() => onCast(line)}>
        {state === 'may-change' ? BALLOT.recast : BALLOT.toCast}
      </Button>
    );
  if (state === 'cast' || state === 'paper') return null;
  if (state === 'other-elector' && elector !== undefined)
    return <StatusLine>{BALLOT.elector(elector.name)}</StatusLine>;
  return <StatusLine tone={state === 'elector-unknown' ? 'warning' : 'plain'}>{BALLOT.states[state]}</StatusLine>;
};

const Line = ({ voteId, line, now, here, onCast, onReceipt, onLine }: LineProps) => (
  <View className="stack">
    <LineHomes line={line} />
    <Recorded line={line} now={now} onReceipt={onReceipt} />
    <PaperPart voteId={voteId} line={line} now={now} onLine={onLine} />
    <LineState line={line} here={here} onCast={onCast} />
    <VoterPart voteId={voteId} line={line} onLine={onLine} />
  </View>
);

interface CountedCardProps extends Omit<LineProps, 'line' | 'here'> {
  readonly lines: readonly MyLine[];
  readonly hereLine: number | undefined;
}

/** 为您计票: what exactly is counted for the reader, line by line of the frozen roll. */
export const CountedCard = ({ lines, hereLine, ...rest }: CountedCardProps) => (
  <Card title={BALLOT.counted}>
    <View className="stack">
      {lines.map((line, index) => (
        <View key={line.line} className={index === 0 ? '' : 'vote-part'}>
          <Line line={line} here={line.line === hereLine} {...rest} />
        </View>
      ))}
    </View>
  </Card>
);
