import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Screen } from './screen';

const FOLDER = fileURLToPath(new URL('../../../.pictures', import.meta.url));

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

/** A picture in `.pictures/` for whoever wants to look; what axe and the edges of boxes find against it. */
export const lookAt = async (screen: Screen, name: string): Promise<string[]> => {
  await mkdir(FOLDER, { recursive: true });
  await screen.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  const found = [...(await violations(screen.page)), ...(await overflowing(screen.page)), ...screen.faults.splice(0)];
  return found.map((each) => `${name} · ${each}`);
};

/** Pictures of one story's pages, with nothing to be held against any of them. */
export const picturedIn =
  (story: string) =>
  async (screen: Screen, name: string): Promise<void> =>
    expect(await lookAt(screen, `${story}-${name}`)).toEqual([]);
