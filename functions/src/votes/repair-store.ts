import { EmergencyRepair, repairDeadline } from '@gongyi/shared/votes/emergency-repair';
import type { RepairStep } from '@gongyi/shared/votes/emergency-repair';
import * as z from 'zod/mini';
import type { Happened, StoredStep } from '../platform/record-item';
import { changeSeen, recordAfter } from '../platform/record-steps';
import type { Doing } from '../platform/record-steps';
import { stepVerdict } from '../platform/step-verdict';
import type { Judge, Verdict } from '../platform/step-verdict';
import { changeOnce, getItem } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { beginsWith, putStep } from './step-item';

/** Emergency repairs, each with the steps of its record. */
export const REPAIR_DUE = 'repair';

export const repairOf = (item: Item): EmergencyRepair => z.parse(EmergencyRepair, item);
export const isRepairKey = (pk: string, sk: string): boolean => pk.startsWith(keys.repair('').pk) && sk === 'REPAIR';

export const findRepair = async (id: string): Promise<EmergencyRepair | undefined> => {
  const item = await getItem(keys.repair(id), { consistent: true });
  return item && repairOf(item);
};

export const repairSteps = (id: string, after = 0): Promise<StoredStep[]> => recordAfter(keys.repairStep, id, after);

const attributes = (repair: EmergencyRepair, now: number): Item => {
  const at = repairDeadline(repair);
  return { ...repair, ...(at === undefined ? {} : keys.due(REPAIR_DUE, Math.max(at, now), repair.id)) };
};

export interface RepairEffect {
  readonly change: Partial<Omit<EmergencyRepair, 'id' | 'rev' | 'fingerprint'>>;
  readonly event: Happened & { readonly kind: RepairStep };
}

export const repairWrites = (before: EmergencyRepair, effect: RepairEffect, doing: Doing): TransactItem[] => {
  const { step, write } = putStep(keys.repairStep, REPAIR_DUE, before, effect.event, doing);
  const after = { ...before, ...effect.change, rev: before.rev + 1, fingerprint: step.fingerprint };
  return [changeSeen(keys.repair(before.id), attributes(before, 0), attributes(after, doing.now), doing.op), write];
};

export const repairBegins = (repair: Omit<EmergencyRepair, 'fingerprint'>, doing: Doing): TransactItem[] =>
  beginsWith({
    key: keys.repair(repair.id),
    stepKey: keys.repairStep,
    due: REPAIR_DUE,
    item: repair,
    attributes: (fingerprint) => attributes({ ...repair, fingerprint }, doing.now),
    happened: {
      kind: 'declared',
      words: `${repair.title}\n${repair.words}`,
      photos: repair.photos,
      facts: { emergency: repair.kind, estimate: repair.estimate },
    },
    doing,
  });

export const settleRepairWords = async (id: string, rev: number, verdict: Verdict, person?: Judge): Promise<boolean> =>
  (await changeOnce(stepVerdict(keys.repairStep(id, rev), verdict, person))).done;
