import type { CheckState } from '@gongyi/shared/media/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { changeOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { differenceOf } from './request-item';
import { findRequest } from './request-store';

/**
 * Verdicts on words. They change what is shown, never the case: the revision stands, so that nobody's
 * move is refused because of one.
 */
type Verdict = Exclude<CheckState, 'pending'>;

/** What a machine says counts only while nothing else was said; a person's word counts always. */
const lawful = (from: CheckState, byPerson: boolean): boolean => byPerson || from === 'pending';

const writeRequestWords = async (request: Request, wordsCheck: Verdict, op: string): Promise<boolean> => {
  const { done } = await changeOnce({
    key: keys.request(request.id),
    set: differenceOf(request, { ...request, wordsCheck }),
    when: '#rev = :rev AND wordsCheck = :seen',
    names: { '#rev': 'rev' },
    values: { ':rev': request.rev, ':seen': request.wordsCheck },
    op,
  });
  return done;
};

const TRIES = 8;

/** Writes a verdict on a request's words, whatever moves it makes meanwhile. */
export const settleRequestWords = async (
  seen: Request,
  verdict: Verdict,
  person?: { readonly op: string },
): Promise<void> => {
  let request: Request | undefined = seen;
  for (let attempt = 0; attempt < TRIES && request !== undefined; attempt += 1) {
    if (request.wordsCheck === verdict || !lawful(request.wordsCheck, person !== undefined)) return;
    if (await writeRequestWords(request, verdict, person?.op ?? `words.${verdict}`)) return;
    request = await findRequest(request.id);
  }
  throw new Error('a request changed too often for a verdict on its words');
};

/** Writes a verdict on a step's words; false if there is no such step with words. */
export const settleEventWords = async (
  requestId: string,
  rev: number,
  verdict: Verdict,
  person?: { readonly op: string },
): Promise<boolean> => {
  const { done } = await changeOnce({
    key: keys.requestEvent(requestId, rev),
    set: { wordsCheck: verdict, duePk: undefined, dueSk: undefined },
    when: person === undefined ? 'wordsCheck = :pending' : 'attribute_exists(wordsCheck)',
    ...(person === undefined ? { values: { ':pending': 'pending' } } : {}),
    op: person?.op ?? `words.${verdict}`,
  });
  return done;
};
