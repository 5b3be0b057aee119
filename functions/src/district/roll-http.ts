import * as routes from '@gongyi/shared/district/roll-contract';
import { on } from '../platform/router';
import type { Bound } from '../platform/router';
import { beginRollImport } from './begin-roll-import';
import { getRollImport } from './get-roll-import';
import { listRoll } from './list-roll';
import { previewRollImport } from './preview-roll-import';
import { setRollLayout } from './set-roll-layout';
import { startRollImport } from './start-roll-import';

/** The routes of the owners' roll. */
export const rollRoutes: readonly Bound[] = [
  on(routes.beginRollImport, beginRollImport),
  on(routes.getRollImport, getRollImport),
  on(routes.setRollLayout, setRollLayout),
  on(routes.previewRollImport, previewRollImport),
  on(routes.startRollImport, startRollImport),
  on(routes.listRoll, listRoll),
];
