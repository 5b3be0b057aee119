import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Party } from '@gongyi/shared/district/organisation';
import { getLog } from '@gongyi/shared/votes/contract-log';
import type { LogView } from '@gongyi/shared/votes/contract-log';
import { parseCheckpoint, signersOf, witnessName } from '@gongyi/shared/votes/log/checkpoint';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import {
  LoadState,
  Page,
  canWitness,
  copyWords,
  useLoad,
  usePullToRefresh,
  useServerNow,
  webOrigin,
} from '../../../platform';
import type { Load } from '../../../platform';
import { Button, Card, Chip, Choice, EmptyState, StatusLine, clockWords } from '../../../ui';
import { LOG, PARTY_NAME } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';
import { useWitness } from '../../desk/use-witness';

const Checkpoint = ({ log, now }: { log: LogView; now: number }) => {
  const read = log.checkpoint === undefined ? undefined : parseCheckpoint(log.checkpoint);
  return (
    <Card title={LOG.checkpoint} aside={log.closed ? <Chip tone="success">{LOG.closed}</Chip> : undefined}>
      <View className="stack">
        <View className="desk-facts t16">
          <View>{LOG.size}</View>
          <View className="figure">{LOG.leaves(log.size)}</View>
        </View>
        {read === undefined ? (
          <View className="t14 quiet">{LOG.noCheckpoint}</View>
        ) : (
          <>
            <View className="desk-facts t16">
              <View>{LOG.signedSize}</View>
              <View className="figure">{LOG.leaves(read.checkpoint.size)}</View>
            </View>
            {log.checkpointAt === undefined ? null : (
              <View className="t14 quiet figure">{LOG.made(clockWords(log.checkpointAt, now))}</View>
            )}
            <View className="t14 quiet">{LOG.root}</View>
            <View className="t14 desk-code">{read.checkpoint.root}</View>
          </>
        )}
        <View className="t14 quiet">{LOG.key}</View>
        <View className="t12 desk-code">{log.logKey}</View>
      </View>
    </Card>
  );
};

const Witnesses = ({ log, now }: { log: LogView; now: number }) => {
  const signers = log.checkpoint === undefined ? [] : signersOf(log.checkpoint);
  return (
    <Card title={LOG.witnesses}>
      {log.witnesses.length === 0 ? <EmptyState words={LOG.noWitness} /> : null}
      {log.witnesses.map((one) => (
        <View key={one.key} className="desk-line">
          <View className="row wrap">
            <View className="t16 grow">{`${PARTY_NAME[one.party]} · ${one.name}`}</View>
            {signers.includes(witnessName(log.origin, one.party)) ? <Chip tone="success">{LOG.onNewest}</Chip> : null}
          </View>
          <View className="t14 quiet figure">
            {one.lastSize === undefined ? LOG.neverSigned : LOG.lastSigned(one.lastSize)}
            {` · ${clockWords(one.since, now)} ${LOG.since}`}
          </View>
          <View className="t12 desk-code">{one.key}</View>
        </View>
      ))}
    </Card>
  );
};

interface MineProps {
  readonly voteId: string;
  readonly party: Party;
  readonly log: LogView;
  readonly load: Load<LogView>;
}

const Mine = ({ voteId, party, log, load }: MineProps) => {
  const witness = useWitness(voteId, party, load);
  const address = `${webOrigin()}/votes/pages/desk-log/index?id=${voteId}`;
  if (!canWitness())
    return (
      <StatusLine action={<Button onTap={() => void copyWords(address)}>{LOG.copyAddress}</Button>}>
        {LOG.inBrowser}
      </StatusLine>
    );
  const { registered, seen, fault, act } = witness;
  return (
    <Card title={LOG.mine}>
      <View className="stack">
        <View className="t16">{registered === undefined ? LOG.registerHow : LOG.cosignHow}</View>
        {seen === undefined ? null : (
          <View className="t14 quiet">
            <View className="figure">{LOG.seen(seen.size)}</View>
            <View className="t12 desk-code">{seen.root}</View>
          </View>
        )}
        {fault === undefined ? null : <StatusLine tone="danger">{LOG.faults[fault]}</StatusLine>}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {registered === undefined ? (
          <Button wide loading={witness.busy} onTap={() => void witness.register()}>
            {LOG.register}
          </Button>
        ) : (
          <Button
            wide
            loading={witness.busy}
            disabled={log.checkpoint === undefined}
            onTap={() => void witness.sign(log)}
          >
            {LOG.cosign}
          </Button>
        )}
      </View>
    </Card>
  );
};

const Log = ({ view }: { view: VoteView }) => {
  const now = useServerNow();
  const load = useLoad(getLog, { params: { voteId: view.id } });
  const [chosen, setChosen] = useState<Party>();
  usePullToRefresh(load.reload);
  const log = load.value;
  if (log === undefined) return <LoadState load={load} />;
  const party = log.mine.length === 1 ? log.mine[0] : chosen;
  return (
    <>
      <View className="t16">{LOG.how}</View>
      <Checkpoint log={log} now={now} />
      {log.mine.length > 1 ? (
        <Choice
          label={LOG.party}
          options={log.mine.map((value) => ({ value, words: PARTY_NAME[value] }))}
          value={party}
          onChange={setChosen}
        />
      ) : null}
      {party === undefined ? null : <Mine key={party} voteId={view.id} party={party} log={log} load={load} />}
      <Witnesses log={log} now={now} />
    </>
  );
};

/** 存证日志: size, root and witnesses of a vote's log; delegates make a key on their own device and cosign. */
export default function DeskLogPage() {
  return (
    <DeskVotePage title={LOG.title}>
      {(_desk, view) => (
        <Page title={LOG.title}>
          <View className="stack">
            <VoteTop view={view} />
            <Log view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}
