import * as z from 'zod/mini';
import type { Clock } from '../clock/clock';
import { isForm, readFields, seeOther, sendJson, sendPage } from '../http/reply';
import { page, timeText } from './page';
import type { Routes } from './routes';

const Move = z.union([
  z.object({ advanceMs: z.coerce.number() }),
  /** An instant in milliseconds, or a date and time of the Shanghai calendar: `2026-12-01T08:00`. */
  z.object({ to: z.union([z.number(), z.string()]) }),
]);

const BUTTONS = [
  ['+30 分钟', 30 * 60_000],
  ['+1 小时', 3_600_000],
  ['+1 天', 86_400_000],
  ['+7 天', 7 * 86_400_000],
] as const;

const instantOf = (to: number | string): number =>
  typeof to === 'number' ? to : Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(to) ? to : `${to}+08:00`);

const clockPage = (clock: Clock, problem: string): string => {
  const buttons = BUTTONS.map(
    ([name, ms]) =>
      `<form method="post" action="/clock"><input type="hidden" name="advanceMs" value="${String(ms)}"><button>${name}</button></form>`,
  ).join('');
  return page(
    '时钟',
    `<section><p>系统时间：<strong>${timeText(clock.now())}</strong>（北京时间）</p>
<p class="quiet">比这台机器快 ${String(Math.round(clock.shiftMs() / 60_000))} 分钟。时间只能向前。</p>${problem}${buttons}
<form method="post" action="/clock"><label>到 <input type="datetime-local" name="to" required></label> <button>前进</button></form></section>`,
  );
};

/** The clock's page and its address for programs: GET /clock.json, POST /clock. */
export const clockRoutes = (clock: Clock): Routes => ({
  'GET /clock': ({ response }) => {
    sendPage(response, clockPage(clock, ''));
  },
  'GET /clock.json': ({ response }) => {
    sendJson(response, { now: clock.now(), shiftMs: clock.shiftMs() });
  },
  'POST /clock': async ({ request, response }) => {
    const parsed = z.safeParse(Move, await readFields(request));
    const move = parsed.success ? parsed.data : undefined;
    const ms = move === undefined ? NaN : 'to' in move ? instantOf(move.to) - clock.now() : move.advanceMs;
    try {
      await clock.advance(Math.round(ms));
    } catch (fault) {
      if (!(fault instanceof RangeError)) throw fault;
      if (isForm(request)) sendPage(response, clockPage(clock, '<p class="warn">时间只能向前。</p>'), 400);
      else sendJson(response, { message: fault.message }, 400);
      return;
    }
    if (isForm(request)) seeOther(response, '/clock');
    else sendJson(response, { now: clock.now(), shiftMs: clock.shiftMs() });
  },
});
