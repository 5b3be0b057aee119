import type { listCodes as route } from '@gongyi/shared/district/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { codesOf } from './code-store';
import { propertyCompanyIdsOf } from './property-companies';

const byLabel = new Intl.Collator('zh-CN', { numeric: true });

/** All codes of a compound in the order in which they are put up. */
export const listCodes = async (
  { params: { compoundId } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const organisationIds = await propertyCompanyIdsOf(compoundId);
  if (!may(call.who, 'code.print', { placeId: compoundId, organisationIds }, call.now)) return refuse('not-found');
  const items = await codesOf(compoundId);
  return { items: items.sort((a, b) => byLabel.compare(a.label, b.label) || (a.id < b.id ? -1 : 1)) };
};
