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
import { editLine } from './edit-line';
import type { EditSpec, Found } from './edit-line';
import { isOnRoll, ownersOnRoll } from './line-people';
import { tellHomes, tellOfElector } from './line-telling';
import { viewLine } from './my-lines';
import { placeForNamed, placeForProxy, placesFreed } from './elector-places';
import { castIsLearned } from './note-look';
import { mayKeep, personOf, registerView, takePhotos } from './register';

/** Who casts a line's ballot: named by staff, by the co-owners, or by a written authorisation. */
const register = async (spec: EditSpec, call: Call): Promise<RegisterLine | Refusal> => {
  const found = await editLine(spec, call);
  return isRefusal(found) ? found : registerView(found);
};

const returned = ({ line }: Found): Refusal | undefined =>
  line.returnedAt === undefined ? undefined : refuse('paper-returned');

/** Who holds a line by an authorisation. */
const proxyIn = ({ line }: Found): string | undefined => (line.electorBy === 'proxy' ? line.elector : undefined);
/** Whom staff named for a line, now or before an authorisation. */
const namedIn = ({ line }: Found): string | undefined =>
  line.electorBy === 'staff' ? line.elector : line.proxyOfBy === 'staff' ? line.proxyOf : undefined;

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
        const place = await placeForNamed(found, personId, call);
        if (isRefusal(place)) return place;
        const photos = await takePhotos(body.photos, params.voteId, call);
        if (photos !== undefined) return photos;
        const leave = [proxyIn(found), namedIn(found)].filter((one) => one !== personId);
        return {
          set: { elector: personId, electorBy: 'staff', electorAt: call.now, proxyOf: undefined, proxyOfBy: undefined },
          event: { kind: 'elector-named', reason: body.reason, photos: body.photos },
          also: [
            ...place,
            ...placesFreed(found, leave, call),
            ...tellOfElector('elector-named', personId, found, call),
          ],
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
        const { line } = found;
        const why = returned(found);
        if (why !== undefined) return why;
        const personId = await personOf(body.phone, call.now);
        if (isRefusal(personId)) return personId;
        if (personId === line.elector || personId === line.proxyOf) return refuse('proxy-same');
        const place = await placeForProxy(found, personId, call);
        if (isRefusal(place)) return place;
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
            ...place,
            ...placesFreed(found, [proxyIn(found)], call),
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
            also: [...placesFreed(found, [proxyIn(found)], call), tellHomes('proxy-ended', found, call)],
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
