import { may } from '@gongyi/shared/kernel/authority';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { propertyCompanyIdsOf } from './property-companies';
import { findImport } from './roll-import-store';
import type { StoredImport } from './roll-import-store';

/** Whether the caller may import or read the roll of a compound: staff above it, its property company's managers. */
export const mayUseRoll = async (
  action: 'roll.import' | 'roll.read',
  compoundId: string,
  { who, now }: Call,
): Promise<boolean> => {
  const organisationIds = await propertyCompanyIdsOf(compoundId);
  return may(who, action, { placeId: compoundId, organisationIds }, now);
};

/** The import, if there is one and the caller may see it; both look the same otherwise. */
export const findOwnImport = async (importId: string, call: Call): Promise<StoredImport | Refusal> => {
  const item = await findImport(importId);
  if (item === undefined || !(await mayUseRoll('roll.import', item.compoundId, call))) return refuse('not-found');
  return item;
};
