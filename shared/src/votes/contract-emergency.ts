import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { CheckState, PhotoView } from '../media/contract';
import { EmergencyRepair, REPAIR_MOVES, REPAIR_STEPS, RepairStatus } from './emergency-repair';

const Rev = z.int().check(z.minimum(1));
const OfCompound = z.object({ compoundId: PlaceId });
const OfRepair = z.object({ repairId: Id });
const Photos = z._default(z.array(Id).check(z.maxLength(9)), []);

export const RepairRow = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: RepairStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  kind: EmergencyRepair.shape.kind,
  title: z.string(),
  estimate: z.int(),
  spent: z.optional(z.int()),
  declaredAt: Instant,
  doneAt: z.optional(Instant),
  accountsBy: z.optional(Instant),
});
export type RepairRow = z.output<typeof RepairRow>;

export const RepairView = z.extend(RepairRow, {
  placeIds: z.array(PlaceId),
  placeNames: z.array(z.string()),
  steps: z.array(
    z.object({
      rev: z.int(),
      kind: z.enum(REPAIR_STEPS),
      at: Instant,
      by: z.string(),
      words: z.optional(z.string()),
      wordsState: z.optional(CheckState),
      photos: z.array(PhotoView),
    }),
  ),
  fingerprint: z.string(),
  moves: z.array(z.enum(REPAIR_MOVES)),
});
export type RepairView = z.output<typeof RepairView>;

export const declareRepair = defineRoute({
  id: 'repairs.declare',
  method: 'POST',
  path: '/compounds/{compoundId}/emergency-repairs',
  summary: 'Declare an emergency repair from the maintenance fund, with estimate and pictures; it is announced at once',
  access: 'repair.declare',
  params: OfCompound,
  query: Nothing,
  body: z.object({
    kind: EmergencyRepair.shape.kind,
    title: text(60),
    words: text(2000),
    placeIds: EmergencyRepair.shape.placeIds,
    estimate: EmergencyRepair.shape.estimate,
    photos: Photos,
  }),
  reply: RepairView,
  refusals: ['place-unknown', 'photos-unknown'],
});

export const listRepairs = defineRoute({
  id: 'repairs.list',
  method: 'GET',
  path: '/compounds/{compoundId}/emergency-repairs',
  summary: 'Emergency repairs of a compound, newest first',
  access: 'anyone',
  params: OfCompound,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RepairRow),
  refusals: ['cursor-invalid'],
});

export const getRepair = defineRoute({
  id: 'repairs.get',
  method: 'GET',
  path: '/emergency-repairs/{repairId}',
  summary: 'An emergency repair with its notice, check and accounts',
  access: 'anyone',
  params: OfRepair,
  query: Nothing,
  body: Nothing,
  reply: RepairView,
  refusals: [],
});

export const checkRepair = defineRoute({
  id: 'repairs.check',
  method: 'POST',
  path: '/emergency-repairs/{repairId}/check',
  summary: 'Confirm that it is an emergency, or say why not',
  access: 'repair.check',
  params: OfRepair,
  query: Nothing,
  body: z.object({ rev: Rev, confirmed: z.boolean(), words: text(500) }),
  reply: RepairView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'own-declaration'],
});

export const finishRepair = defineRoute({
  id: 'repairs.finish',
  method: 'POST',
  path: '/emergency-repairs/{repairId}/finish',
  summary: 'Report the work done, with pictures',
  access: 'repair.declare',
  params: OfRepair,
  query: Nothing,
  body: z.object({ rev: Rev, words: text(1000), photos: Photos }),
  reply: RepairView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'photos-unknown', 'proof-needed'],
});

export const accountRepair = defineRoute({
  id: 'repairs.account',
  method: 'POST',
  path: '/emergency-repairs/{repairId}/accounts',
  summary: 'Publish what was spent, with the vouchers',
  access: 'repair.declare',
  params: OfRepair,
  query: Nothing,
  body: z.object({ rev: Rev, words: text(1000), spent: EmergencyRepair.shape.estimate, photos: Photos }),
  reply: RepairView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'photos-unknown', 'proof-needed'],
});
