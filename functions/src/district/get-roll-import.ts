import type { getRollImport as route, RollImport } from '@gongyi/shared/district/roll-contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { findOwnImport } from './roll-access';
import { importView } from './roll-import-view';

export const getRollImport = async (
  { params }: RouteInput<typeof route>,
  call: Call,
): Promise<RollImport | Refusal> => {
  const item = await findOwnImport(params.importId, call);
  return isRefusal(item) ? item : importView(item);
};
