import { View } from '@tarojs/components';
import { useState } from 'react';
import { listMySignUps } from '@gongyi/shared/volunteers/contract-sign-ups';
import type { MySignUp } from '@gongyi/shared/volunteers/contract-view';
import { Page, open, requireSignIn, switchTab, usePagedList, useServerNow, useSignedIn } from '../../../platform';
import { Button, Chip, EmptyState, ListView, Press, SegmentedTabs, clockWords, spanWords } from '../../../ui';
import { COMMON, SHIFT, SIGN_UPS } from '../../copy';
import { signUpSaid } from '../../rows';
import '../../components/rows.scss';

type Shown = 'coming' | 'past';

const Row = ({ row, now }: { row: MySignUp; now: number }) => {
  const said = signUpSaid(row.state, row.wentAt !== undefined);
  return (
    <Press className="card volunteer-row" onTap={() => open('volunteers/pages/shift/index', { id: row.shiftId })}>
      <View className="row wrap">
        <View className="t16 grow volunteer-title">{row.title}</View>
        <Chip tone={said.tone}>{said.words}</Chip>
        {row.late ? <Chip>{SIGN_UPS.late}</Chip> : null}
      </View>
      <View className="t16 figure">{`${spanWords(row.startsAt, row.endsAt, now)} · ${row.roleName}`}</View>
      <View className="t14 quiet">{`${row.placeName} · ${row.teamName}`}</View>
      {row.answerBy === undefined ? null : (
        <View className="t14 figure">{SHIFT.offered(clockWords(row.answerBy, now))}</View>
      )}
    </Press>
  );
};

const Rows = ({ shown }: { shown: Shown }) => {
  const now = useServerNow();
  const list = usePagedList(listMySignUps, { query: { past: shown === 'past' ? 'yes' : 'no' } });
  return (
    <ListView
      state={list.state}
      keyOf={({ shiftId, slotId }) => `${shiftId} ${slotId}`}
      row={(row) => <Row row={row} now={now} />}
      empty={
        <EmptyState
          words={shown === 'past' ? SIGN_UPS.nonePast : SIGN_UPS.noneComing}
          action={
            <Button kind="secondary" onTap={() => switchTab('volunteers')}>
              {SIGN_UPS.find}
            </Button>
          }
        />
      }
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

/** 我的报名: what I am going to, and where I have been. */
export default function SignUpsPage() {
  const signedIn = useSignedIn();
  const [shown, setShown] = useState<Shown>('coming');
  return (
    <Page title={SIGN_UPS.title}>
      {signedIn ? (
        <View className="stack">
          <SegmentedTabs
            label={SIGN_UPS.title}
            tabs={[
              { value: 'coming', words: SIGN_UPS.coming },
              { value: 'past', words: SIGN_UPS.past },
            ]}
            value={shown}
            onChange={setShown}
          />
          <Rows key={shown} shown={shown} />
        </View>
      ) : (
        <EmptyState
          words={SIGN_UPS.signIn}
          action={<Button onTap={() => void requireSignIn()}>{COMMON.signIn}</Button>}
        />
      )}
    </Page>
  );
}
