import * as z from 'zod/mini';
import { HomeBinding, RoleGrant } from '@gongyi/shared/people/role';
import type { Change, Reaction } from '../platform/reaction';
import { PREFIX, keys } from '../platform/table-shape';
import { claimPush } from './push-templates';
import { ROLE_NAMES } from './role-names';
import { tell } from './tell';

const BINDING = keys.binding('', '').sk;
const GRANT = keys.grant('', '').sk;

const onBinding = async (change: Change, personId: string, now: number): Promise<void> => {
  const binding = z.safeParse(HomeBinding, change.new);
  if (!binding.success || change.old?.['state'] !== 'claimed') return;
  const { state, homeId, homeName } = binding.data;
  if (state !== 'verified' && state !== 'refused') return;
  const verified = state === 'verified';
  await tell(
    {
      personIds: [personId],
      // The same home may be claimed and decided again: the change itself is the cause.
      causeId: `claim.${change.eventId}`,
      kind: 'claim-decided',
      title: verified ? '房屋绑定已通过' : '房屋绑定未通过',
      words: verified ? `您已绑定${homeName}。` : `您申请绑定的${homeName}未通过核实，可到社区核对后再申请。`,
      subject: { kind: 'home', id: homeId },
      push: claimPush(verified, now),
    },
    now,
  );
};

const onGrant = async (change: Change, personId: string, now: number): Promise<void> => {
  const grant = z.safeParse(RoleGrant, change.new);
  if (!grant.success || change.old !== undefined || change.new?.['givenBy'] === personId) return;
  const { id, role, scopeName } = grant.data;
  await tell(
    {
      personIds: [personId],
      causeId: `grant.${id}`,
      kind: 'grant-given',
      title: '您有了新身份',
      words: `${scopeName}：${ROLE_NAMES[role]}。在“我的”里切换身份。`,
      subject: { kind: 'grant', id },
    },
    now,
  );
};

/** A claim to a home was decided, or a role was given. */
export const onPerson: Reaction = {
  name: 'notices/on-person',
  async on(change) {
    if (!change.pk.startsWith(PREFIX.person)) return;
    const personId = change.pk.slice(PREFIX.person.length);
    if (change.sk.startsWith(BINDING)) await onBinding(change, personId, Date.now());
    else if (change.sk.startsWith(GRANT)) await onGrant(change, personId, Date.now());
  },
};
