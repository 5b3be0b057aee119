import { View } from '@tarojs/components';
import { useState } from 'react';
import { checkNomination, listNominations } from '@gongyi/shared/votes/contract-preparing';
import type { Nomination } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { seatsWords } from '@gongyi/shared/votes/election-rules';
import { LoadState, Page, useAct, useLoad, useServerNow } from '../../../platform';
import type { Act } from '../../../platform';
import { Button, Card, Chip, Confirm, EmptyState, StatusLine, WordsSheet, clockWords, say } from '../../../ui';
import { NOMINATE } from '../../copy';
import { NOMINATIONS } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';

interface LineProps {
  readonly one: Nomination;
  readonly now: number;
  readonly mayCheck: boolean;
  readonly onCheck: (one: Nomination, eligible: boolean) => void;
}

const Verdict = ({ one }: { one: Nomination }) => {
  if (one.checked === undefined) return <Chip tone="warning">{NOMINATE.unchecked}</Chip>;
  return one.checked.eligible ? (
    <Chip tone="success">{NOMINATE.eligible}</Chip>
  ) : (
    <Chip tone="danger">{NOMINATE.notEligible}</Chip>
  );
};

const Line = ({ one, now, mayCheck, onCheck }: LineProps) => (
  <View className="desk-line stack">
    <View className="row wrap">
      <View className="t16 grow desk-strong">{`${one.name} · ${one.homeName}`}</View>
      <Verdict one={one} />
    </View>
    <View className="t14 quiet figure">
      {`${NOMINATE.by[one.by]} · ${NOMINATE.supporters(one.supporters)} · ${clockWords(one.at, now)}`}
    </View>
    <View className="t16 desk-words">{one.about ?? NOMINATE.checking}</View>
    {one.checked?.reason === undefined ? null : <View className="t14">{one.checked.reason}</View>}
    {mayCheck && one.checked === undefined ? (
      <View className="row wrap">
        <Button kind="secondary" label={`${NOMINATIONS.pass} ${one.name}`} onTap={() => onCheck(one, true)}>
          {NOMINATIONS.pass}
        </Button>
        <Button kind="secondary" label={`${NOMINATIONS.refuse} ${one.name}`} onTap={() => onCheck(one, false)}>
          {NOMINATIONS.refuse}
        </Button>
      </View>
    ) : null}
  </View>
);

interface AskProps {
  readonly asking: { readonly one: Nomination; readonly eligible: boolean };
  readonly act: Act;
  readonly onSend: (reason?: string) => void;
  readonly onClose: () => void;
}

const Ask = ({ asking: { one, eligible }, act, onSend, onClose }: AskProps) =>
  eligible ? (
    <Confirm
      open
      title={NOMINATIONS.passTitle(one.name)}
      lines={[...NOMINATIONS.passLines, ...(act.words === undefined ? [] : [act.words])]}
      verb={NOMINATIONS.pass}
      busy={act.busy}
      onConfirm={() => onSend()}
      onClose={onClose}
    />
  ) : (
    <WordsSheet
      title={NOMINATIONS.refuseTitle(one.name)}
      label={NOMINATIONS.reason}
      hint={NOMINATIONS.reasonHint}
      missing={NOMINATIONS.reasonMissing}
      verb={NOMINATIONS.refuse}
      act={act}
      onSend={onSend}
      onClose={onClose}
    />
  );

const List = ({ view }: { view: VoteView }) => {
  const now = useServerNow();
  const params = { voteId: view.id };
  const load = useLoad(listNominations, { params });
  const act = useAct(() => void load.reload());
  const [asking, setAsking] = useState<AskProps['asking']>();
  if (load.value === undefined) return <LoadState load={load} />;
  const { items, mayCheck } = load.value;
  const check = async (reason?: string) => {
    if (asking === undefined) return;
    const saved = await act.run(checkNomination, {
      params: { ...params, nominationId: asking.one.id },
      body: { eligible: asking.eligible, ...(reason === undefined ? {} : { reason }) },
    });
    if (saved === undefined) return;
    load.replace(saved);
    setAsking(undefined);
    say(NOMINATIONS.checked);
  };
  if (items.length === 0) return <EmptyState words={NOMINATE.none} hint={NOMINATIONS.noneHint} />;
  return (
    <>
      {mayCheck ? null : <StatusLine>{NOMINATIONS.notYours}</StatusLine>}
      {view.matterList
        .filter(({ election }) => election !== undefined)
        .map((matter) => (
          <Card
            key={matter.id}
            title={`${matter.title} · ${matter.election === undefined ? '' : seatsWords(matter.election)}`}
          >
            {items
              .filter(({ matterId }) => matterId === matter.id)
              .map((one) => (
                <Line
                  key={one.id}
                  one={one}
                  now={now}
                  mayCheck={mayCheck}
                  onCheck={(nominee, eligible) => setAsking({ one: nominee, eligible })}
                />
              ))}
          </Card>
        ))}
      {asking === undefined ? null : (
        <Ask
          asking={asking}
          act={act}
          onSend={(reason) => void check(reason)}
          onClose={() => {
            act.clear();
            setAsking(undefined);
          }}
        />
      )}
    </>
  );
};

/** 资格审查: who was nominated, and whether they may stand, with the reason where not. */
export default function DeskNominationsPage() {
  return (
    <DeskVotePage title={NOMINATIONS.title}>
      {(_desk, view) => (
        <Page title={NOMINATIONS.title}>
          <View className="stack">
            <VoteTop view={view} />
            <List view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}
