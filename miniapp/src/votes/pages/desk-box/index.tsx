import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Box, BoxPaper } from '@gongyi/shared/votes/contract-paper';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { LoadState, Page, open, usePullToRefresh, useServerNow } from '../../../platform';
import { Bar, Button, Card, Chip, Confirm, EmptyState, Press, StatusLine, WordsSheet, clockWords } from '../../../ui';
import type { Tone } from '../../../ui';
import { BOX } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';
import { PaperForm, PaperPhotos } from '../../desk/paper-form';
import { fullDate } from '../../figures';
import { taskOf, useBox } from '../../desk/use-box';
import type { BoxDesk, PaperTask } from '../../desk/use-box';

const TASK: Record<PaperTask, { readonly words: string; readonly tone: Tone }> = {
  enter: { words: BOX.task.enter, tone: 'plain' },
  confirm: { words: BOX.task.confirm, tone: 'brand' },
  wait: { words: BOX.task.wait, tone: 'plain' },
  settle: { words: BOX.task.settle, tone: 'danger' },
  done: { words: BOX.task.done, tone: 'success' },
};

interface PapersProps {
  readonly desk: BoxDesk;
  readonly box: Box;
  readonly at: number | undefined;
}

/** Before and after the papers shown: a large box is read page by page. */
const Turn = ({ desk: { back, onward } }: { desk: BoxDesk }) =>
  back === undefined && onward === undefined ? null : (
    <View className="row">
      <Button kind="quiet" disabled={back === undefined} onTap={() => back?.()}>
        {BOX.back}
      </Button>
      <Button kind="quiet" disabled={onward === undefined} onTap={() => onward?.()}>
        {BOX.onward}
      </Button>
    </View>
  );

const Papers = ({ desk, box, at }: PapersProps) => {
  const { papers, confirmed } = box.counts;
  return (
    <View className="desk-column">
      <Card>
        <Bar
          label={BOX.progress}
          part={papers === 0 ? 1 : confirmed / papers}
          numbers={`${String(confirmed)} / ${String(papers)}`}
        />
      </Card>
      <View className="desk-column" role="radiogroup" aria-label={BOX.papers}>
        {box.items.map((paper) => {
          const { words, tone } = paper.state === 'differs' ? BOX.differsChip : TASK[taskOf(paper, box.mayEnter)];
          return (
            <Press
              key={paper.line}
              className={`desk-paper${paper.line === at ? ' desk-paper-on' : ''}`}
              role="radio"
              checked={paper.line === at}
              label={`${BOX.paper(paper.serial)} ${words}`}
              onTap={() => desk.choose(paper.line)}
            >
              <View className="row wrap">
                <View className="t16 grow figure">{BOX.paper(paper.serial)}</View>
                <Chip tone={tone}>{words}</Chip>
              </View>
            </Press>
          );
        })}
      </View>
      <Turn desk={desk} />
    </View>
  );
};

const Work = ({ desk, view, paper }: { desk: BoxDesk; view: VoteView; paper: BoxPaper }) => {
  const task = taskOf(paper, desk.box?.mayEnter ?? false);
  if (task === 'enter' || task === 'confirm')
    return (
      <PaperForm
        key={`${String(paper.line)} ${paper.state}`}
        view={view}
        paper={paper}
        task={task}
        busy={desk.act.busy}
        onRead={(entry) => desk.read(paper, entry)}
      />
    );
  if (task === 'settle')
    return (
      <StatusLine
        tone="danger"
        action={
          <Button kind="secondary" onTap={() => open('votes/pages/desk-registers/index', { id: view.id })}>
            {BOX.toSettle}
          </Button>
        }
      >
        {BOX.disputed}
      </StatusLine>
    );
  return <StatusLine>{task === 'done' ? BOX.isDone : BOX.waits}</StatusLine>;
};

const Scrutineers = ({ box, now }: { box: Box; now: number }) => (
  <Card title={BOX.scrutineers}>
    {box.scrutineers.map(({ name, signedAt }) => (
      <View key={name} className="desk-facts t16">
        <View>{name}</View>
        <View className="figure">
          {signedAt === undefined ? BOX.unsigned : BOX.signedAt(clockWords(signedAt, now))}
        </View>
      </View>
    ))}
  </Card>
);

