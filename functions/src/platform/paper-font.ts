import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The font of printed papers: simplified Chinese, under the SIL Open Font License. */
export const PAPER_FONT = 'NotoSansHans-Regular.otf';

/** Where it lies: the build puts it beside the bundle; run from the sources it is in its package. */
export const paperFontPath = (): string => {
  const here = fileURLToPath(import.meta.url);
  const beside = join(dirname(here), PAPER_FONT);
  if (existsSync(beside)) return beside;
  const entry = createRequire(here).resolve('@embedpdf/fonts-sc');
  return join(dirname(entry), '..', 'fonts', PAPER_FONT);
};
