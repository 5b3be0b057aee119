import { View } from '@tarojs/components';
import { useState } from 'react';
import { endProxy, settlePaper } from '@gongyi/shared/votes/contract-paper';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import { useServerNow } from '../../platform';
import { Button, Choice, Sheet, StatusLine, TextArea, clockWords } from '../../ui';
import { LINE, REGISTER } from '../desk-copy';
import { areaWords } from '../figures';
import { DeliverForm } from './deliver-form';
import { ElectorForm } from './elector-form';
import { homesWords, isOut, isSpent } from './register-row';
import { ReturnForm } from './return-form';
import type { Registers } from './use-registers';

interface LineSheetProps {
  readonly voteId: string;
  readonly line: RegisterLine;
  readonly registers: Registers;
  readonly mostPerProxy: number;
}

type Doing = 'deliver' | 'return' | 'elector' | 'proxy' | 'end-proxy' | 'settle' | undefined;

/** What can be entered of a line, by what is entered already. */
const doable = (line: RegisterLine, mostPerProxy: number): Exclude<Doing, undefined>[] => {
  const { elector, paper, coOwners } = line;
  if (paper?.disowned !== undefined && paper.settled === undefined) return ['settle'];
  if (isSpent(line)) return [];
  const isProxy = elector?.by === 'proxy';
  return [
    isOut(line) ? ('return' as const) : ('deliver' as const),
    'elector' as const,
    ...(isProxy ? (['end-proxy'] as const) : mostPerProxy > 0 && coOwners > 0 ? (['proxy'] as const) : []),
  ];
};

const Facts = ({ line }: { line: RegisterLine }) => {
  const now = useServerNow();
  const { elector, paper } = line;
  return (
    <View className="stack">
      <View className="t14 quiet figure">{`${LINE.no(line.line)} · ${areaWords(line.area)}`}</View>
      {line.homes.map(({ homeId, name, area }) => (
        <View key={homeId} className="desk-facts t16">
          <View>{name}</View>
          <View className="figure">{areaWords(area)}</View>
        </View>
      ))}
      <View className="t14">{REGISTER.owners(line.coOwners)}</View>
      {elector === undefined && isSpent(line) ? null : (
        <View className="t14">
          {elector === undefined
            ? REGISTER.noElectorHint
            : `${REGISTER.elector(elector.name)} · ${REGISTER.by[elector.by]}${elector.at === undefined ? '' : ` · ${clockWords(elector.at, now)}`}`}
        </View>
      )}
      {paper?.delivered === undefined ? null : (
        <View className="t14 figure">
          {LINE.delivered(paper.serial, LINE.way[paper.delivered.way], clockWords(paper.delivered.at, now))}
        </View>
      )}
      {paper?.returnedAt === undefined ? null : (
        <View className="t14 figure">
          {LINE.returned(clockWords(paper.returnedAt, now), paper.handedInBy && LINE.handedInBy[paper.handedInBy])}
        </View>
      )}
      {paper?.disowned === undefined ? null : (
        <StatusLine tone={paper.settled === undefined ? 'danger' : 'plain'}>
          {LINE.disowned(clockWords(paper.disowned.at, now), paper.disowned.words)}
        </StatusLine>
      )}
      {paper?.settled === undefined ? null : (
        <View className="t14">{LINE.settled(paper.settled.keep, paper.settled.reason)}</View>
      )}
      {paper === undefined || paper.voided.length === 0 ? null : (
        <View className="t14 figure">{LINE.voided(paper.voided)}</View>
      )}
    </View>
  );
};

interface SettleProps {
  readonly voteId: string;
  readonly line: RegisterLine;
  readonly registers: Registers;
  readonly onDone: () => void;
}

/** A disowned paper is kept or voided, with the reason; what follows is said before. */
const Settle = ({ voteId, line, registers, onDone }: SettleProps) => {
  const [keep, setKeep] = useState<'keep' | 'void'>();
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState(false);
  const send = async () => {
    setLeft(true);
    if (keep === undefined || reason.trim() === '') return;
    const input = { params: { voteId, line: line.line }, body: { keep: keep === 'keep', reason: reason.trim() } };
    if (await registers.change(settlePaper, input, LINE.settledDone)) onDone();
  };
  return (
    <>
      <Choice
        label={LINE.settle}
        layout="rows"
        options={[
          { value: 'keep', words: LINE.keep, hint: LINE.keepHint },
          { value: 'void', words: LINE.void, hint: LINE.voidHint },
        ]}
        value={keep}
        error={left && keep === undefined ? LINE.choose : undefined}
        onChange={setKeep}
      />
      <TextArea
        label={LINE.reason}
        value={reason}
        maxLength={300}
        error={left && reason.trim() === '' ? LINE.reasonMissing : undefined}
        onChange={setReason}
        onLeave={() => setLeft(true)}
      />
      <Button wide loading={registers.act.busy} onTap={() => void send()}>
        {LINE.settleVerb}
      </Button>
    </>
  );
};

const EndProxy = ({ voteId, line, registers, onDone }: SettleProps) => {
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState(false);
  const send = async () => {
    setLeft(true);
    if (reason.trim() === '') return;
    const input = { params: { voteId, line: line.line }, body: { reason: reason.trim() } };
    if (await registers.change(endProxy, input, LINE.proxyEnded)) onDone();
  };
  return (
    <>
      <TextArea
        label={LINE.endProxyReason}
        value={reason}
        maxLength={200}
        error={left && reason.trim() === '' ? LINE.reasonMissing : undefined}
        onChange={setReason}
        onLeave={() => setLeft(true)}
      />
      <Button wide loading={registers.act.busy} onTap={() => void send()}>
        {LINE.does['end-proxy']}
      </Button>
    </>
  );
};

/** One line of the roll with everything entered of it, and what may be entered next. */
export const LineSheet = ({ voteId, line, registers, mostPerProxy }: LineSheetProps) => {
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const form = { voteId, line, registers, onDone: done };
  return (
    <Sheet open title={homesWords(line)} onClose={() => registers.show(undefined)}>
      <View className="stack">
        <Facts line={line} />
        {doing === undefined ? (
          doable(line, mostPerProxy).map((each) => (
            <Button key={each} kind="secondary" wide onTap={() => setDoing(each)}>
              {LINE.does[each]}
            </Button>
          ))
        ) : (
          <Button kind="quiet" onTap={done}>
            {LINE.back}
          </Button>
        )}
        {doing === 'deliver' ? <DeliverForm {...form} /> : null}
        {doing === 'return' ? <ReturnForm {...form} /> : null}
        {doing === 'elector' ? <ElectorForm {...form} what="elector" mostPerProxy={mostPerProxy} /> : null}
        {doing === 'proxy' ? <ElectorForm {...form} what="proxy" mostPerProxy={mostPerProxy} /> : null}
        {doing === 'end-proxy' ? <EndProxy {...form} /> : null}
        {doing === 'settle' ? <Settle {...form} /> : null}
        {registers.act.words === undefined ? null : <StatusLine tone="warning">{registers.act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
