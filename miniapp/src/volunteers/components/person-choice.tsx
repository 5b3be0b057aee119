import { within } from '@gongyi/shared/district/place';
import { listMembers } from '@gongyi/shared/volunteers/contract-teams';
import { listVolunteers } from '@gongyi/shared/volunteers/contract-volunteers';
import { LoadState, useLoad, useMe, usePagedList } from '../../platform';
import { Choice, ListMore, Skeleton, StatusLine } from '../../ui';
import { LEAD } from '../copy';

interface PersonChoiceProps {
  readonly label: string;
  readonly teamId: string;
  /** Staff also find who belongs to no team. */
  readonly communityId: string;
  readonly value: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (volunteerId: string) => void;
}

const STAFF: readonly string[] = ['community-worker', 'community-secretary', 'grid-worker', 'building-steward'];

/** Somebody of the team, and for staff any volunteer of the community without a phone. */
export const PersonChoice = ({ label, teamId, communityId, value, error, onChange }: PersonChoiceProps) => {
  const grants = useMe()?.grants ?? [];
  const staff = grants.some(({ role, placeId = '' }) => STAFF.includes(role) && within(placeId, communityId));
  const members = useLoad(listMembers, { params: { teamId } });
  const recorded = usePagedList(
    listVolunteers,
    staff ? { params: { placeId: communityId }, query: { recorded: 'yes', limit: 50 } } : undefined,
  );
  const own = (members.value?.items ?? []).filter(({ state }) => state === 'member' || state === 'leader');
  const others = recorded.state.items.filter((row) => !own.some((one) => one.volunteerId === row.volunteerId));
  const { status, more } = recorded.state;
  // Of a team that is not theirs staff are not shown the members, and do without.
  if (!staff && members.value === undefined) return <LoadState load={members} rows={2} />;
  if (staff && status === 'loading') return <Skeleton rows={2} />;
  const all = !staff || (status === 'ready' && !more);
  if (all && own.length + others.length === 0) return <StatusLine>{LEAD.enterNone}</StatusLine>;
  return (
    <>
      <Choice
        label={label}
        options={[...own, ...others].map(({ volunteerId, name }) => ({ value: volunteerId, words: name }))}
        value={value}
        error={error}
        onChange={onChange}
      />
      {staff ? <ListMore state={recorded.state} onRefresh={recorded.refresh} onMore={recorded.more} /> : null}
    </>
  );
};
