import type { makeCode as route, PrintedCode } from '@gongyi/shared/district/contract';
import { ancestorOf } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeCodeOnce } from './code-store';
import { findPlace } from './place-store';
import { propertyCompanyIdsOf } from './property-companies';

/** A code stands for a place inside a compound; the compound's own company may print it, and staff above. */
export const makeCode = async ({ body }: RouteInput<typeof route>, call: Call): Promise<PrintedCode | Refusal> => {
  const { kind, placeId, label } = body;
  const organisationIds = await propertyCompanyIdsOf(placeId);
  if (!may(call.who, 'code.print', { placeId, organisationIds }, call.now)) return refuse('not-found');
  const compoundId = ancestorOf(placeId, 'compound');
  if (compoundId === undefined || (await findPlace(placeId)) === undefined) return refuse('place-unknown', { placeId });
  const made = await makeCodeOnce({ id: call.op, kind, placeId, label }, compoundId, call.opHash);
  return made ?? refuse('key-reused');
};
