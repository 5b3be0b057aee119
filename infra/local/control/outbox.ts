import type { Wechat } from '../wechat/wechat';
import { sendJson, sendPage } from '../http/reply';
import { escapeHtml, page, timeText } from './page';
import type { Routes } from './routes';

const templateName = (wechat: Wechat, id: string): string =>
  Object.entries(wechat.app.templates).find(([, value]) => value === id)?.[0] ?? id;

/** Messages sent to an openid, or to anybody; newest first, templates by our names. */
export const sentMessages = (wechat: Wechat, openid: string | null) =>
  wechat
    .outbox()
    .filter((message) => openid === null || message.openid === openid)
    .map((message) => ({ ...message, template: templateName(wechat, message.templateId) }))
    .reverse();

export const messageList = (messages: ReturnType<typeof sentMessages>, nameOf: (openid: string) => string): string =>
  messages
    .slice(0, 200)
    .map(({ openid, template, page: opens, data, at }) => {
      const fields = Object.entries(data).map(([name, value]) => `${escapeHtml(name)}:${escapeHtml(value)}`);
      return `<article><strong>${escapeHtml(nameOf(openid))}</strong> <span class="quiet">${timeText(at)} · ${escapeHtml(template)}</span><br>${fields.join('<br>')}<br><span class="quiet">${escapeHtml(opens)}</span></article>`;
    })
    .join('') || '<section>还没有消息。</section>';

/** What WeChat would have shown on people's phones. */
export const outboxRoutes = (
  wechat: Wechat,
  nameOf: (openid: string) => Promise<(openid: string) => string>,
): Routes => ({
  'GET /outbox': async ({ response, url }) => {
    const openid = url.searchParams.get('openid');
    sendPage(response, page('已发出的订阅消息', messageList(sentMessages(wechat, openid), await nameOf(openid ?? ''))));
  },
  'GET /rings.json': ({ response }) => {
    sendJson(response, { items: wechat.rings() });
  },
  'GET /outbox.json': ({ response, url }) => {
    sendJson(response, { items: sentMessages(wechat, url.searchParams.get('openid')) });
  },
});
