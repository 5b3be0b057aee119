import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { DELIVERY_WAYS, Serial } from '@gongyi/shared/votes/contract-paper';
import type { DeliveryWay } from '@gongyi/shared/votes/contract-paper';
import { Bar, Button, Choice, EmptyState, Sheet, StatusLine, TextField, Tick } from '../../ui';
import { LINE, MANY } from '../desk-copy';
import { homesWords } from './register-row';
import type { DeliverMany, DoorPaper } from './use-deliver-many';

const serialGood = (serial: string): boolean => serial.trim() !== '' && z.safeParse(Serial, serial).success;

interface DoorProps {
  readonly paper: DoorPaper;
  readonly many: DeliverMany;
  readonly asked: boolean;
}

const Door = ({ paper, many, asked }: DoorProps) => {
  const { line, serial, chosen, state, words } = paper;
  if (state === 'done') return <StatusLine tone="success">{`${homesWords(line)} · ${MANY.entered}`}</StatusLine>;
  return (
    <View className="desk-line">
      <Tick checked={chosen} words={homesWords(line)} onChange={(next) => many.change(line.line, { chosen: next })} />
      {chosen ? (
        <TextField
          label={`${LINE.serial}（${homesWords(line)}）`}
          value={serial}
          keyboard="number"
          maxLength={6}
          error={words ?? (asked && !serialGood(serial) ? LINE.serialWrong : undefined)}
          onChange={(next) => many.change(line.line, { serial: next, words: undefined, state: 'open' })}
        />
      ) : null}
    </View>
  );
};

interface DeliverManySheetProps {
  readonly place: string;
  readonly many: DeliverMany;
  readonly onClose: () => void;
}

/** 批量送达: one stairway's papers entered together, each with its own number. */
export const DeliverManySheet = ({ place, many, onClose }: DeliverManySheetProps) => {
  const [way, setWay] = useState<DeliveryWay>();
  const [first, setFirst] = useState('');
  const [asked, setAsked] = useState(false);
  const { papers, progress, words } = many;
  const due = papers.filter(({ chosen, state }) => chosen && state !== 'done');
  const open = papers.filter(({ state }) => state !== 'done');
  const send = async () => {
    setAsked(true);
    if (way === undefined || due.length === 0 || due.some(({ serial }) => !serialGood(serial))) return;
    await many.send(way);
  };
  /** Papers printed for a stairway are numbered in the order of its doors. */
  const number = () => {
    open.forEach(({ line }, at) => many.change(line.line, { chosen: true, serial: String(Number(first) + at) }));
  };
  return (
    <Sheet
      open
      title={`${MANY.title} · ${place}`}
      onClose={onClose}
      footer={
        <Button wide loading={progress !== undefined} onTap={() => void send()}>
          {MANY.verb(due.length)}
        </Button>
      }
    >
      <View className="stack">
        {progress === undefined ? null : (
          <Bar
            label={papers.length === 0 ? MANY.reading : MANY.sending}
            part={progress.all === 0 ? 0 : progress.done / progress.all}
            numbers={`${String(progress.done)} / ${String(progress.all)}`}
          />
        )}
        {words === undefined ? null : <StatusLine tone="warning">{words}</StatusLine>}
        {progress === undefined && papers.length === 0 && words === undefined ? <EmptyState words={MANY.none} /> : null}
        {open.length === 0 ? null : (
          <>
            <Choice
              label={LINE.wayLabel}
              options={DELIVERY_WAYS.map((value) => ({ value, words: LINE.way[value] }))}
              value={way}
              error={asked && way === undefined ? LINE.choose : undefined}
              onChange={setWay}
            />
            <TextField
              label={MANY.first}
              value={first}
              optional
              keyboard="number"
              maxLength={6}
              hint={MANY.firstHint}
              onChange={setFirst}
            />
            <Button kind="secondary" wide disabled={!serialGood(first)} onTap={number}>
              {MANY.number}
            </Button>
            {asked && due.length === 0 ? <StatusLine tone="danger">{MANY.choose}</StatusLine> : null}
          </>
        )}
        {papers.map((paper) => (
          <Door key={paper.line.line} paper={paper} many={many} asked={asked} />
        ))}
      </View>
    </Sheet>
  );
};
