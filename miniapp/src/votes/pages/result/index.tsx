import { View } from '@tarojs/components';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import type { VoteResult } from '@gongyi/shared/votes/vote';
import { LoadState, Page, open, usePageParams, usePullToRefresh, useShareCard } from '../../../platform';
import { Button, Card, EmptyState, StatusLine } from '../../../ui';
import { ForceStrip } from '../../components/force-strip';
import { ResultElection } from '../../components/result-election';
import { ResultLog } from '../../components/result-log';
import { ResultObjections } from '../../components/result-objections';
import { ResultParticipation } from '../../components/result-participation';
import { ResultQuestion } from '../../components/result-question';
import { VoteObjectSheet } from '../../components/vote-object-sheet';
import { RESULT, VOTE } from '../../copy';
import { areaWords, fullDate } from '../../figures';
import { useResult } from '../../use-result';

const Head = ({ view }: { view: VoteView }) => (
  <Card>
    <View className="stack">
      <View className="t14 quiet figure">{view.number}</View>
      <View className="t20">{view.title}</View>
      <View className="t14 quiet">{VOTE.of(view.compoundName, view.scopeNames)}</View>
      {view.electorate === undefined ? null : (
        <View className="t14 quiet figure">
          {VOTE.electorate(view.electorate.heads, areaWords(view.electorate.area))}
        </View>
      )}
      {view.closesAt === undefined ? null : (
        <View className="t14 quiet figure">{`${VOTE.ends} ${fullDate(view.closesAt)}`}</View>
      )}
      {view.resultNoticeUntil === undefined ? null : (
        <View className="t14 quiet figure">{`${RESULT.noticeUntil} ${fullDate(view.resultNoticeUntil)}`}</View>
      )}
      {view.challengeUntil === undefined || view.legalForce === 'consultative' ? null : (
        <View className="t14 quiet figure">{`${RESULT.challengeUntil}：${fullDate(view.challengeUntil)}`}</View>
      )}
    </View>
  </Card>
);

/** Matter by matter, each counted alone. */
const Matters = ({ view, result }: { view: VoteView; result: VoteResult }) =>
  view.matterList.map((matter, index) => {
    const questions = result.questions.filter(({ matterId }) => matterId === matter.id);
    const election = result.elections.find(({ matterId }) => matterId === matter.id);
    return (
      <Card key={matter.id} title={VOTE.matterOf(index + 1, view.matterList.length)}>
        <View className="stack">
          <View className="t20">{matter.title}</View>
          {election === undefined ? (
            questions.map((question) => <ResultQuestion key={question.questionId} result={question} />)
          ) : (
            <ResultElection matter={matter} election={election} questions={questions} />
          )}
        </View>
      </Card>
    );
  });

const WAYS = ['phone', 'proxy', 'paper', 'spoiled'] as const;

const Ways = ({ ballots }: { ballots: VoteResult['ballots'] }) => (
  <Card title={RESULT.ways}>
    {WAYS.map((way) => (
      <View key={way} className="vote-facts t16">
        <View>{RESULT.ballots[way]}</View>
        <View className="figure">{RESULT.count(ballots[way])}</View>
      </View>
    ))}
    {ballots.spoiled === 0 ? null : <View className="t14 quiet">{RESULT.spoiledHint}</View>}
  </Card>
);

const NotYet = ({ view }: { view: VoteView }) => (
  <EmptyState
    words={RESULT.notYet}
    action={
      <Button kind="secondary" onTap={() => open('votes/pages/vote/index', { id: view.id })}>
        {RESULT.toVote}
      </Button>
    }
  />
);

/** 表决结果: what was decided by which numbers, how to count them again, and what owners object to. */
export default function ResultPage() {
  const { id, voteId = id, root } = usePageParams();
  const desk = useResult(voteId);
  const view = desk.load.value;
  const result = view?.result;
  const { objections } = desk;
  useShareCard(view && { title: RESULT.share(view.title), path: `votes/pages/result/index?id=${view.id}` });
  usePullToRefresh(desk.reload);
  if (view === undefined || result === undefined)
    return (
      <Page title={RESULT.title}>
        {voteId === undefined ? <EmptyState words={VOTE.gone} /> : null}
        {view === undefined ? null : <NotYet view={view} />}
        {voteId !== undefined && view === undefined ? <LoadState load={desk.load} rows={5} /> : null}
      </Page>
    );
  const toObject =
    objections.last?.mayObject === true ? (
      <Button wide kind="secondary" onTap={() => void desk.begin()}>
        {RESULT.object}
      </Button>
    ) : undefined;
  return (
    <Page title={RESULT.title} action={toObject}>
      <View className="stack">
        <ForceStrip rules={view.rules.rules} />
        <Head view={view} />
        <Matters view={view} result={result} />
        <Ways ballots={result.ballots} />
        {view.unsigned === undefined ? null : (
          <StatusLine tone="warning">
            {RESULT.unsigned(view.unsigned.names.join('、'), view.unsigned.reason)}
          </StatusLine>
        )}
        <ResultLog
          voteId={view.id}
          result={result}
          expected={root}
          busy={desk.file.busy}
          onBundle={() => void desk.bundle()}
          onCheck={() => open('votes/pages/verify/index', { vote: view.id, root: root ?? result.log.root })}
        />
        {desk.file.words === undefined ? null : <StatusLine tone="warning">{desk.file.words}</StatusLine>}
        {view.mayInspect ? <ResultParticipation voteId={view.id} /> : null}
        <ResultObjections state={objections.state} onRefresh={objections.refresh} onMore={objections.more} />
        <Button kind="secondary" wide loading={desk.paper.busy} onTap={() => void desk.print()}>
          {RESULT.pdf}
        </Button>
        {desk.paper.words === undefined ? null : <StatusLine tone="warning">{desk.paper.words}</StatusLine>}
        <Button kind="quiet" wide onTap={() => open('votes/pages/vote/index', { id: view.id })}>
          {RESULT.toVote}
        </Button>
      </View>
      {desk.objecting ? (
        <VoteObjectSheet voteId={view.id} act={desk.act} onObject={desk.object} onClose={desk.close} />
      ) : null}
    </Page>
  );
}
