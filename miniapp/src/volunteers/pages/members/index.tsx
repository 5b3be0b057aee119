import { View } from '@tarojs/components';
import { useState } from 'react';
import { changeMember, getTeam, inviteMember, listMembers } from '@gongyi/shared/volunteers/contract-teams';
import type { MemberRow } from '@gongyi/shared/volunteers/contract-view';
import { SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import { LoadState, Page, useAct, useChecked, useLoad, usePageParams, usePullToRefresh } from '../../../platform';
import { Button, Card, Chip, Confirm, EmptyState, Sheet, StatusLine, TextField, say } from '../../../ui';
import { MINE } from '../../components/team-card';
import { TEAM } from '../../copy';
import '../../components/roster.scss';

type Act = keyof typeof TEAM.memberActs;
const ACTS: readonly Act[] = ['admit', 'reject', 'lead', 'step-down', 'remove'];

/** By the number they have bound; nobody learns whether somebody is a neighbour unless they accept. */
const InviteSheet = ({ teamId, onClose }: { teamId: string; onClose: () => void }) => {
  const act = useAct();
  const [phone, setPhone] = useState('');
  const body = { phone: phone.trim() };
  const checked = useChecked(inviteMember.body, body);
  const send = async () => {
    if (!checked.ask()) return;
    if ((await act.run(inviteMember, { params: { teamId }, body })) === undefined) return;
    say(TEAM.invited);
    onClose();
  };
  return (
    <Sheet
      open
      title={TEAM.invite}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {TEAM.invite}
        </Button>
      }
    >
      <TextField
        label={TEAM.invitePhone}
        hint={TEAM.inviteHint}
        keyboard="number"
        value={phone}
        maxLength={11}
        error={checked.wrong('phone') ? TEAM.invitePhoneWrong : undefined}
        onChange={setPhone}
        onLeave={() => checked.leave('phone')}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};

interface RowProps {
  readonly row: MemberRow;
  readonly overseen: boolean;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

const Row = ({ row, overseen, busy, onAct }: RowProps) => (
  <View className="roster-row">
    <View className="grow roster-who">
      <View className="row wrap">
        <View className="t16 roster-name">{row.name}</View>
        {row.state === 'member' ? null : <Chip tone={MINE[row.state].tone}>{STATE_WORDS[row.state]}</Chip>}
        {row.party ? <Chip>{TEAM.party}</Chip> : null}
      </View>
      <View className="t14 quiet">{row.skills.map((skill) => SKILL_NAMES[skill]).join('、')}</View>
    </View>
    <View className="row wrap">
      {ACTS.filter((act) => row.acts.includes(act) && (overseen || (act !== 'lead' && act !== 'step-down'))).map(
        (act) => (
          <Button
            key={act}
            kind={act === 'admit' ? 'secondary' : 'quiet'}
            disabled={busy}
            label={`${TEAM.memberActs[act]} ${row.name}`}
            onTap={() => onAct(act)}
          >
            {TEAM.memberActs[act]}
          </Button>
        ),
      )}
    </View>
  </View>
);

const STATE_WORDS: Record<MemberRow['state'], string> = {
  asked: '想加入',
  invited: '已邀请',
  member: '队员',
  leader: '队长',
};

const People = ({ teamId, overseen }: { teamId: string; overseen: boolean }) => {
  const load = useLoad(listMembers, { params: { teamId } });
  const act = useAct(() => void load.reload());
  const [removing, setRemoving] = useState<MemberRow>();
  usePullToRefresh(load.reload);
  const make = async (row: MemberRow, what: Act) => {
    const params = { teamId, volunteerId: row.volunteerId };
    if ((await act.run(changeMember, { params, body: { act: what } })) === undefined) return;
    setRemoving(undefined);
    say(TEAM.memberDone[what]);
    await load.reload();
  };
  if (load.value === undefined) return <LoadState load={load} />;
  const rows = load.value.items;
  if (rows.length === 0) return <EmptyState words={TEAM.none} />;
  return (
    <Card>
      {act.words === undefined || removing !== undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      {rows.map((row) => (
        <Row
          key={row.volunteerId}
          row={row}
          overseen={overseen}
          busy={act.busy}
          onAct={(what) => (what === 'remove' ? setRemoving(row) : void make(row, what))}
        />
      ))}
      {removing === undefined ? null : (
        <Confirm
          open
          title={`${TEAM.removeTitle}（${removing.name}）`}
          lines={[...TEAM.removeLines, ...(act.words === undefined ? [] : [act.words])]}
          verb={TEAM.memberActs.remove}
          danger
          busy={act.busy}
          onConfirm={() => void make(removing, 'remove')}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Card>
  );
};

/** 队员: who asks comes first; inviting, admitting, and for the community the leaders. */
export default function MembersPage() {
  const { id } = usePageParams();
  const team = useLoad(getTeam, id === undefined ? undefined : { params: { teamId: id } });
  const [inviting, setInviting] = useState(false);
  if (team.value === undefined)
    return (
      <Page title={TEAM.membersTitle}>
        <LoadState load={team} />
      </Page>
    );
  return (
    <Page
      title={TEAM.membersTitle}
      action={
        <Button wide onTap={() => setInviting(true)}>
          {TEAM.invite}
        </Button>
      }
    >
      <View className="stack">
        <People teamId={team.value.id} overseen={team.value.mayOversee} />
      </View>
      {inviting ? <InviteSheet teamId={team.value.id} onClose={() => setInviting(false)} /> : null}
    </Page>
  );
}
