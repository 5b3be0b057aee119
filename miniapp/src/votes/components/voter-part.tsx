import { View } from '@tarojs/components';
import { useState } from 'react';
import { nameVoter } from '@gongyi/shared/votes/contract-ballots';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import { useAct } from '../../platform';
import { Button, Choice, StatusLine, say } from '../../ui';
import { VOTER } from '../copy';

interface VoterPartProps {
  readonly voteId: string;
  readonly line: MyLine;
  readonly onLine: (line: MyLine) => void;
}

/** 共有人投票代表: co-owners name, each by themself, who of them votes; all the same makes it so. */
export const VoterPart = ({ voteId, line, onLine }: VoterPartProps) => {
  const act = useAct();
  const { naming } = line;
  const [chosen, setChosen] = useState<string | undefined>(naming?.namedByMe);
  if (naming === undefined) return null;
  const { people, named, needed, namedByMe } = naming;
  const send = async () => {
    if (chosen === undefined) return;
    const moved = await act.run(nameVoter, { params: { voteId, line: line.line }, body: { personId: chosen } });
    if (moved === undefined) return;
    onLine(moved);
    say(VOTER.done);
  };
  return (
    <View className="stack vote-part">
      <View className="t16 vote-end">{VOTER.title}</View>
      <View className="t14 quiet">{VOTER.how}</View>
      <View className="t14 figure">{VOTER.progress(named, needed)}</View>
      <Choice
        label={VOTER.choose}
        layout="rows"
        options={people.map(({ personId, name, mine }) => ({ value: personId, words: mine ? VOTER.me : name }))}
        value={chosen}
        onChange={setChosen}
      />
      <View className="t14 quiet">{VOTER.missing}</View>
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      <Button
        kind="secondary"
        wide
        loading={act.busy}
        disabled={chosen === undefined || chosen === namedByMe}
        onTap={() => void send()}
      >
        {VOTER.verb}
      </Button>
    </View>
  );
};
