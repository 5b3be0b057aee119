import {
  exportOfCommunity,
  exportOfOrganisation,
  fileHotline,
  previewHotline,
} from '@gongyi/shared/requests/contract-hotline';
import { communityOf, compoundOf } from '../../world/places';
import type { Stage } from '../stage';
import { anyOf, replyOf, sideOf, uploaded } from './recipe';
import type { Recipes } from './recipe';

/** Lists in and out: the 12345 hotline's sheet, and an office's own requests. */
const HEADER = '工单编号,来电时间,联系人,联系电话,诉求地址,诉求内容,办结时限';

const sheet = ({ random }: Stage, side: string): Uint8Array<ArrayBuffer> => {
  const line = (): string =>
    `${random.text(8)},2026-11-20 09:00,某某,0474-7654321,${side}苑1号楼1单元101,灯不亮${random.text(3)},2026-12-20 09:00`;
  return new TextEncoder().encode(`\uFEFF${[HEADER, line(), line()].join('\r\n')}\r\n`);
};

const handedIn = async (stage: Stage, file: boolean): Promise<void> => {
  const side = sideOf(stage);
  const who = anyOf(stage, side, 'dispatcher', 'manager', 'community-worker', 'street-officer');
  const mediaId = await uploaded(stage, who, 'text/csv', sheet(stage, side));
  if (mediaId === undefined) return;
  const about = { who, params: { compoundId: compoundOf(side) } };
  const seen = await stage.call({ route: previewHotline, ...about, body: { mediaId } });
  const lines = replyOf(previewHotline, seen)?.rows.map(({ line }) => line) ?? [];
  if (!file || lines.length === 0) return;
  await stage.call({ route: fileHotline, ...about, body: { mediaId, lines } });
};

/** Days around now, as dates. */
const period = ({ random }: Stage) => {
  const date = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return { from: date(-random.int(0, 60)), until: date(1) };
};

export const sheetRecipes: Recipes = {
  'requests.preview-hotline': (stage) => handedIn(stage, false),
  'requests.file-hotline': (stage) => handedIn(stage, true),
  'requests.export-of-organisation': async (stage) => {
    const side = sideOf(stage);
    const about = { params: { organisationId: stage.world.organisation(`${side}.company`) }, body: period(stage) };
    await stage.call({ route: exportOfOrganisation, who: anyOf(stage, side, 'manager', 'dispatcher'), ...about });
  },
  'requests.export-of-community': async (stage) => {
    const side = sideOf(stage);
    const about = { params: { communityId: communityOf(side) }, body: period(stage) };
    const who = anyOf(stage, side, 'community-worker', 'community-secretary', 'street-officer');
    await stage.call({ route: exportOfCommunity, who, ...about });
  },
};
