import { editPerson } from './person-store';

/** The first name somebody gives for a home is what they go by until they say otherwise. */
export const rememberName = async (personId: string, given: string, op: string): Promise<void> => {
  await editPerson(personId, op, ({ name }) => ({ name: name ?? given }));
};
