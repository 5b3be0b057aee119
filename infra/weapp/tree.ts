import type { WxNode } from './templates';

/** A node with those it lies in, outermost first. */
export interface Found {
  readonly node: WxNode;
  readonly above: readonly WxNode[];
}

/** All words a node shows, in reading order. */
export const textOf = (node: WxNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

const attribute = (node: WxNode, name: string): string | undefined => {
  const value = node.attr[name];
  return typeof value === 'string' ? value : undefined;
};

const walk = function* (node: WxNode, above: readonly WxNode[] = []): Generator<Found> {
  yield { node, above };
  for (const child of node.children) {
    if (typeof child !== 'string') yield* walk(child, [...above, node]);
  }
};

const hasClass = (node: WxNode, name: string): boolean => (attribute(node, 'class') ?? '').split(/\s+/).includes(name);

/**
 * What a person means by `words`: `.name` by class; else by spoken label, else by the words shown, exact before
 * part of, the smallest element that shows them. Of several, the last: sheets lie over the page.
 */
export const find = (root: WxNode, words: string): Found | undefined => {
  const all = [...walk(root)];
  if (words.startsWith('.')) return all.find(({ node }) => hasClass(node, words.slice(1)));
  const smallest = (fits: (found: Found) => boolean): Found | undefined => {
    const fitting = all.filter(fits);
    return fitting.filter(({ node }) => !fitting.some(({ above }) => above.includes(node))).at(-1);
  };
  return (
    smallest(({ node }) => attribute(node, 'ariaLabel') === words) ??
    smallest(({ node }) => textOf(node).trim() === words) ??
    smallest(({ node }) => (attribute(node, 'ariaLabel') ?? '').includes(words)) ??
    smallest(({ node }) => textOf(node).includes(words))
  );
};

/** An input by its spoken label or its placeholder. */
export const findInput = (root: WxNode, label: string): Found | undefined =>
  [...walk(root)].findLast(
    ({ node }) =>
      (node.tag === 'wx-input' || node.tag === 'wx-textarea') &&
      (attribute(node, 'ariaLabel') === label || attribute(node, 'placeholder') === label),
  );

/** The same tree as indented lines, for a failing test to show. */
export const outline = (node: WxNode, depth = 0): string =>
  node.children
    .map((child) => (typeof child === 'string' ? `${'  '.repeat(depth)}${child}\n` : outline(child, depth + 1)))
    .join('');
