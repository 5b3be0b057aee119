import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginWechatSession } from '@gongyi/shared/people/contract';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { LocalSystem } from '../boot';

export const PHONE = { width: 390, height: 844 } as const;
export const DESK = { width: 1280, height: 800 } as const;
/** What hangs on the wall of a meeting room. */
export const WALL = { width: 1920, height: 1080 } as const;
const TAPPED = ['button', 'radio', 'checkbox', 'tab', 'link'] as const;
const PATIENCE = 20_000;

export interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** One person's browser: what they see, and their finger, which counts its taps. */
export class Screen {
  taps = 0;
  /** What the page wrote as an error or threw. */
  readonly faults: string[] = [];
  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (fault) => this.faults.push(String(fault)));
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
  }

  /** What can be tapped by that name; while a sheet is open only what is on it. */
  private async targets(words: string | RegExp): Promise<Locator> {
    const sheets = this.page.getByRole('dialog');
    const within = (await sheets.count()) > 0 ? sheets.last() : this.page.locator('body');
    const [first, ...rest] = TAPPED.map((role) =>
      within.getByRole(role, typeof words === 'string' ? { name: words, exact: true } : { name: words }),
    );
    if (first === undefined) throw new Error('nothing can be tapped');
    return rest.reduce((any, each) => any.or(each), first);
  }

  /** Taps the one thing of that name: a string is the whole name, an expression a part of it. */
  async tap(words: string | RegExp): Promise<void> {
    await (await this.one(words)).click({ timeout: PATIENCE });
    this.taps += 1;
  }

  /** Taps what the page itself points out: the third card, the button in that row. */
  async tapOn(target: Locator): Promise<void> {
    await target.click({ timeout: PATIENCE }).catch(async (fault: unknown) => {
      throw new Error(`${String(fault)}\non:\n${await this.words()}`);
    });
    this.taps += 1;
  }

  /** Waits until there is exactly one such thing to tap. */
  async one(words: string | RegExp): Promise<Locator> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await this.targets(words);
      const count = await found.count();
      if (count === 1) return found;
      if (Date.now() > end) throw new Error(`${String(count)} of ${String(words)} on:\n${await this.words()}`);
      await sleep(50);
    }
  }

  /** Types into the field of that label. */
  async type(label: string, words: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(words, { timeout: PATIENCE });
    this.taps += 1;
  }

  /** Chooses a file where the named button asks for one. */
  async give(words: string | RegExp, files: Picture | Picture[]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser', { timeout: PATIENCE });
    await this.tap(words);
    await (await asked).setFiles(files);
    this.taps += 1;
  }

  /** Waits until the words are to be seen. */
  async see(words: string | RegExp): Promise<void> {
    const seen = this.page.getByText(words).filter({ visible: true }).first();
    await seen.waitFor({ timeout: PATIENCE }).catch(async () => {
      throw new Error(`no ${String(words)} on ${this.page.url()}:\n${await this.words()}`);
    });
  }

  /** Waits until the sheet is closed, which it is once what was asked on it is done. */
  async sheetGone(): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** Waits until the words stand on the screen itself, wherever the finger was. */
  async inView(words: string | RegExp): Promise<void> {
    await this.see(words);
    const end = Date.now() + PATIENCE;
    const bottom = this.page.viewportSize()?.height ?? 0;
    for (;;) {
      const box = await this.page.getByText(words).filter({ visible: true }).first().boundingBox();
      if (box !== null && box.y > 0 && box.y + box.height < bottom) return;
      if (Date.now() > end) throw new Error(`${String(words)} is out of view`);
      await sleep(50);
    }
  }

  /** Taps what saves a file; gives where it was kept. */
  async keep(words: string | RegExp): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: PATIENCE });
    await this.tap(words);
    return (await download).path();
  }

  /** Waits until the words are gone. */
  async unsee(words: string | RegExp): Promise<void> {
    const end = Date.now() + PATIENCE;
    while ((await this.page.getByText(words).filter({ visible: true }).count()) > 0) {
      if (Date.now() > end) throw new Error(`still ${String(words)} on:\n${await this.words()}`);
      await sleep(50);
    }
  }

  /** Everything to be read now. */
  async words(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  async has(words: string | RegExp): Promise<boolean> {
    return (await this.page.getByText(words).filter({ visible: true }).count()) > 0;
  }

  /** Answers the open sign-in sheet: agrees, and scans its code with the phone of `openid`. */
  async scanWith(system: LocalSystem, openid: string): Promise<void> {
    await this.tap('我已看过并同意下面的隐私说明');
    const code = await this.page.locator('[data-scan-code]').getAttribute('data-scan-code', { timeout: PATIENCE });
    await system.control('/phone/scan', { openid, code });
    await this.page.getByRole('dialog', { name: '登录后继续' }).waitFor({ state: 'hidden', timeout: PATIENCE });
  }
}

/** A browser of one's own for one person: no other's cookies or storage. */
export const openScreen = async (
  browser: Browser,
  size: { readonly width: number; readonly height: number } = PHONE,
): Promise<Screen> => {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  return new Screen(context, await context.newPage());
};

/** A screen on which the demo person is signed in, by the same way as anybody: 我的, 微信登录, scan. */
export const signedIn = async (
  browser: Browser,
  system: LocalSystem,
  openid: string,
  size?: { readonly width: number; readonly height: number },
): Promise<Screen> => {
  const screen = await openScreen(browser, size);
  await screen.open(`${system.appUrl}/pages/me/index`);
  await screen.tap('微信登录');
  await screen.scanWith(system, openid);
  return screen;
};

interface Kept {
  readonly size: { readonly width: number; readonly height: number };
  /** Whose compound is looked at. */
  readonly compoundId: string;
  readonly look?: { readonly textSize: 'standard' | 'largest'; readonly elder: boolean };
}

/** A browser of one that was signed in on an earlier day, or of a visitor: set up as they left it. */
export const returning = async (
  browser: Browser,
  system: LocalSystem,
  openid: string | undefined,
  { size, compoundId, look = { textSize: 'standard', elder: false } }: Kept,
): Promise<Screen> => {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const stored: Record<string, unknown> = { look, compound: compoundId, 'elder-offered': true };
  if (openid !== undefined) {
    const answer = await fetch(system.apiUrl + beginWechatSession.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `returning-${randomUUID()}` },
      body: JSON.stringify({ code: await system.loginCode(openid) }),
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
