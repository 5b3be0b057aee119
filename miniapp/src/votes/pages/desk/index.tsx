import { View } from '@tarojs/components';
import { useState } from 'react';
import { listVotes } from '@gongyi/shared/votes/contract-votes';
import { VOTE_STAGES } from '@gongyi/shared/votes/contract-view';
import type { VoteStage } from '@gongyi/shared/votes/contract-view';
import type { RoleGrant } from '@gongyi/shared/people/role';
import { Page, open, useMe, usePageParams, usePagedList, useServerNow, useSignedIn } from '../../../platform';
import { Button, CardLink, EmptyState, ListView, SegmentedTabs } from '../../../ui';
import { VoteCard } from '../../components/vote-card';
import { VOTES } from '../../copy';
import { DESK, DESK_WAYS, DRAFT, OTHER_COMPOUND } from '../../desk-copy';
import { useDeskCompound } from '../../desk/compound-page';
import { SignInFirst } from '../../desk/desk-page';
import { NeedsList } from '../../desk/needs-list';

/** Those who prepare votes; others come here to witness the log of one that runs. */
const PREPARES: readonly RoleGrant['role'][] = [
  'owners-committee-director',
  'owners-committee-member',
  'community-worker',
  'community-secretary',
];

const Votes = ({ compoundId, prepares }: { compoundId: string; prepares: boolean }) => {
  const now = useServerNow();
  const stages: readonly VoteStage[] = prepares ? VOTE_STAGES : ['running', 'done'];
  const [stage, setStage] = useState<VoteStage>('running');
  const list = usePagedList(listVotes, { params: { compoundId }, query: { stage } });
  return (
    <>
      <SegmentedTabs
        label={VOTES.stage}
        tabs={stages.map((value) => ({ value, words: VOTES.stages[value] }))}
        value={stage}
        onChange={setStage}
      />
      <ListView
        state={list.state}
        keyOf={({ id }) => id}
        row={(row) => (
          <VoteCard row={row} now={now} onTap={() => open('votes/pages/desk-vote/index', { id: row.id })} />
        )}
        empty={<EmptyState words={VOTES.empty[stage]} />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
    </>
  );
};

const Ways = ({ compoundId, several }: { compoundId: string | undefined; several: boolean }) => (
  <View className="desk-column">
    {DESK_WAYS.map(({ page, words, hint }) => (
      <CardLink key={page} onTap={() => open(`votes/pages/${page}/index`, { compound: compoundId, place: compoundId })}>
        <View className="t16">{words}</View>
        <View className="t14 quiet">{hint}</View>
      </CardLink>
    ))}
    {several ? (
      <CardLink onTap={() => open('district/pages/pick-compound/index')}>
        <View className="t16">{OTHER_COMPOUND.words}</View>
        <View className="t14 quiet">{OTHER_COMPOUND.hint}</View>
      </CardLink>
    ) : null}
  </View>
);

const Desk = () => {
  const me = useMe();
  const now = useServerNow();
  const { place } = usePageParams();
  const compoundId = useDeskCompound();
  const grant = me?.grants.find(({ role, placeId }) => PREPARES.includes(role) && placeId !== undefined);
  const placeId = place ?? grant?.placeId;
  const prepares = grant !== undefined;
  return (
    <Page
      title={DESK.title}
      wide
      action={
        prepares && compoundId !== undefined ? (
          <Button wide onTap={() => open('votes/pages/desk-draft/index', { compound: compoundId })}>
            {DRAFT.start}
          </Button>
        ) : undefined
      }
    >
      <View className="desk-columns">
        <View className="desk-column">
          {prepares && placeId !== undefined ? <NeedsList placeId={placeId} now={now} /> : null}
          {compoundId === undefined ? (
            <EmptyState
              words={DESK.pick}
              action={<Button onTap={() => open('district/pages/pick-compound/index')}>{DESK.pickVerb}</Button>}
            />
          ) : (
            <Votes key={compoundId} compoundId={compoundId} prepares={prepares} />
          )}
        </View>
        <Ways compoundId={compoundId} several={compoundId !== undefined && placeId !== compoundId} />
      </View>
    </Page>
  );
};

/** 表决工作台: what votes need of me by when, every vote by its stage, and what else a committee does. */
export default function DeskPage() {
  const signedIn = useSignedIn();
  return signedIn ? <Desk /> : <SignInFirst title={DESK.title} />;
}
