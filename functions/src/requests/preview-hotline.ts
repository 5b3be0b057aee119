import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { previewHotline as route } from '@gongyi/shared/requests/contract';
import { serving } from '../district/public';
import type { Call } from '../platform/router';
import { readHotline } from './read-hotline';

/** Who may record requests for people of a compound may hand in its hotline sheet. */
export const mayFileIn = async (compoundId: string, { who, now }: Call): Promise<boolean> => {
  const organisationIds = (await serving(compoundId)).map(({ id }) => id);
  return may(who, 'request.file-on-behalf', { placeId: compoundId, organisationIds }, now);
};

/** Shows what a hotline sheet would file; writes nothing. */
export const previewHotline = async (
  { params: { compoundId }, body: { mediaId } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!(await mayFileIn(compoundId, call))) return refuse('not-found');
  const read = await readHotline(compoundId, mediaId, call);
  return isRefusal(read) ? read : { headerLine: read.headerLine, rows: read.rows.map(({ row }) => row) };
};
