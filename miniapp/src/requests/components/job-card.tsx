import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { getRequest, startRequest, takeRequest } from '@gongyi/shared/requests/contract';
import type { RequestRow, RequestView } from '@gongyi/shared/requests/contract';
import { newKey, open, submit, useAct, useLoad } from '../../platform';
import { Button, Card, Chip, Due, StatusLine } from '../../ui';
import { MOVE, STATUS, visitWords } from '../copy';
import { useDeskMoves } from '../use-desk-moves';
import { DeskActions } from './desk-actions';
import './job-card.scss';

interface JobCardProps {
  readonly row: RequestRow;
  readonly now: number;
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onMoved: () => void;
}

/** Steps with a button of their own on the card. */
const STEP = { start: startRequest, take: takeRequest } as const;

/** What else can be done on site, once the card is open. */
interface MoreProps {
  readonly row: RequestRow;
  /** As the big step left it. */
  readonly stepped: RequestView | undefined;
  readonly onMoved: () => void;
}

const More = ({ row, stepped, onMoved }: MoreProps) => {
  const load = useLoad(getRequest, { params: { requestId: row.id } });
  const { reload, replace, value } = load;
  const moves = useDeskMoves(
    (view: RequestView) => {
      replace(view);
      onMoved();
    },
    () => void reload(),
  );
  // The big step, or somebody else, has moved it on since it was opened.
  const rev = value?.rev ?? Infinity;
  useEffect(() => {
    if (stepped !== undefined && rev < stepped.rev) replace(stepped);
    else if (rev < row.rev) void reload();
  }, [rev, row.rev, stepped, reload, replace]);
  if (load.value === undefined)
    return load.words === undefined ? null : <StatusLine tone="warning">{load.words}</StatusLine>;
  return <DeskActions view={load.value} moves={moves} templates={[]} loads={{}} beside={Object.keys(STEP)} />;
};

/** The one big step now: 我来接 or 到场. Without network it is kept and sent later, once. */
interface BigStepProps {
  readonly row: RequestRow;
  readonly step: keyof typeof STEP;
  readonly onStepped: (view: RequestView | undefined) => void;
}

const BigStep = ({ row, step, onStepped }: BigStepProps) => {
  const act = useAct();
  const go = async () => {
    const input = { params: { requestId: row.id }, body: { rev: row.rev } };
    if (step === 'take') {
      onStepped(await act.run(takeRequest, input));
      return;
    }
    const outcome = await submit(startRequest, input, { title: `${MOVE.start}：${row.placeName}`, key: newKey() });
    onStepped(outcome.ok ? outcome.value : undefined);
  };
  return (
    <>
      <Button wide loading={act.busy} onTap={() => void go()}>
        {MOVE[step]}
      </Button>
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </>
  );
};

/** A job for the one who does it: where, what, until when; big buttons in the order of the work. */
export const JobCard = ({ row, now, opened, onOpen, onMoved }: JobCardProps) => {
  const [stepped, setStepped] = useState<RequestView>();
  const step = row.assigneeId === undefined ? 'take' : row.status === 'accepted' ? 'start' : undefined;
  return (
    <Card className="job">
      <View className="stack">
        <View className="row job-head">
          <Due at={row.dueAt} now={now} />
          <Chip tone={STATUS[row.status].tone}>{STATUS[row.status].words}</Chip>
        </View>
        <View className="t20">{row.placeName}</View>
        <View className="t16">{row.words ?? row.title}</View>
        {row.visit === undefined ? null : <View className="t16 figure">约好 {visitWords(row.visit, now)}</View>}
        {step === undefined ? null : (
          <BigStep
            row={row}
            step={step}
            onStepped={(view) => {
              setStepped(view);
              onMoved();
            }}
          />
        )}
        {opened ? <More row={row} stepped={stepped} onMoved={onMoved} /> : null}
        <View className="row">
          {opened || row.assigneeId === undefined ? null : (
            <Button kind={step === undefined ? 'primary' : 'secondary'} wide onTap={onOpen}>
              {step === undefined ? '完工拍照' : '约时间、暂缓、报价'}
            </Button>
          )}
          <Button kind="quiet" onTap={() => open('requests/pages/detail/index', { id: row.id })}>
            看详情
          </Button>
        </View>
      </View>
    </Card>
  );
};
