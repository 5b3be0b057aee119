import { giveConsent, changeMe } from '@gongyi/shared/people/contract';
import { beginUpload } from '@gongyi/shared/media/contract';
import type { MediaType } from '@gongyi/shared/media/contract';
import type { RouteReply } from '@gongyi/shared/kernel/define-route';
import type { Route } from '@gongyi/shared/kernel/define-route';
import * as z from 'zod/mini';
import { arrive, arriveBare } from '../../world/people';
import type { Person } from '../../world/people';
import { SIDES } from '../../world/places';
import type { Side } from '../../world/places';
import { NAME_MARK } from '../stage';
import type { Answered, Stage } from '../stage';

/** Makes at least one good call of its route, and whatever has to go before. */
export type Recipe = (stage: Stage) => Promise<void>;
/** By route id. */
export type Recipes = Readonly<Record<string, Recipe>>;

/** The reply, if it was given one. */
export const replyOf = <T extends Route>(route: T, { status, body }: Answered): RouteReply<T> | undefined => {
  if (status !== 200) return undefined;
  const parsed = z.safeParse<T['reply']>(route.reply, body);
  return parsed.success ? parsed.data : undefined;
};

export const sideOf = ({ random }: Stage): Side => random.pick(SIDES);
export const member = ({ world }: Stage, side: Side, name: string): Person => world.who(`${side}.${name}`);
export const anyOf = (stage: Stage, side: Side, ...names: string[]): Person =>
  member(stage, side, stage.random.pick(names));

const WORDS = [
  '灯不亮了',
  '厨房漏水',
  'ᠮᠣᠩᠭᠣᠯ',
  '电梯停在三楼 🛗',
  "it's <b>broken</b>",
  '=HYPERLINK("x")',
  '阿·拉坦',
  '一',
];
export const words = ({ random }: Stage): string => `${random.pick(WORDS)}${random.text(4)}`;

let newcomers = 0;
/** Somebody new, with a name and a consent but nothing else; gone when the recipe is over. */
export const newcomer = async (stage: Stage, withPhone = false): Promise<Person> => {
  const { world, pools, random } = stage;
  newcomers += 1;
  const come = withPhone ? arrive : arriveBare;
  const person = await come(world.system, world.client, `new.${String(newcomers)}`);
  pools.join(person, false);
  if (random.chance(0.3)) {
    await stage.call({ route: giveConsent, who: person, body: { kind: 'publish-name', given: true, version: 'v1' } });
    await stage.call({ route: changeMe, who: person, body: { name: `新${NAME_MARK}` } });
  }
  return person;
};

/** Uploads a file as a client does and gives its id; undefined when refused. */
export const uploaded = async (
  stage: Stage,
  who: Person,
  contentType: MediaType,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> => {
  const answered = await stage.call({ route: beginUpload, who, body: { contentType, bytes: bytes.length } });
  const reply = replyOf(beginUpload, answered);
  if (reply === undefined) return undefined;
  const form = new FormData();
  for (const [field, value] of Object.entries(reply.fields)) form.append(field, value);
  form.append('file', new Blob([bytes], { type: contentType }));
  const stored = await fetch(reply.url, { method: 'POST', body: form });
  if (!stored.ok) throw new Error(`the store refused an upload: ${await stored.text()}`);
  return reply.mediaId;
};

/** The smallest picture there is: one white pixel. */
export const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);
