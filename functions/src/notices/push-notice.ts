import * as z from 'zod/mini';
import { log } from '../platform/log';
import type { Change, Reaction } from '../platform/reaction';
import { wechatSecret } from '../platform/secrets';
import { PREFIX } from '../platform/table-shape';
import { sendSubscribe } from '../platform/wechat';
import { StoredNotice } from './notice-item';
import type { Push } from './notice-item';
import { openidForMessages } from './recipient-store';
import { giveBack, noneLeft, spend } from './subscription-store';

const send = async (personId: string, openid: string, templateId: string, push: Push, causeId: string, now: number) => {
  const answer = await sendSubscribe(openid, templateId, push.page, push.data);
  if (answer.ok) return;
  if (answer.cause === 'no-grant') {
    await noneLeft(personId, push.template, causeId);
    return;
  }
  log.warn('message not sent', { template: push.template, cause: answer.cause, errcode: answer.errcode });
  await giveBack(personId, push.template, causeId, now);
};

/** Sends a new notice to its person's phone, if they still allow a message of its template. */
export const pushNotice = async (personId: string, notice: StoredNotice, now: number): Promise<void> => {
  const { push, causeId } = notice;
  if (push === undefined) return;
  const [openid, { templates }] = await Promise.all([openidForMessages(personId), wechatSecret()]);
  const templateId = templates[push.template];
  if (openid === undefined || templateId === undefined) return;
  if (await spend(personId, push.template, causeId, now)) await send(personId, openid, templateId, push, causeId, now);
};

const isNew = ({ pk, sk, old }: Change): boolean =>
  pk.startsWith(PREFIX.inbox) && sk.startsWith('N#') && old === undefined;

export const onNotice: Reaction = {
  name: 'notices/on-notice',
  async on(change) {
    if (!isNew(change)) return;
    const notice = z.safeParse(StoredNotice, change.new);
    if (notice.success) await pushNotice(change.pk.slice(PREFIX.inbox.length), notice.data, Date.now());
  },
};
