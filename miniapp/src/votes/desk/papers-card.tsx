import { View } from '@tarojs/components';
import { useState } from 'react';
import { getBallotPapers, getFilingPackage, getResultSheet, getVoteSheet } from '@gongyi/shared/votes/contract';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { PlaceSheet } from '../../district/components/place-sheet';
import { keepFromUrl } from '../../platform';
import { Button, Card, StatusLine, say } from '../../ui';
import { DESK, PAPERS } from '../desk-copy';
import { mayPrepare } from './vote-ways';
import type { VoteDesk } from './use-desk-vote';

interface PapersProps {
  readonly desk: VoteDesk;
  readonly view: VoteView;
}

/** Numbered ballot papers, one building or entrance at a time. */
const BallotPapers = ({ desk, view }: PapersProps) => {
  const [picking, setPicking] = useState(false);
  const print = (placeId: string) => desk.show(getBallotPapers, { params: { voteId: view.id }, query: { placeId } });
  return (
    <>
      <Button kind="secondary" wide loading={desk.paper.busy} onTap={() => setPicking(true)}>
        {PAPERS.ballots}
      </Button>
      <View className="t14 quiet">{PAPERS.ballotsHint}</View>
      <PlaceSheet
        open={picking}
        title={PAPERS.ballotsWhere}
        root={{ id: view.compoundId, name: view.compoundName }}
        kinds={['building', 'entrance']}
        onPick={({ id }) => {
          setPicking(false);
          void print(id);
        }}
        onClose={() => setPicking(false)}
      />
    </>
  );
};

/** What is printed or handed in of a vote, each as soon as it exists. */
export const PapersCard = ({ desk, view }: PapersProps) => {
  const params = { voteId: view.id };
  const announced = view.noticeAt !== undefined;
  if (!announced) return null;
  const published = view.status === 'published';
  const filing = async () => {
    const found = await desk.paper.run(getFilingPackage, { params });
    if (found !== undefined && !(await keepFromUrl(found.url, PAPERS.filingName(view.number)))) say(DESK.sheetFailed);
  };
  return (
    <Card title={PAPERS.title}>
      <View className="stack">
        <Button kind="secondary" wide loading={desk.paper.busy} onTap={() => void desk.show(getVoteSheet, { params })}>
          {PAPERS.notice}
        </Button>
        {mayPrepare(view) && view.status === 'open' ? <BallotPapers desk={desk} view={view} /> : null}
        {published ? (
          <Button
            kind="secondary"
            wide
            loading={desk.paper.busy}
            onTap={() => void desk.show(getResultSheet, { params })}
          >
            {PAPERS.result}
          </Button>
        ) : null}
        {published && mayPrepare(view) ? (
          <>
            <Button kind="secondary" wide loading={desk.paper.busy} onTap={() => void filing()}>
              {PAPERS.filing}
            </Button>
            <View className="t14 quiet">{PAPERS.filingHint}</View>
          </>
        ) : null}
        {desk.paper.words === undefined ? null : <StatusLine tone="warning">{desk.paper.words}</StatusLine>}
      </View>
    </Card>
  );
};
