import vm from 'node:vm';
import { wxmlToJs } from 'miniprogram-compiler';

/** A node as WeChat's renderer gets it: attributes in camel case, text as plain strings. */
export interface WxNode {
  readonly tag: string;
  readonly attr: Readonly<Record<string, unknown>>;
  readonly children: readonly (WxNode | string)[];
}

interface RawNode {
  readonly tag?: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children?: readonly (RawNode | string)[];
}

const isNode = (value: unknown): value is RawNode => typeof value === 'object' && value !== null;
const isGenerator = (value: unknown): value is (template: string, data: string) => string =>
  typeof value === 'function';

export type Render = (template: string, data: unknown) => WxNode;

/** The nested template's host: Taro goes on in a component where one template would be nested too deep. */
const NESTED = 'wx-comp';

/**
 * WeChat's own template compiler over a built mini-program: `render('pages/home/index.wxml', data)` gives the
 * tree that WeChat would draw. Data enters as JSON, as it does over WeChat's bridge.
 */
export const compileTemplates = (dist: string): Render => {
  const context = vm.createContext({ window: {}, console });
  const generate: unknown = vm.runInContext(
    `(function () { const templates = (function (global) { ${wxmlToJs(dist)} })({});
       return (path, data) => JSON.stringify(templates(path)(JSON.parse(data))); })()`,
    context,
  );
  if (!isGenerator(generate)) throw new Error('the template compiler gave nothing');

  const draw = (template: string, data: unknown): RawNode => {
    const drawn: unknown = JSON.parse(generate(template, JSON.stringify(data)));
    if (!isNode(drawn)) throw new Error(`${template} drew nothing`);
    return drawn;
  };
  const settle = (node: RawNode): WxNode => {
    const attr = node.attr ?? {};
    const inner = node.tag === NESTED ? draw('comp.wxml', { i: attr['i'], l: attr['l'] }).children : node.children;
    return {
      tag: node.tag ?? '',
      attr,
      children: (inner ?? []).map((child) => (typeof child === 'string' ? child : settle(child))),
    };
  };
  return (template, data) => settle(draw(template, data));
};