type Asking = 'sign' | 'finish' | undefined;

/** The one step at the bottom: to sign as a scrutineer, or to end the counting. */
const Step = ({ box, onAsk }: { box: Box; onAsk: (what: Asking) => void }) => {
  if (box.maySign)
    return (
      <Button wide onTap={() => onAsk('sign')}>
        {BOX.sign}
      </Button>
    );
  return (
    <Button wide onTap={() => onAsk('finish')}>
      {BOX.finish}
    </Button>
  );
};

const Asked = ({ desk, box, asking, onClose }: { desk: BoxDesk; box: Box; asking: Asking; onClose: () => void }) => {
  const trouble = desk.act.words === undefined ? [] : [desk.act.words];
  const { papers } = box.counts;
  const signing = asking === 'sign';
  const silent = box.scrutineers.filter(({ signedAt }) => signedAt === undefined);
  if (asking === 'finish' && silent.length > 0)
    return (
      <WordsSheet
        title={BOX.unsignedTitle(silent.map(({ name }) => name).join('、'))}
        label={BOX.unsignedReason}
        missing={BOX.unsignedMissing}
        verb={BOX.finish}
        most={200}
        act={desk.act}
        onSend={(reason) => void desk.finish(reason).then((done) => (done ? onClose() : undefined))}
        onClose={onClose}
      >
        <StatusLine tone="warning">{BOX.unsignedWhat}</StatusLine>
      </WordsSheet>
    );
  const lines = signing ? BOX.signLines(papers) : BOX.finishLines(papers, box.scrutineers.length);
  const go = async () => {
    if (await (signing ? desk.sign() : desk.finish())) onClose();
  };
  return (
    <Confirm
      open={asking !== undefined}
      title={signing ? BOX.signTitle : BOX.finishTitle}
      lines={[...lines, ...trouble]}
      verb={signing ? BOX.sign : BOX.finish}
      busy={desk.act.busy}
      onConfirm={() => void go()}
      onClose={onClose}
    />
  );
};

const Counting = ({ view }: { view: VoteView }) => {
  const now = useServerNow();
  const desk = useBox(view.id);
  const [asking, setAsking] = useState<Asking>();
  usePullToRefresh(desk.load.reload);
  const { box, paper } = desk;
  if (box === undefined)
    return (
      <Page title={BOX.title}>
        <View className="stack">
          <VoteTop view={view} />
          <LoadState load={desk.load} />
        </View>
      </Page>
    );
  const close = () => {
    desk.act.clear();
    setAsking(undefined);
  };
  const counting = box.status === 'counting';
  const step = counting && (box.maySign || box.mayFinish);
  return (
    <Page title={BOX.title} wide action={step ? <Step box={box} onAsk={setAsking} /> : undefined}>
      <View className="stack">
        <VoteTop view={view} />
        {counting ? null : <StatusLine tone="success">{BOX.over}</StatusLine>}
        {desk.act.words === undefined || asking !== undefined ? null : (
          <StatusLine tone="warning">{desk.act.words}</StatusLine>
        )}
        {box.signedUntil === undefined ? null : (
          <StatusLine>{BOX.waitsForSigning(fullDate(box.signedUntil))}</StatusLine>
        )}
        {box.counts.papers === 0 ? <EmptyState words={BOX.none} /> : null}
        <View className="desk-box">
          <Papers desk={desk} box={box} at={paper?.line} />
          {paper === undefined ? null : <PaperPhotos paper={paper} />}
          <View className="desk-column">
            {paper === undefined ? null : <Work desk={desk} view={view} paper={paper} />}
            <Scrutineers box={box} now={now} />
          </View>
        </View>
      </View>
      <Asked desk={desk} box={box} asking={asking} onClose={close} />
    </Page>
  );
};

/** 开箱计票: papers are read by one, confirmed by another against the picture, and signed by the scrutineers. */
export default function DeskBoxPage() {
  return <DeskVotePage title={BOX.title}>{(_desk, view) => <Counting view={view} />}</DeskVotePage>;
}
