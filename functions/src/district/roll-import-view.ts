import type { RollImport } from '@gongyi/shared/district/roll-contract';
import type { StoredImport } from './roll-import-store';

/** An import as its people see it: without revision and without who began it. */
export const importView = (item: StoredImport): RollImport => {
  const { id, compoundId, state, sheets, confirmed, guesses, missing, headers, progress, begunAt } = item;
  return {
    id,
    compoundId,
    state,
    sheets,
    confirmed,
    guesses,
    missing,
    headers,
    progress,
    begunAt,
    ...(item.fileName === undefined ? {} : { fileName: item.fileName }),
    ...(item.layout === undefined ? {} : { layout: item.layout }),
    ...(item.result === undefined ? {} : { result: item.result }),
    ...(item.finishedAt === undefined ? {} : { finishedAt: item.finishedAt }),
  };
};
