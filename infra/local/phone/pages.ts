import type { Wechat } from '../wechat/wechat';
import { escapeHtml, page } from '../control/page';
import { messageList, sentMessages } from '../control/outbox';
import type { DemoPerson } from './people';

const OUTCOMES: Readonly<Record<string, string>> = {
  confirmed: '已确认，网页已登录。',
  allowed: '已允许再收一条消息。',
  'scan-code-expired': '这个码已过期，请在网页上换一个新码。',
  'scan-code-used': '这个码已经用过了。',
};

const notice = (outcome: string | null): string =>
  outcome === null
    ? ''
    : `<section role="status"><strong>${escapeHtml(OUTCOMES[outcome] ?? `没有成功：${outcome}`)}</strong></section>`;

const openLink = (person: DemoPerson, code: string): string => {
  const query = new URLSearchParams({ openid: person.openid, ...(code === '' ? {} : { code }) });
  return `<a href="/phone?${escapeHtml(query.toString())}">${escapeHtml(person.name)}</a> <span class="quiet">${escapeHtml([person.role, person.note].filter(Boolean).join(' · '))}</span>`;
};

const listOf = (people: readonly DemoPerson[], code: string): string =>
  `<ul>${people.map((person) => `<li>${openLink(person, code)}</li>`).join('')}</ul>`;

/** The list to choose from: whose phone this is. */
export const choicePage = (people: readonly DemoPerson[], code: string, outcome: string | null): string => {
  const others = people.filter(({ main }) => !main);
  const more = others.length === 0 ? '' : `<details><summary>更多人物</summary>${listOf(others, code)}</details>`;
  const list = listOf(
    people.filter(({ main }) => main),
    code,
  );
  const empty = '<p>演示小区还没有建好，请稍候再刷新。</p>';
  return page(
    '演示手机：这是谁的手机？',
    `${notice(outcome)}<section><p class="quiet">这些都是虚构的人，只在本机演示中存在。</p>${people.length === 0 ? empty : list + more}</section>`,
  );
};

const scanForm = (person: DemoPerson, code: string): string => `
<section><h2>扫一扫</h2><p class="quiet">在网页上点「微信扫码登录」，把码下面的文字或网址填在这里。</p>
<form method="post" action="/phone/scan"><input type="hidden" name="openid" value="${escapeHtml(person.openid)}">
<input name="code" aria-label="登录码或网址" placeholder="登录码或网址" required value="${escapeHtml(code)}"> <button>确认登录网页</button></form></section>`;

const grantForms = (person: DemoPerson, wechat: Wechat): string => {
  const rows = Object.entries(wechat.messages.remaining(person.openid)).map(
    ([template, left]) => `<li>${escapeHtml(template)}:还可收 ${String(left)} 条
<form method="post" action="/phone/allow"><input type="hidden" name="openid" value="${escapeHtml(person.openid)}">
<input type="hidden" name="template" value="${escapeHtml(template)}"><button>允许再收一条</button></form></li>`,
  );
  return `<section><h2>订阅消息</h2><ul>${rows.join('')}</ul></section>`;
};

/** One person's phone: scan, allow messages, read those received. */
export const phonePage = (person: DemoPerson, wechat: Wechat, code: string, outcome: string | null): string =>
  page(
    `${person.name}的手机`,
    `${notice(outcome)}<p>${escapeHtml(person.role)} · <a href="/phone${code === '' ? '' : `?code=${encodeURIComponent(code)}`}">换一个人</a></p>
${scanForm(person, code)}${grantForms(person, wechat)}<h2>收到的消息</h2>${messageList(sentMessages(wechat, person.openid), () => person.name)}`,
  );
