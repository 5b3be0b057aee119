import type { RepairRow } from '@gongyi/shared/votes/contract';
import { accountsDue } from '@gongyi/shared/votes/emergency-repair';
import type { EmergencyRepair } from '@gongyi/shared/votes/emergency-repair';

export const repairRow = (repair: EmergencyRepair): RepairRow => ({
  id: repair.id,
  number: repair.number,
  rev: repair.rev,
  status: repair.status,
  compoundId: repair.compoundId,
  compoundName: repair.compoundName,
  kind: repair.kind,
  title: repair.title,
  estimate: repair.estimate,
  ...(repair.spent === undefined ? {} : { spent: repair.spent }),
  declaredAt: repair.declaredAt,
  ...(repair.doneAt === undefined ? {} : { doneAt: repair.doneAt, accountsBy: accountsDue(repair.doneAt) }),
});
