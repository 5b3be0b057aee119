import { fileOnBehalf, fileRequest, getRequest } from '@gongyi/shared/requests/contract';
import { livelyCompounds } from './cast';
import { moveRoutes } from './move-routes';
import { pictureOf } from './picture/scenes';
import type { PlannedPlaces } from './plan-places';
import { inPool } from './pool';
import type { Beat, Refs, Tale } from './tales/tale';
import type { Telling } from './telling';
import { upload } from './upload';

const AT_ONCE = 6;

export interface Stage {
  readonly plan: PlannedPlaces;
  readonly refs: Omit<Refs, 'request' | 'person'>;
  /** Moves the system's time on to an instant; nothing if that has passed. */
  readonly moveTo: (instant: number) => Promise<void>;
}

/** Sends a beat's pictures and gives their ids by the body's fields. */
const sendPictures = async (
  telling: Telling,
  step: string,
  { who, pictures }: Beat,
): Promise<Record<string, string[]>> => {
  const fields: Record<string, string[]> = {};
  for (const [field, list] of Object.entries(pictures ?? {})) {
    fields[field] = [];
    for (const [index, picture] of list.entries()) {
      const png = new Uint8Array(pictureOf(picture));
      fields[field].push(await upload(telling, `${step} ${field} ${String(index)}`, who, 'image/png', png));
    }
  }
  return fields;
};

/** Tells every tale, all of them together through the same days. */
export const tellTales = async (telling: Telling, tales: readonly Tale[], stage: Stage): Promise<void> => {
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
  for (const at of [...new Set(tales.flatMap(({ beats }) => beats.map((beat) => beat.at)))].sort((a, b) => a - b)) {
    await stage.moveTo(stage.refs.at(at));
    await inPool(tales, AT_ONCE, async (tale) => {
      for (const [index, beat] of tale.beats.entries()) if (beat.at === at) await tell(tale, beat, index);
    });
  }
};
