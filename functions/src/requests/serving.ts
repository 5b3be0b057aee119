import type { OrganisationCard } from '@gongyi/shared/district/contract';
import { levelsLeft } from '@gongyi/shared/requests/holder-rules';
import type { Request } from '@gongyi/shared/requests/request';
import { cardOf, findOrganisation, serving } from '../district/public';

/** The holder as everybody may see it; one that is gone keeps its name. */
export const holderCard = async (
  request: Pick<Request, 'compoundId' | 'holderId' | 'holderName'>,
): Promise<OrganisationCard> => {
  const near = (await serving(request.compoundId)).find(({ id }) => id === request.holderId);
  if (near !== undefined) return near;
  const found = await findOrganisation(request.holderId);
  return found === undefined ? { id: request.holderId, kind: 'department', name: request.holderName } : cardOf(found);
};

/** The organisations above a request that it was not yet brought to, lowest first. */
export const levelsOf = async (request: Request): Promise<OrganisationCard[]> => {
  const holder = await holderCard(request);
  return levelsLeft(await serving(request.compoundId), holder, request.escalation?.organisationId);
};

/** The organisation of the next level for a request; undefined at the top. */
export const levelAbove = async (request: Request): Promise<OrganisationCard | undefined> =>
  (await levelsOf(request))[0];
