import type { Volunteer } from '@gongyi/shared/volunteers/volunteer';
import * as z from 'zod/mini';
import { putNew, queryAll, updateOf, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';

/** What staff put right in a month of birth: kept as long as the volunteer's record, for the person to read. */
const BirthCorrection = z.object({
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  at: z.int(),
  /** The volunteer's own `rev` that it was made on: their order, where two share a moment. */
  rev: z.int(),
  byId: z.string(),
  opHash: z.string(),
});
export type BirthCorrection = z.output<typeof BirthCorrection>;

export type Corrected = 'done' | 'changed' | 'reused';

/** The month and the correction that tells of it, together, once for an operation. */
export const correctOnce = async (
  { id, rev, bornOn }: Volunteer,
  correction: BirthCorrection,
  op: string,
): Promise<Corrected> => {
  const written = await writeTogether([
    putNew({ ...keys.birthCorrection(id, op), ...correction }),
    updateOf({
      key: keys.volunteer(id),
      set: { bornOn: correction.to, rev: rev + 1 },
      when: '#rev = :rev AND bornOn = :bornOn',
      names: { '#rev': 'rev' },
      values: { ':rev': rev, ':bornOn': bornOn },
      op,
    }),
  ]);
  if (written.done) return 'done';
  const old = written.failed[0]?.old;
  if (old === undefined) return 'changed';
  return old['opHash'] === correction.opHash ? 'done' : 'reused';
};

/** In the order made. */
export const birthCorrections = async (volunteerId: string): Promise<BirthCorrection[]> => {
  const items = await queryAll({ ...keys.birthCorrections(volunteerId), consistent: true });
  return items.map((item) => z.parse(BirthCorrection, item)).sort((a, b) => a.rev - b.rev);
};
