import { districtRoutes } from '../district/http';
import { peopleRoutes } from '../people/http';
import { health } from '../platform/health';
import type { Bound } from '../platform/router';

/** Every route of the API: the slices' lists, one after another. */
export const apiRoutes: readonly Bound[] = [health, ...peopleRoutes, ...districtRoutes];
