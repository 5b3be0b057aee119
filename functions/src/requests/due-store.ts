import type { Request } from '@gongyi/shared/requests/request';
import { changeOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { attributesOf } from './request-item';

/**
 * A move and a verdict on words may cross, and leave a request under the deadline of words long settled:
 * puts it under its own, if it still stands under `dueSk`.
 */
export const putDueRight = async (request: Request, dueSk: string): Promise<void> => {
  const right = attributesOf(request);
  if (right['dueSk'] === dueSk) return;
  await changeOnce({
    key: keys.request(request.id),
    set: { duePk: right['duePk'], dueSk: right['dueSk'] },
    when: 'dueSk = :dueSk AND #rev = :rev AND wordsCheck = :wordsCheck',
    names: { '#rev': 'rev' },
    values: { ':dueSk': dueSk, ':rev': request.rev, ':wordsCheck': request.wordsCheck },
    op: `due.${request.id}`,
  });
};
