import { electorByRoll } from '@gongyi/shared/votes/elector-rules';
import { createOnce, putAll } from '../platform/table';
import { keys } from '../platform/table-shape';
import { hexBytes } from './ballot-item';
import type { BallotHead } from './ballot-item';
import { ownersOnRoll, phoneHashesOf } from './line-people';
import { areaOf } from './roll-plan';
import type { PlannedLine } from './roll-plan';
import { castSecrets } from './vote-keys';

const AT_ONCE = 16;

/** The homes behind the line, and the rows that lead to it: from every home, and from every owner's number. */
const rowsOf = (voteId: string, no: number, { homes }: PlannedLine) => [
  ...homes.flatMap((home) => [
    { ...keys.ballotLineHome(voteId, no, home.homeId), ...home },
    { ...keys.ballotHome(voteId, home.homeId), homeId: home.homeId, no },
  ]),
  ...phoneHashesOf(homes).map((hash) => ({ ...keys.ballotOwner(voteId, hash, no), no })),
];

const electorOf = async ({ coOwners, homes }: PlannedLine, now: number): Promise<object> => {
  if (coOwners !== 1) return {};
  const owners = await ownersOnRoll(homes);
  const elector = electorByRoll(
    { coOwners },
    owners.map(({ personId }) => personId),
  );
  return elector === undefined ? {} : { elector, electorBy: 'roll', electorAt: now };
};

/** Writes lines `from` (counted from 0) up to `until` of the plan. What is there already stays as it is. */
export const writeLines = async (
  { voteId, keys: wrapped }: Pick<BallotHead, 'voteId' | 'keys'>,
  plan: readonly PlannedLine[],
  from: number,
  until: number,
  now: number,
): Promise<void> => {
  const { markOf } = await castSecrets(voteId, { cast: wrapped.cast });
  const part = plan.slice(from, until).map((line, index) => ({ line, no: from + index + 1 }));
  // Homes first: a line that is there has them.
  await putAll(part.flatMap(({ line, no }) => rowsOf(voteId, no, line)));
  for (let at = 0; at < part.length; at += AT_ONCE) {
    await Promise.all(
      part.slice(at, at + AT_ONCE).map(async ({ line, no }) =>
        createOnce({
          ...keys.ballotLine(voteId, no),
          no,
          mark: hexBytes(markOf(no)),
          area: areaOf(line),
          homes: line.homes.length,
          coOwners: line.coOwners,
          ...(await electorOf(line, now)),
          opHash: 'opening',
        }),
      ),
    );
  }
};
