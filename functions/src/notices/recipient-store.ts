import * as z from 'zod/mini';
import { Consent } from '@gongyi/shared/people/contract';
import { Organisation } from '@gongyi/shared/district/organisation';
import type { Request } from '@gongyi/shared/requests/request';
import { readStoredRequest } from '@gongyi/shared/requests/stored-request';
import { getItem, queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';

/** What notices read of others' items, by shared schemas: who they are about and where a message can go. */
const Account = z.object({ openid: z.string(), consents: z._default(z.array(Consent), []) });

/** Where a person's messages go; undefined when the account is gone or the person withdrew consent to them. */
export const openidForMessages = async (personId: string): Promise<string | undefined> => {
  const account = z.safeParse(Account, await getItem(keys.profile(personId)));
  if (!account.success) return undefined;
  const withdrawn = account.data.consents.some(({ kind, given }) => kind === 'subscribe' && !given);
  return withdrawn ? undefined : account.data.openid;
};

export const findRequest = async (requestId: string): Promise<Request | undefined> =>
  readStoredRequest(requestId, await getItem(keys.request(requestId), { consistent: true }));

export const joinersOf = async (requestId: string): Promise<string[]> => {
  const { pk, sk: prefix } = keys.requestJoin(requestId, '');
  return (await queryAll({ pk, prefix })).map((item) => String(item['sk']).slice(prefix.length));
};

/** Where new orders of an organisation ring, if it set that. */
export const robotOf = async (organisationId: string): Promise<string | undefined> => {
  const organisation = z.safeParse(Organisation, await getItem(keys.organisation(organisationId)));
  return organisation.success ? organisation.data.robotUrl : undefined;
};
