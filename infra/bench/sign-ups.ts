import { DAY, HOUR, isoDate } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { interleave, metric, percentile } from './figures';
import type { Metric } from './figures';
import type { ApiCall, Handler } from './handler';
import { loadHandler } from './handler';
import { startRecorder } from './recorder';
import type { TableCall } from './recorder';
import { replayOn, withId } from './replay';

const RUNS = 120;
const WARM_UP = 15;
const RECORDED = 3;
/** Away from the days on which the demonstration's people have promised something. */
const FIRST_DAY = 12;

export interface SignUpBench {
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly engine: string;
  /** Who signs up, and who leads a team that calls shifts. */
  readonly volunteer: { readonly token: string };
  readonly leader: { readonly token: string; readonly placeId: string };
}

interface Called {
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
}
const Team = z.object({ items: z.array(z.object({ id: z.string(), mine: z.string() })) });
const Made = z.object({ id: z.string() });
const SignedUp = z.object({ slots: z.array(z.object({ mine: z.object({ state: z.literal('placed') }) })) });

const answered = async (handler: Handler, call: ApiCall): Promise<unknown> => {
  const { status, body } = await handler(call);
  if (status !== 200)
    throw new Error(`${call.method} ${call.path} answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
};

/** Shifts on days of their own, so that every sign-up is the first of its day. */
const callShifts = async (handler: Handler, leader: SignUpBench['leader'], count: number): Promise<Called[]> => {
  const { token, placeId } = leader;
  const teams = z.parse(Team, await answered(handler, { method: 'GET', path: '/api/volunteers/me/teams', token }));
  const teamId = teams.items.find(({ mine }) => mine === 'leader')?.id ?? '';
  const noon = Date.parse(`${isoDate(Date.now())}T12:00:00+08:00`);
  const called: Called[] = [];
  for (let index = 0; index < count; index += 1) {
    const startsAt = noon + (FIRST_DAY + index) * DAY;
    const slot = { startsAt, endsAt: startsAt + HOUR, roles: [{ name: '清扫', places: 100 }] };
    const body = {
      ...{ title: '楼前清扫', words: '清扫楼前', spot: '楼前', meeting: '门口', placeId },
      ...{ slots: [slot], opensAt: Date.now() - HOUR, closesAt: startsAt, cancelUntil: startsAt },
    };
    const made = await answered(handler, { method: 'POST', path: `/api/teams/${teamId}/shifts`, token, body });
    called.push({ id: z.parse(Made, made).id, startsAt, endsAt: slot.endsAt });
  }
  return called;
};

/** The recorded calls of one shift as they are for another. */
const forShift = (calls: readonly TableCall[], from: Called, to: Called): TableCall[] =>
  [
    [from.id, to.id],
    [String(from.startsAt), String(to.startsAt)],
    [String(from.endsAt), String(to.endsAt)],
    [isoDate(from.startsAt), isoDate(to.startsAt)],
  ].reduce<TableCall[]>((told, [one = '', other = '']) => withId(told, one, other), [...calls]);

/** Signing up: time against the same calls made bare for another shift, and what it writes. */
export const signUpFigures = async (bench: SignUpBench): Promise<Metric[]> => {
  const recorder = await startRecorder(bench.engine);
  const recorded = await loadHandler(bench.bundle, { ...bench.environment, AWS_ENDPOINT_URL_DYNAMODB: recorder.url });
  const direct = await loadHandler(bench.bundle, { ...bench.environment, AWS_ENDPOINT_URL_DYNAMODB: bench.engine });
  const replay = replayOn(bench.engine);
  const shifts = await callShifts(direct, bench.leader, 2 * (RUNS + WARM_UP) + RECORDED);
  const next = (): Called => {
    const shift = shifts.shift();
    if (shift === undefined) throw new Error('no shift is left to sign up for');
    return shift;
  };
  const signUp = async (handler: Handler, { id }: Called): Promise<void> => {
    const path = `/api/shifts/${id}/sign-up`;
    const body = { slotId: 's1', roleId: 'r1' };
    z.parse(SignedUp, await answered(handler, { method: 'POST', path, token: bench.volunteer.token, body }));
  };
  let seen = next();
  for (let run = 1; run < RECORDED; run += 1) {
    await signUp(recorded, seen);
    recorder.take();
    seen = next();
  }
  await signUp(recorded, seen);
  const calls = recorder.take();
  await recorder.stop();

  const ours = () => signUp(direct, next());
  const bare = () => replay(forShift(calls, seen, next()));
  await interleave(WARM_UP, ours, bare);
  const times = await interleave(RUNS, ours, bare);
  const written = calls
    .filter(({ operation }) => ['PutItem', 'UpdateItem', 'TransactWriteItems'].includes(operation))
    .reduce((sum, { units }) => sum + units, 0);
  return [
    metric(
      'api-over-raw-signup',
      percentile(times.a, 0.5),
      percentile(times.b, 0.5),
      1.15,
      `ms p50, ${String(calls.length)} calls`,
    ),
    metric('units-signup', written, 4, 1.2, 'write units'),
  ];
};
