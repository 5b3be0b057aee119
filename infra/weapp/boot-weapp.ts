import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import * as z from 'zod/mini';
import { WeappPage } from './weapp-page';
import type { PageConfig } from './weapp-page';
import { compileTemplates } from './templates';
import { makeWx } from './wx-globals';
import type { Device, DeviceCall } from './wx-globals';

export interface BootOptions extends Device {
  /** The built mini-program: `miniapp/dist/weapp`. */
  readonly dist: string;
}

interface AppConfig {
  readonly onLaunch?: (options: unknown) => void;
  readonly onShow?: (options: unknown) => void;
  readonly [name: string]: unknown;
}

/** Names the web has and WeChat has not: a bundle that leans on one must fail here too. */
const NOT_IN_WECHAT = [
  'window',
  'document',
  'self',
  'location',
  'navigator',
  'localStorage',
  'fetch',
  'XMLHttpRequest',
];
const GIVEN = ['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'getApp', 'getCurrentPages', 'global'];

/**
 * Boots a built mini-program the way WeChat does: its scripts in one context without a browser and without eval,
 * its templates by WeChat's own compiler, its network over real HTTP.
 */
export const bootWeapp = (options: BootOptions) => new Weapp(options);

const isCallable = (value: unknown): value is (...given: readonly unknown[]) => unknown => typeof value === 'function';

const Manifest = z.object({
  pages: z.array(z.string()),
  subPackages: z.optional(z.array(z.object({ root: z.string(), pages: z.array(z.string()) }))),
});
const readManifest = (dist: string) => z.parse(Manifest, JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')));

export class Weapp {
  /** Every page app.json lists, subpackages included. */
  readonly pages: readonly string[];
  /** What was asked of the phone: calls, copies, shown photos. */
  readonly calls: DeviceCall[] = [];
  /** What the app wrote to console.error or threw out of a callback. */
  readonly faults: string[] = [];
  private readonly stack: WeappPage[] = [];
  private readonly registered = new Map<string, PageConfig>();
  private readonly loaded = new Map<string, { exports: unknown }>();
  private readonly pending = new Set<Promise<unknown>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly render;
  private readonly context: vm.Context;
  private readonly wx: Readonly<Record<string, unknown>>;
  private app: AppConfig = {};
  private loading = '';

  constructor(private readonly options: BootOptions) {
    const manifest = readManifest(options.dist);
    this.pages = [
      ...manifest.pages,
      ...(manifest.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ];
    this.render = compileTemplates(options.dist);
    this.wx = { ...makeWx(options, this.calls, this.pending), ...this.navigation() };
    this.context = vm.createContext(this.globals(), { codeGeneration: { strings: false, wasm: false } });
    this.load('app.js');
    const launch = { path: this.pages[0], query: {}, scene: 1001 };
    this.app.onLaunch?.(launch);
    this.app.onShow?.(launch);
  }

  /** The page on top. */
  get page(): WeappPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  }

  /** Opens a page afresh, as from a link: `open('requests/pages/detail/index?id=abc')`. */
  async open(address: string): Promise<WeappPage> {
    for (const page of this.stack.splice(0)) page.unload();
    this.push(address);
    await this.settle();
    return this.page;
  }

  /** Waits until nothing is on its way: no request, no setData for 40 ms. A page that never rests is waited for 3 s. */
  async settle(): Promise<void> {
    const end = Date.now() + 3000;
    let quietSince = Date.now();
    let seen = -1;
    while (Date.now() - quietSince < 40 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const moved = this.stack.reduce((sum, page) => sum + page.setDataCount, 0);
      if (this.pending.size > 0 || moved !== seen) quietSince = Date.now();
      seen = moved;
    }
  }

  /** Ends every timer the app left running. */
  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private push(address: string): void {
    const [route = '', search = ''] = address.replace(/^\//, '').split('?');
    if (!this.pages.includes(route)) throw new Error(`app.json has no page ${route}`);
    this.loading = route;
    this.load(`${route}.js`);
    const config = this.registered.get(route);
    if (!config) throw new Error(`${route} registered no Page`);
    this.stack.at(-1)?.hide();
    const page = new WeappPage(route, config, this.render, () => this.settle());
    this.stack.push(page);
    // As in WeChat: the query arrives as it was written, percent-encoded.
    page.start(Object.fromEntries([...search.split('&')].filter(Boolean).map((pair) => splitPair(pair))));
  }

  private navigation() {
    const going =
      (go: (url: string) => void) =>
      (options: { url?: string; success?: (answer: unknown) => void; complete?: () => void }) => {
        go(options.url ?? '');
        options.success?.({ errMsg: 'ok', eventChannel: {} });
        options.complete?.();
      };
    const replaceTop = (url: string) => {
      this.stack.pop()?.unload();
      this.push(url);
    };
    const startOver = (url: string) => {
      for (const page of this.stack.splice(0)) page.unload();
      this.push(url);
    };
    return {
      navigateTo: going((url) => this.push(url)),
      redirectTo: going(replaceTop),
      switchTab: going(startOver),
      reLaunch: going(startOver),
      navigateBack: going(() => {
        if (this.stack.length < 2) return;
        this.stack.pop()?.unload();
        this.page.show();
      }),
    };
  }

  private globals(): vm.Context {
    const remember = (timer: NodeJS.Timeout) => {
      this.timers.add(timer);
      return timer;
    };
    const note = (...words: unknown[]) => void this.faults.push(words.map(String).join(' '));
    return {
      console: { ...console, error: note, log: () => undefined, warn: () => undefined, info: () => undefined },
      setTimeout: (then: () => void, ms?: number) => remember(setTimeout(then, ms)),
      setInterval: (then: () => void, ms?: number) => remember(setInterval(then, ms)),
      clearTimeout,
      clearInterval: clearTimeout,
    };
  }

  private load(file: string): unknown {
    const known = this.loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.loaded.set(file, module);
    const full = path.join(this.options.dist, file);
    const names = [...GIVEN, ...NOT_IN_WECHAT].join(', ');
    const run: unknown = vm.runInContext(`(function (${names}) {${readFileSync(full, 'utf8')}\n})`, this.context, {
      filename: full,
    });
    if (!isCallable(run)) throw new Error(`${file} is no script`);
    run(
      (request: string) => this.load(this.resolve(file, request)),
      module,
      module.exports,
      this.wx,
      (app: AppConfig) => void (this.app = app),
      (page: PageConfig) => void this.registered.set(this.loading, page),
      () => undefined,
      () => this.app,
      () => this.stack.map((page) => page.instance),
      {},
    );
    return module.exports;
  }

  private resolve(from: string, request: string): string {
    const file = path.posix.join(path.posix.dirname(from), request);
    const found = [file, `${file}.js`, `${file}/index.js`].find(
      (each) => existsSync(path.join(this.options.dist, each)) && each.endsWith('.js'),
    );
    if (found === undefined) throw new Error(`${from} requires ${request}, which is not in the package`);
    return found;
  }
}

const splitPair = (pair: string): [string, string] => {
  const cut = pair.indexOf('=');
  return cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
};
