import { fileOnBehalf, fileRequest, getRequest } from '@gongyi/shared/requests/contract';
import type { Act } from './acts';
import { livelyCompounds } from './cast';
import { moveRoutes } from './move-routes';
import type { PlannedPlaces } from './plan-places';
import { sendPictures } from './send-pictures';
import type { Beat, Refs, Tale } from './tales/tale';
import type { Telling } from './telling';

export interface Stage {
  readonly plan: PlannedPlaces;
  readonly refs: Omit<Refs, 'request' | 'person'>;
}

/** What everybody does about their requests: a lane a tale. */
export const actsOfTales = async (telling: Telling, tales: readonly Tale[], stage: Stage): Promise<Act[]> => {
  const { client, once, token, personId } = telling;
  const compounds = livelyCompounds(stage.plan);
  const requests = new Map<string, string>();
  const persons = new Map<Beat['who'], string>();
  /** The revision its teller saw last; looked up where somebody else or the clock was faster. */
  const seen = new Map<string, number>();
  const refs: Refs = {
    ...stage.refs,
    person: (key) => persons.get(key) ?? '',
    request: (key) => requests.get(key) ?? '',
  };
  const tell = async (tale: Tale, beat: Beat, index: number): Promise<void> => {
    const step = `tale ${tale.key} ${String(index)} ${beat.move}`;
    const said = async () => ({ ...(await sendPictures(telling, step, beat)), ...beat.body?.(refs) });
    const { move } = beat;
    if (move === 'file' || move === 'file-on-behalf') {
      const { id } = compounds[tale.compound];
      const placeId = tale.path === undefined ? id : `${id}.${tale.path}`;
      const route = move === 'file' ? fileRequest : fileOnBehalf;
      const filed = await once(
        step,
        async () => ({ placeId, ...(await said()) }),
        async (body, name) => {
          const { id: filedId, rev } = await client.send(route, { name, body, token: await token(beat.who) });
          seen.set(tale.key, rev);
          return filedId;
        },
      );
      requests.set(tale.key, filed);
      return;
    }
    const params = { requestId: requests.get(tale.key) ?? '' };
    const revision = async (): Promise<number> => {
      const last = seen.get(tale.key);
      seen.delete(tale.key);
      return last ?? (await client.send(getRequest, { name: step, params, token: await token(beat.who) })).rev;
    };
    await once(
      step,
      async () => ({ rev: await revision(), ...(await said()) }),
      async (body, name) => {
        const done = await client.send(moveRoutes[move], { name, body, params, token: await token(beat.who) });
        seen.set(tale.key, done.rev);
        return done.id;
      },
    );
  };
  for (const who of new Set(tales.flatMap(({ beats }) => beats.map((beat) => beat.who))))
    persons.set(who, await personId(who));
  return tales.flatMap((tale) =>
    tale.beats.map((beat, index) => ({
      at: stage.refs.at(beat.at),
      lane: tale.key,
      run: () => tell(tale, beat, index),
    })),
  );
};
