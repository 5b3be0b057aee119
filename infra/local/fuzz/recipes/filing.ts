import { CATEGORIES, CATEGORY_KEYS } from '@gongyi/shared/requests/category';
import type { Category, CategoryKey } from '@gongyi/shared/requests/category';
import {
  exportOfCommunity,
  exportOfOrganisation,
  fileHotline,
  fileOnBehalf,
  fileRequest,
  previewHotline,
} from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import type { Person } from '../../world/people';
import { communityOf, compoundOf, homeOf } from '../../world/places';
import type { Side } from '../../world/places';
import { WORDS_MARK } from '../stage';
import type { Stage } from '../stage';
import { PIXEL, anyOf, member, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipes } from './recipe';

/** A request that a recipe filed, and what it takes to go on with it. */
export interface Filed {
  readonly id: string;
  readonly side: Side;
  readonly filer: Person;
  readonly placeId: string;
  /** What its filer's private words carry; nothing if the neighbours may read them. */
  readonly mark: string;
  readonly view: RequestView;
}

const answersTo = (stage: Stage, category: Category): Record<string, string> =>
  Object.fromEntries(category.questions.map(({ key, choices }) => [key, stage.random.pick(choices)]));

const said = (stage: Stage, mark: string, category: CategoryKey = stage.random.pick(CATEGORY_KEYS)) => {
  return {
    category,
    words: `${words(stage)}${mark}`,
    answers: answersTo(stage, CATEGORIES[category]),
    contact: stage.random.pick(['message', 'phone', 'none']),
  };
};

const FILERS = [
  ['owner', 1, 101],
  ['family', 1, 101],
  ['tenant', 1, 101],
  ['neighbour', 1, 102],
  ['next-owner', 2, 101],
  ['claimant', 1, 101],
] as const;

interface Wanted {
  readonly side?: Side;
  readonly public?: boolean;
  readonly category?: CategoryKey;
  readonly contact?: 'phone';
}

/** Files a request of a resident: about their home, private, or about a place that all may see. */
export const filed = async (stage: Stage, wanted: Wanted): Promise<Filed | undefined> => {
  const { random } = stage;
  const side = wanted.side ?? sideOf(stage);
  const [name, building, room] = random.pick(FILERS);
  const filer = member(stage, side, name);
  const isPublic = wanted.public ?? false;
  const placeId = isPublic
    ? random.pick([compoundOf(side), `${compoundOf(side)}.b1`, `${compoundOf(side)}.b2.e1`])
    : homeOf(side, building, room);
  const mark = isPublic ? '' : WORDS_MARK;
  const photo = random.chance(0.1) ? await uploaded(stage, filer, 'image/png', PIXEL) : undefined;
  const body = {
    ...said(stage, mark, wanted.category),
    ...(wanted.contact === undefined ? {} : { contact: wanted.contact }),
    placeId,
    visibility: isPublic ? 'public' : 'private',
    anonymous: random.chance(0.2),
    ...(photo === undefined ? {} : { photos: [photo] }),
    ...(random.chance(0.3) ? { spotWords: `门口${mark}` } : {}),
  };
  const view = replyOf(fileRequest, await stage.call({ route: fileRequest, who: filer, body }));
  if (view === undefined) return undefined;
  stage.pools.note(view.id);
  return { id: view.id, side, filer, placeId, mark, view };
};

const PERIOD = { from: '2026-01-01', until: '2026-12-31' };

/** A hotline sheet of two orders, one with a place and one without, looked at by somebody who may. */
const handIn = async (stage: Stage) => {
  const side = sideOf(stage);
  const who = anyOf(stage, side, 'dispatcher', 'manager', 'community-worker');
  const orders = [`H${stage.random.text(6)},1号楼,灯不亮`, `H${stage.random.text(6)},${words(stage)},漏水`];
  const sheet = new TextEncoder().encode(['工单编号,地址,诉求内容', ...orders, ''].join('\r\n'));
  const mediaId = await uploaded(stage, who, 'text/csv', sheet);
  if (mediaId === undefined) return undefined;
  const about = { who, params: { compoundId: compoundOf(side) } };
  const body = { mediaId };
  await stage.call({ route: previewHotline, ...about, body });
  return { about, body };
};

export const filingRecipes: Recipes = {
  'requests.file': async (stage) => {
    await filed(stage, { public: stage.random.chance(0.3) });
  },
  'requests.file-on-behalf': async (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'dispatcher', 'manager', 'community-worker', 'building-steward', 'grid-worker');
    const channel = stage.random.pick(['phone', 'on-behalf', 'hotline-12345']);
    const body = {
      ...said(stage, ''),
      placeId: homeOf(side, 1, 102),
      channel,
      callerName: '来电人',
      callerPhone: '0474-7654321',
      ...(channel === 'hotline-12345'
        ? { hotline: { number: `12345-${stage.random.text(5)}`, dueAt: Date.now() + 9e7 } }
        : {}),
    };
    await stage.call({ route: fileOnBehalf, who, body });
  },
  'requests.preview-hotline': async (stage) => {
    await handIn(stage);
  },
  'requests.file-hotline': async (stage) => {
    const handed = await handIn(stage);
    if (handed !== undefined)
      await stage.call({ route: fileHotline, ...handed.about, body: { ...handed.body, lines: [2, 3] } });
  },
  'requests.export-of-organisation': async (stage) => {
    const side = sideOf(stage);
    const params = { organisationId: stage.world.organisation(`${side}.company`) };
    await stage.call({
      route: exportOfOrganisation,
      who: anyOf(stage, side, 'dispatcher', 'manager'),
      params,
      body: PERIOD,
    });
  },
  'requests.export-of-community': async (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'community-worker', 'community-secretary');
    await stage.call({ route: exportOfCommunity, who, params: { communityId: communityOf(side) }, body: PERIOD });
  },
};
