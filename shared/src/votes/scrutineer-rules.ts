import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import type { Scrutineer, Vote } from './vote';

interface Watcher extends Scrutineer {
  /** Works for a property company that serves the compound, and owns no home that decides. */
  readonly hired: boolean;
}

/**
 * Why somebody may not watch the counting 监票: they see every paper, with its home and its choices. Whom the assembly
 * hires (Civil Code art. 278 para. 1 item 4) never learns who voted, and nobody watches over their own election
 * (item 3). Whom others nominated is known by name alone.
 */
export const scrutineerProblem = (
  { matters }: Pick<Vote, 'matters'>,
  { personId, name, hired }: Watcher,
): Refusal | undefined => {
  if (hired) return refuse('works-for-company');
  const candidates = matters.flatMap(({ election }) => election?.candidates ?? []);
  const stands = candidates.some((one) => (one.personId === undefined ? one.name === name : one.personId === personId));
  return stands ? refuse('stands-for-election') : undefined;
};
