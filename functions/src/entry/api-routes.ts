import { commandRoutes } from '../command/http';
import { topicsRoutes } from '../council/http';
import { sessionsRoutes } from '../council/sessions-http';
import { districtRoutes } from '../district/http';
import { rollRoutes } from '../district/roll-http';
import { mediaRoutes } from '../media/http';
import { noticesRoutes } from '../notices/http';
import { peopleRoutes } from '../people/http';
import { copyRoute } from '../people/public';
import { health } from '../platform/health';
import type { Bound } from '../platform/router';
import { requestsRoutes } from '../requests/http';
import { committeeRoutes } from '../votes/committee-http';
import { votesRoutes } from '../votes/http';
import { volunteerCopy } from '../volunteers/copy';
import { volunteerRoutes } from '../volunteers/http';

/** Every route of the API: the slices' lists, one after another. */
export const apiRoutes: readonly Bound[] = [
  health,
  ...mediaRoutes,
  ...peopleRoutes,
  copyRoute([volunteerCopy]),
  ...districtRoutes,
  ...rollRoutes,
  ...noticesRoutes,
  ...requestsRoutes,
  ...votesRoutes,
  ...committeeRoutes,
  ...topicsRoutes,
  ...sessionsRoutes,
  ...volunteerRoutes,
  ...commandRoutes,
];
