import { View } from '@tarojs/components';
import { useState } from 'react';
import { decideClaim, listClaims } from '@gongyi/shared/people/contract';
import type { Claim } from '@gongyi/shared/people/contract';
import { Page, open, useAct, useCompoundId, usePagedList, useServerNow } from '../../../platform';
import { Button, Card, Chip, EmptyState, ListView, Sheet, StatusLine, TextArea, clockWords, say } from '../../../ui';
import type { Tone } from '../../../ui';
import { RELATION } from '../../copy';

const MATCH: Record<Claim['rollMatch'], { readonly words: string; readonly tone: Tone }> = {
  'name-and-phone': { words: '姓名、电话都和名册一致', tone: 'success' },
  name: { words: '姓名和名册一致，电话没对上', tone: 'warning' },
  phone: { words: '电话和名册一致，姓名没对上', tone: 'warning' },
  none: { words: '和名册对不上，请看证件', tone: 'warning' },
  'no-roll': { words: '本小区还没有名册，请看证件', tone: 'plain' },
};

const Refusing = ({ claim, onDone, onClose }: { claim: Claim; onDone: () => void; onClose: () => void }) => {
  const act = useAct();
  const compoundId = useCompoundId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const refuse = async () => {
    setAsked(true);
    if (reason.trim() === '' || compoundId === undefined) return;
    const params = { compoundId, claimId: claim.id };
    if (await act.run(decideClaim, { params, body: { verified: false, reason } })) onDone();
  };
  return (
    <Sheet
      open
      title="不通过"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void refuse()}>
          不通过，告诉对方
        </Button>
      }
    >
      <TextArea
        label="为什么，对方怎么办"
        placeholder="例如：名册上不是您的名字，请带房产证到社区一楼窗口"
        value={reason}
        maxLength={200}
        error={asked && reason.trim() === '' ? '请写明原因' : undefined}
        onChange={setReason}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};

const ClaimCard = ({ claim, now, onDone }: { claim: Claim; now: number; onDone: () => void }) => {
  const act = useAct();
  const compoundId = useCompoundId();
  const [refusing, setRefusing] = useState(false);
  const match = MATCH[claim.rollMatch];
  const verify = async () => {
    if (compoundId === undefined) return;
    const params = { compoundId, claimId: claim.id };
    if (await act.run(decideClaim, { params, body: { verified: true } })) {
      say('已通过');
      onDone();
    }
  };
  return (
    <Card title={`${claim.name} · ${RELATION[claim.relation]}`}>
      <View className="stack">
        <View className="t16">{claim.homeName}</View>
        <View className="t14 quiet figure">
          {claim.phoneMasked ?? '没有绑定手机号'} · {clockWords(claim.claimedAt, now)}
        </View>
        <View className="row">
          <Chip tone={match.tone}>{match.words}</Chip>
        </View>
        <View className="row">
          <Button kind="secondary" wide loading={act.busy} label={`通过 ${claim.name}`} onTap={() => void verify()}>
            通过
          </Button>
          <Button kind="secondary" wide label={`不通过 ${claim.name}`} onTap={() => setRefusing(true)}>
            不通过
          </Button>
        </View>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
      {refusing ? <Refusing claim={claim} onDone={onDone} onClose={() => setRefusing(false)} /> : null}
    </Card>
  );
};

const Claims = ({ compoundId }: { compoundId: string }) => {
  const now = useServerNow();
  const list = usePagedList(listClaims, { params: { compoundId } });
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(claim) => <ClaimCard claim={claim} now={now} onDone={() => void list.refresh()} />}
      empty={<EmptyState words="没有等待核实的住户" hint="居民认领住房后，名册上对不上的会出现在这里。" />}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

/** 核实住户: claims to homes that the roll could not settle. */
export default function ClaimsPage() {
  const compoundId = useCompoundId();
  return (
    <Page title="核实住户">
      <View className="stack">
        <Button kind="quiet" onTap={() => open('district/pages/pick-compound/index')}>
          {compoundId === undefined ? '选小区' : '换小区'}
        </Button>
        {compoundId === undefined ? (
          <EmptyState words="先选一个小区，看那里等待核实的住户" />
        ) : (
          <Claims compoundId={compoundId} />
        )}
      </View>
    </Page>
  );
}
