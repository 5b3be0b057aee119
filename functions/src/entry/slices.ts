import type { Bound } from '../platform/router';

type Routes = readonly Bound[];

/**
 * The slices as the API's function loads them: each with the first call to it. A fresh function would otherwise read
 * them all before its first answer, while somebody waits.
 */
export const SLICES: Readonly<Record<string, () => Promise<Routes>>> = {
  platform: async (): Promise<Routes> => [(await import('../platform/health')).health],
  media: async () => (await import('../media/http')).mediaRoutes,
  people: async () => (await import('../people/http')).peopleRoutes,
  copy: async () => {
    const [{ copyRoute }, { volunteerCopy }] = await Promise.all([
      import('../people/public'),
      import('../volunteers/copy'),
    ]);
    return [copyRoute([volunteerCopy])];
  },
  district: async () => (await import('../district/http')).districtRoutes,
  roll: async () => (await import('../district/roll-http')).rollRoutes,
  notices: async () => (await import('../notices/http')).noticesRoutes,
  requests: async () => (await import('../requests/http')).requestsRoutes,
  votes: async () => (await import('../votes/http')).votesRoutes,
  committee: async () => (await import('../votes/committee-http')).committeeRoutes,
  topics: async () => (await import('../council/http')).topicsRoutes,
  sessions: async () => (await import('../council/sessions-http')).sessionsRoutes,
  volunteers: async () => (await import('../volunteers/http')).volunteerRoutes,
  command: async () => (await import('../command/http')).commandRoutes,
};

/** A route's place and the slice that answers it. */
export interface Indexed {
  readonly method: string;
  readonly path: string;
  readonly slice: string;
}

/** What every slice answers, for the build to write down. */
export const indexOfSlices = async (): Promise<Indexed[]> =>
  (
    await Promise.all(
      Object.entries(SLICES).map(async ([slice, load]) =>
        (await load()).map(({ route: { method, path } }) => ({ method, path, slice })),
      ),
    )
  ).flat();

/** The bound route of an entry, its slice loaded if it is not. */
export const loadIndexed = async ({ method, path, slice }: Indexed): Promise<Bound> => {
  const found = (await SLICES[slice]?.())?.find(({ route }) => route.method === method && route.path === path);
  if (found === undefined) throw new Error(`the slice ${slice} does not answer ${method} ${path}`);
  return found;
};
