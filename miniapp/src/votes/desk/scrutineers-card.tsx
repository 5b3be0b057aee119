import { View } from '@tarojs/components';
import { useState } from 'react';
import { amendVote } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { Button, Card } from '../../ui';
import { SCRUTINEERS } from '../desk-copy';
import { draftOf } from './draft-form';
import { HelperSheet } from './helper-sheet';
import type { VoteDesk } from './use-desk-vote';

const MOST = 7;

/** 监票人: named while a vote is prepared, printed in the notice, and the count is theirs to sign. */
export const ScrutineersCard = ({ desk, view }: { desk: VoteDesk; view: VoteView }) => {
  const [adding, setAdding] = useState(false);
  if (!view.moves.includes('amend')) return null;
  const ids = view.scrutineers.flatMap(({ personId }) => personId ?? []);
  const set = (scrutineerIds: string[]) =>
    desk.move(
      amendVote,
      { params: { voteId: view.id }, body: { rev: view.rev, ...draftOf(view), scrutineerIds } },
      SCRUTINEERS.saved,
    );
  return (
    <Card title={SCRUTINEERS.title}>
      <View className="stack">
        <View className="t14 quiet">{SCRUTINEERS.how}</View>
        {view.scrutineers.map(({ name, personId }) => (
          <View key={personId ?? name} className="row">
            <View className="t16 grow">{name}</View>
            <Button
              kind="quiet"
              label={`${SCRUTINEERS.remove} ${name}`}
              disabled={desk.act.busy}
              onTap={() => void set(ids.filter((id) => id !== personId))}
            >
              {SCRUTINEERS.remove}
            </Button>
          </View>
        ))}
        {ids.length < MOST ? (
          <Button kind="secondary" wide loading={desk.act.busy} onTap={() => setAdding(true)}>
            {SCRUTINEERS.add}
          </Button>
        ) : null}
      </View>
      {adding ? (
        <HelperSheet
          title={SCRUTINEERS.add}
          hint={SCRUTINEERS.hint}
          compoundId={view.compoundId}
          onPick={({ personId }) => {
            setAdding(false);
            if (!ids.includes(personId)) void set([...ids, personId]);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Card>
  );
};
