import { findPersons } from './person-store';

/** The names of people by id; who gave none or is gone is left out. */
export const namesOf = async (personIds: readonly string[]): Promise<Map<string, string>> => {
  const persons = await findPersons(personIds);
  return new Map([...persons].flatMap(([personId, { name }]) => (name === undefined ? [] : [[personId, name]])));
};
