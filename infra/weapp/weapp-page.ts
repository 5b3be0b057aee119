import { applySetData } from './set-data';
import type { Render, WxNode } from './templates';
import { find, findInput, outline, textOf } from './tree';
import type { Found } from './tree';

/** What a mini-program hands to `Page`: data, life-cycle calls and the one event handler `eh`. */
export interface PageConfig {
  readonly data?: Record<string, unknown>;
  readonly [name: string]: unknown;
}

interface Instance extends Record<string, unknown> {
  data: Record<string, unknown>;
}

const WAIT_MS = 10_000;

/** One open page: what it shows, and a finger on it. */
export class WeappPage {
  readonly instance: Instance;
  /** Bytes of every setData since the page was opened. */
  readonly setDataBytes: number[] = [];

  constructor(
    readonly route: string,
    config: PageConfig,
    private readonly render: Render,
    private readonly settle: () => Promise<void>,
  ) {
    this.instance = {
      ...config,
      data: structuredClone(config.data ?? {}),
      route,
      __route__: route,
      setData: (update: Record<string, unknown>, then?: () => void) => {
        this.setDataBytes.push(applySetData(this.instance.data, update));
        if (then) setTimeout(then, 0);
      },
      selectComponent: () => null,
      createSelectorQuery: () => ({}),
    };
  }

  get setDataCount(): number {
    return this.setDataBytes.length;
  }

  start(query: Readonly<Record<string, string>>): void {
    this.tell('onLoad', query);
    this.tell('onShow');
    this.tell('onReady');
  }

  show(): void {
    this.tell('onShow');
  }

  hide(): void {
    this.tell('onHide');
  }

  unload(): void {
    this.tell('onUnload');
  }

  /** Pull to refresh, as a finger would. */
  async pullDown(): Promise<void> {
    this.tell('onPullDownRefresh');
    await this.settle();
  }

  async reachBottom(): Promise<void> {
    this.tell('onReachBottom');
    await this.settle();
  }

  /** The tree WeChat would draw now. */
  tree(): WxNode {
    return this.render(`${this.route}.wxml`, this.instance.data);
  }

  /** All words on the page. */
  text(): string {
    return textOf(this.tree());
  }

  outline(): string {
    return outline(this.tree());
  }

  has(words: string): boolean {
    return find(this.tree(), words) !== undefined;
  }

  /** Waits until the words are on the page, or tells what is there instead. */
  async waitFor(words: string, ms = WAIT_MS): Promise<void> {
    const until = Date.now() + ms;
    while (!this.has(words)) {
      if (Date.now() > until) throw new Error(`no ${words} on ${this.route}:\n${this.outline()}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** Taps what `words` names (see `find` in tree.ts); the tap bubbles as it does in WeChat. */
  async tap(words: string): Promise<void> {
    this.dispatch(this.need(find(this.tree(), words), words), 'tap', {});
    await this.settle();
  }

  /** Types into the input with that label or placeholder, and leaves it. */
  async input(label: string, value: string): Promise<void> {
    const found = this.need(findInput(this.tree(), label), label);
    this.dispatch(found, 'input', { value, cursor: value.length });
    await this.settle();
    this.dispatch(found, 'blur', { value });
    await this.settle();
  }

  /** Any other event of an element: `change` of a picker, `getphonenumber` of a button. */
  async fire(words: string, type: string, detail: unknown): Promise<void> {
    this.dispatch(this.need(find(this.tree(), words), words), type, detail);
    await this.settle();
  }

  private need(found: Found | undefined, words: string): Found {
    if (!found) throw new Error(`no ${words} on ${this.route}:\n${this.outline()}`);
    return found;
  }

  private dispatch({ node, above }: Found, type: string, detail: unknown): void {
    const chain = [node, ...above.toReversed()];
    // Only touches bubble; the rest is for the element that has it.
    const reach = type === 'tap' ? chain : chain.slice(0, 1);
    for (const at of reach) {
      const caught = at.attr[`catch${type}`] !== undefined;
      if (!caught && at.attr[`bind${type}`] === undefined) continue;
      const current = { id: at.attr['id'], dataset: { sid: at.attr['data-sid'] } };
      this.tell('eh', { type, timeStamp: Date.now(), detail, target: current, currentTarget: current });
      if (caught) return;
    }
  }

  private tell(name: string, argument?: unknown): void {
    const handler = this.instance[name];
    if (typeof handler === 'function') handler.call(this.instance, argument);
  }
}
