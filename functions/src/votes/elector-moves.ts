import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { nameVoter as nameVoterRoute } from '@gongyi/shared/votes/contract-ballots';
import type {
  RegisterLine,
  endProxy as endProxyRoute,
  nameElector as nameElectorRoute,
  registerProxy as registerProxyRoute,
} from '@gongyi/shared/votes/contract-paper';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import { electorByCoOwners } from '@gongyi/shared/votes/elector-rules';
import { findPerson } from '../people/public';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { editLine } from './edit-line';
import type { EditSpec, Found } from './edit-line';
import { isOnRoll, ownersOnRoll } from './line-people';
import { tellHomes, tellOfElector, tellPerson } from './line-telling';
import { viewLine } from './my-lines';
import { castIsLearned } from './note-look';
import { electorNamed, proxyEnds, proxyLineNos, proxyNamed, proxyTakes } from './entrusted-store';
import { mayKeep, personOf, registerView, takePhotos } from './register';

/** Who casts a line's ballot: named by staff, by the co-owners, or by a written authorisation. */
const register = async (spec: EditSpec, call: Call): Promise<RegisterLine | Refusal> => {
  const found = await editLine(spec, call);
  return isRefusal(found) ? found : registerView(found);
};

const returned = ({ line }: Found): Refusal | undefined =>
  line.returnedAt === undefined ? undefined : refuse('paper-returned');

/** An authorisation that ends or is replaced unused frees its proxy, who hears of it either way. */
const freed = (found: Found, call: Call): TransactItem[] => {
  const { vote, line } = found;
  if (line.electorBy !== 'proxy' || line.elector === undefined) return [];
  const told = tellPerson('released', line.elector, found, call);
  return line.ballot === undefined ? [proxyEnds(vote.id, line.elector, line.no), told] : [told];
};

/** Whoever holds the line by an authorisation and is now named for it keeps it. */
const named = (personId: string, found: Found, call: Call): TransactItem[] => {
  const { vote, line } = found;
  return line.electorBy === 'proxy' && line.elector === personId
    ? [proxyNamed(vote.id, personId, line.no)]
    : [electorNamed(vote.id, personId, line.no), ...freed(found, call)];
};

/** Named by document: a verified owner, the co-owners' written choice, the developer's representative. */
export const nameElector = ({ params, body }: RouteInput<typeof nameElectorRoute>, call: Call) =>
  register(
    {
      voteId: params.voteId,
      no: params.line,
      allowed: mayKeep(call),
      learned: castIsLearned,
      plan: async (found) => {
        const why = returned(found);
        if (why !== undefined) return why;
        const personId = await personOf(body.phone, call.now);
        if (isRefusal(personId)) return personId;
        const photos = await takePhotos(body.photos, params.voteId, call);
        if (photos !== undefined) return photos;
        return {
          set: { elector: personId, electorBy: 'staff', electorAt: call.now, proxyOf: undefined, proxyOfBy: undefined },
          event: { kind: 'elector-named', reason: body.reason, photos: body.photos },
          also: [...named(personId, found, call), ...tellOfElector('elector-named', personId, found, call)],
        };
      },
    },
    call,
  );

/** 委托投票: checked by staff, for this one vote; a proxy holds no more heads than the rules allow. */
export const registerProxy = ({ params, body }: RouteInput<typeof registerProxyRoute>, call: Call) =>
  register(
    {
      voteId: params.voteId,
      no: params.line,
      allowed: mayKeep(call),
      learned: castIsLearned,
      plan: async (found) => {
        const { line, head, vote } = found;
        const why = returned(found);
        if (why !== undefined) return why;
        const personId = await personOf(body.phone, call.now);
        if (isRefusal(personId)) return personId;
        if (personId === line.elector) return refuse('proxy-same');
        const held = await proxyLineNos(vote.id, personId);
        if (held.length >= head.headsPerProxy) return refuse('proxy-limit', { most: head.headsPerProxy });
        const photos = await takePhotos(body.photos, params.voteId, call);
        if (photos !== undefined) return photos;
        const replaces = line.electorBy === 'proxy';
        return {
          set: {
            elector: personId,
            electorBy: 'proxy',
            electorAt: call.now,
            proxyOf: replaces ? line.proxyOf : line.elector,
            proxyOfBy: replaces ? line.proxyOfBy : line.electorBy,
          },
          event: { kind: 'proxy-registered', reason: body.reason, photos: body.photos },
          also: [
            proxyTakes(vote.id, personId, line.no, head.headsPerProxy),
            ...freed(found, call),
            ...tellOfElector('proxy-registered', personId, found, call),
          ],
        };
      },
    },
    call,
  );

/**
 * Ends what an authorisation is still good for. Whether its proxy has cast already is told to nobody: a ballot cast
 * stays and still counts as theirs, and only a place that was not used is free again.
 */
export const endProxy = ({ params, body }: RouteInput<typeof endProxyRoute>, call: Call) =>
  register(
    {
      voteId: params.voteId,
      no: params.line,
      allowed: mayKeep(call),
      castOrNot: true,
      plan: (found) => {
        const { line } = found;
        if (line.electorBy !== 'proxy') return refuse('no-proxy');
        return (
          returned(found) ?? {
            set: {
              elector: line.proxyOf,
              electorBy: line.proxyOf === undefined ? undefined : line.proxyOfBy,
              electorAt: call.now,
              proxyOf: undefined,
              proxyOfBy: undefined,
              ...(line.ballot === undefined ? {} : { proxyVersion: line.ballotVersion }),
            },
            event: { kind: 'proxy-ended', reason: body.reason },
            also: [...freed(found, call), tellHomes('proxy-ended', found, call)],
          }
        );
      },
    },
    call,
  );

/** An owner of the line by the frozen roll; to everybody else there is no such line. */
const isOwner =
  ({ who }: Call) =>
  async ({ homes }: Found): Promise<Refusal | undefined> =>
    isOnRoll(homes, (await findPerson(who.personId))?.phoneHash) ? undefined : refuse('not-found');

/** 共有人投票代表: each co-owner names one of them; when all name the same, that person casts. */
export const nameVoter = async (
  { params, body }: RouteInput<typeof nameVoterRoute>,
  call: Call,
): Promise<MyLine | Refusal> => {
  const found = await editLine(
    {
      voteId: params.voteId,
      no: params.line,
      allowed: isOwner(call),
      plan: async (seen) => {
        const { line, homes } = seen;
        if (line.coOwners < 2) return refuse('not-co-owned');
        const why = returned(seen);
        if (why !== undefined) return why;
        // Whom staff named by document, or an authorisation, the co-owners' own naming does not undo.
        if (line.electorBy === 'staff' || line.electorBy === 'proxy') return refuse('not-the-elector');
        const owners = await ownersOnRoll(homes);
        if (!owners.some(({ personId }) => personId === body.personId)) return refuse('not-a-co-owner');
        const named = { ...line.named, [call.who.personId]: body.personId };
        const elector = electorByCoOwners(
          { coOwners: line.coOwners, named },
          (id) => owners.find(({ personId }) => personId === id)?.ownerIds ?? [],
        );
        return {
          set: {
            named,
            elector,
            electorBy: elector === undefined ? undefined : 'co-owners',
            electorAt: elector === undefined ? undefined : call.now,
          },
          event: { kind: 'voter-named' },
        };
      },
    },
    call,
  );
  if (isRefusal(found)) return found;
  return (await viewLine(found.head, found, call)) ?? refuse('not-found');
};
