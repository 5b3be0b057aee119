import { View } from '@tarojs/components';
import { useState } from 'react';
import { disownPaper } from '@gongyi/shared/votes/contract-ballots';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import { useAct } from '../../platform';
import { Button, StatusLine, clockWords, say } from '../../ui';
import { PAPER } from '../copy';
import { DisownSheet } from './disown-sheet';

interface PaperPartProps {
  readonly voteId: string;
  readonly line: MyLine;
  readonly now: number;
  readonly onLine: (line: MyLine) => void;
}

type Paper = NonNullable<MyLine['paper']>;

const Fate = ({ paper }: { paper: Paper }) => {
  const { settled, disownedAt } = paper;
  if (settled !== undefined)
    return <View className="t14">{settled.keep ? PAPER.keep(settled.reason) : PAPER.void(settled.reason)}</View>;
  return disownedAt === undefined ? null : <View className="t14">{PAPER.disowned}</View>;
};

/** The home's paper ballot: given out, handed in, and the way to say that it was not theirs. */
export const PaperPart = ({ voteId, line, now, onLine }: PaperPartProps) => {
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const { paper } = line;
  if (paper === undefined) return null;
  if (paper.returnedAt === undefined)
    return paper.deliveredAt === undefined ? null : (
      <View className="t14 quiet figure">{PAPER.delivered(paper.serial)}</View>
    );
  const disown = async (words: string | undefined): Promise<boolean> => {
    const body = words === undefined ? {} : { words };
    const moved = await act.run(disownPaper, { params: { voteId, line: line.line }, body });
    if (moved === undefined) return false;
    setAsking(false);
    onLine(moved);
    say(PAPER.done);
    return true;
  };
  const close = () => {
    act.clear();
    setAsking(false);
  };
  return (
    <>
      <StatusLine tone={paper.disownedAt === undefined || paper.settled?.keep === true ? 'success' : 'warning'}>
        <View className="t16 vote-end">{PAPER.title}</View>
        <View className="t14 figure">{PAPER.returned(paper.serial, clockWords(paper.returnedAt, now))}</View>
        <Fate paper={paper} />
      </StatusLine>
      {paper.mayDisown ? (
        <Button kind="danger" onTap={() => setAsking(true)}>
          {PAPER.disown}
        </Button>
      ) : null}
      {asking ? (
        <DisownSheet draftOf={`${voteId}.${String(line.line)}`} act={act} onSend={disown} onClose={close} />
      ) : null}
    </>
  );
};
