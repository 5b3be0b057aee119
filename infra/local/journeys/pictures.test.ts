import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { beginWechatSession } from '@gongyi/shared/people/contract';
import { listMine, listQueue } from '@gongyi/shared/requests/contract';
import { getMe } from '@gongyi/shared/people/contract';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { callAs } from './api';
import { pagesToSee } from './pages';
import type { PageToSee } from './pages';
import { DESK, PHONE, Screen } from './screen';
import { setStage } from './stage';

/**
 * Every page as a picture in `.pictures/`, for whoever wants to look: on a phone, in 长辈版 at the largest size,
 * and 1280 wide where staff work. Each is also held to axe: no violation on any.
 */
const FOLDER = fileURLToPath(new URL('../../../.pictures', import.meta.url));
const stage = setStage();

const LOOKS = [
  { look: 'standard', size: PHONE, kept: { textSize: 'standard', elder: false } },
  { look: 'elder', size: PHONE, kept: { textSize: 'largest', elder: true } },
  { look: 'wide', size: DESK, kept: { textSize: 'standard', elder: false } },
] as const;
type Look = (typeof LOOKS)[number];

/** What the demonstration's stories left for looking at. */
const subjects = async () => {
  const { system } = stage.world();
  const mine = (await (await callAs(system, 'demo-resident')).send(listMine)).items;
  const dispatcher = await callAs(system, 'demo-dispatcher');
  const organisationId = (await dispatcher.send(getMe)).grants[0]?.organisationId ?? '';
  const queue = (await dispatcher.send(listQueue, { params: { organisationId } })).items;
  const quoted = (await (await callAs(system, 'demo-neighbour3')).send(listMine)).items;
  const idOf = (rows: readonly { id: string; status: string }[], ...statuses: string[]) =>
    (rows.find(({ status }) => statuses.includes(status)) ?? rows[0])?.id ?? '';
  return {
    open: idOf(queue, 'submitted', 'in-progress'),
    resolved: idOf(mine, 'resolved'),
    quoted: idOf(quoted, 'in-progress'),
    company: organisationId,
  };
};

/** Starts a browser as one that was signed in, and set to this look, on an earlier day. */
const screenOf = async (who: string | undefined, { size, kept }: Look): Promise<Screen> => {
  const { system, places } = stage.world();
  const context = await stage.browser().newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const stored: Record<string, unknown> = { look: kept, compound: places.main.id, 'elder-offered': true };
  if (who !== undefined) {
    const answer = await fetch(system.apiUrl + beginWechatSession.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `pictures-${who}-${String(Date.now())}` },
      body: JSON.stringify({ code: await system.loginCode(who) }),
    });
    stored['session'] = await answer.json();
  }
  await context.addInitScript((entries) => {
    for (const [name, value] of Object.entries(entries))
      if (localStorage.getItem(`gongyi.${name}`) === null)
        localStorage.setItem(`gongyi.${name}`, JSON.stringify({ data: JSON.stringify(value) }));
  }, stored);
  return new Screen(context, await context.newPage());
};

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
};

/** Words that run out of their box or past the edge of the screen. */
const overflowing = async (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide =
      document.documentElement.scrollWidth > window.innerWidth + 1 ? ['the page is wider than the screen'] : [];
    const cut = Array.from(document.querySelectorAll<HTMLElement>('button, [role=heading], .chip'))
      .filter(
        (box) =>
          box.offsetParent !== null &&
          box.innerText.length > 1 &&
          box.scrollWidth > box.clientWidth + 2 &&
          box.clientWidth > 0,
      )
      .map((box) => `cut: ${box.innerText.slice(0, 40)}`);
    return [...wide, ...cut];
  });

const see = async (screen: Screen, page: PageToSee, look: Look): Promise<string[]> => {
  await screen.open(`${stage.world().system.appUrl}/${page.path}`);
  await screen.see(page.until);
  await screen.page.waitForLoadState('networkidle');
  const name = `${page.name}.${look.look}`;
  await screen.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  const found = [...(await violations(screen.page)), ...(await overflowing(screen.page)), ...screen.faults.splice(0)];
  return found.map((each) => `${name} · ${each}`);
};

it.each(LOOKS)(
  'shows every page $look without a fault of axe, and nothing cut off',
  async (look) => {
    await mkdir(FOLDER, { recursive: true });
    const pages = pagesToSee(stage.world().places, await subjects()).filter(
      ({ staff }) => look.look !== 'wide' || staff === true,
    );
    const faults: string[] = [];
    for (const who of new Set(pages.map((page) => page.who))) {
      const screen = await screenOf(who, look);
      for (const page of pages.filter((each) => each.who === who))
        faults.push(...(await see(screen, page, look).catch((fault: unknown) => [`${page.name}: ${String(fault)}`])));
      await screen.context.close();
    }
    expect(faults).toEqual([]);
  },
  300_000,
);
