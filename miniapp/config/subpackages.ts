import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const SLICES = ['requests', 'council', 'votes', 'volunteers', 'people', 'district', 'notices'];

const pagesOf = (source: string, slice: string): string[] => {
  const folder = path.join(source, slice, 'pages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'index.tsx')))
    .sort()
    .map((name) => `pages/${name}/index`);
};

/**
 * Every slice is a subpackage, and every folder `src/<slice>/pages/<name>` with an index.tsx is a page of it:
 * adding a page is adding a folder. The gallery of the design system is for those who build it and never gets
 * into a release.
 */
export const findSubpackages = (source: string, withGallery: boolean): { root: string; pages: string[] }[] =>
  [...SLICES, ...(withGallery ? ['gallery'] : [])]
    .map((root) => ({ root, pages: pagesOf(source, root) }))
    .filter((each) => each.pages.length > 0);
