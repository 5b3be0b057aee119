import { serving } from '../district/public';
import { membersOf } from '../people/public';

/** Whether somebody works for a property company that serves the compound now. */
export const worksForCompany = async (compoundId: string, personId: string, now: number): Promise<boolean> => {
  const companies = (await serving(compoundId)).filter(({ kind }) => kind === 'property-company');
  const members = await Promise.all(companies.map(({ id }) => membersOf(id, now)));
  return members.flat().some((member) => member.personId === personId);
};
