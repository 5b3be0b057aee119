import { callSession, getSession, getSignInCodes, getTopic, proposeTopic } from '@gongyi/shared/council/contract';
import type { Act } from './acts';
import { livelyCompounds } from './cast';
import { sessionMoveRoutes, topicMoveRoutes } from './council-routes';
import { instantOf } from './councils/council-tale';
import type { CouncilBeat, CouncilRefs, CouncilTale, SessionBeat, TopicBeat } from './councils/council-tale';
import { sendPictures } from './send-pictures';
import type { Stage } from './tell-tales';
import type { Telling } from './telling';

/** The name of a beat in the journal. */
export const councilStep = ({ key }: CouncilTale, index: number, { move, on }: CouncilBeat): string =>
  `council ${key} ${String(index)} ${move} ${on}`;

/** What everybody does in the councils: a lane a tale. */
export const actsOfCouncils = (
  telling: Telling,
  tales: readonly CouncilTale[],
  { plan, refs: { at } }: Stage,
): Act[] => {
  const { client, once, token } = telling;
  const compounds = livelyCompounds(plan);
  const topics = new Map<string, string>();
  const sessions = new Map<string, string>();

  const look = async (step: string, { about, on, who }: CouncilBeat) =>
    about === 'topic'
      ? client.send(getTopic, { name: step, params: { topicId: topics.get(on) ?? '' }, token: await token(who) })
      : client.send(getSession, { name: step, params: { sessionId: sessions.get(on) ?? '' }, token: await token(who) });
  const codeOf = async (step: string, { on, move }: CouncilBeat): Promise<string> => {
    if (move !== 'sign-in') return '';
    const params = { sessionId: sessions.get(on) ?? '' };
    const { codes } = await client.send(getSignInCodes, { name: step, params, token: await token('secretary') });
    return codes[0]?.code ?? '';
  };
  const said = async (step: string, beat: CouncilBeat): Promise<Record<string, unknown>> => {
    const begins = beat.move === 'propose' || beat.move === 'call';
    const view = begins ? undefined : await look(step, beat);
    const refs: CouncilRefs = {
      instant: (when) => instantOf(when, at),
      topic: (key) => topics.get(key) ?? '',
      session: (key) => sessions.get(key) ?? '',
      step: (kind) => view?.timeline.findLast((one) => one.kind === kind)?.rev ?? 0,
      code: await codeOf(step, beat),
    };
    const rev = view === undefined ? {} : { rev: view.rev };
    return { ...rev, ...(await sendPictures(telling, step, beat)), ...beat.body?.(refs) };
  };
  const aboutTopic = async (step: string, beat: TopicBeat, compoundId: string): Promise<void> => {
    const id = await once(
      step,
      () => said(step, beat),
      async (body, name) => {
        const to = { name, body, token: await token(beat.who) };
        return beat.move === 'propose'
          ? (await client.send(proposeTopic, { ...to, params: { compoundId } })).id
          : (await client.send(topicMoveRoutes[beat.move], { ...to, params: { topicId: topics.get(beat.on) ?? '' } }))
              .id;
      },
    );
    topics.set(beat.on, id);
  };
  const aboutSession = async (step: string, beat: SessionBeat, compoundId: string): Promise<void> => {
    const id = await once(
      step,
      () => said(step, beat),
      async (body, name) => {
        const to = { name, body, token: await token(beat.who) };
        const params = { sessionId: sessions.get(beat.on) ?? '' };
        return beat.move === 'call'
          ? (await client.send(callSession, { ...to, params: { compoundId } })).id
          : (await client.send(sessionMoveRoutes[beat.move], { ...to, params })).id;
      },
    );
    sessions.set(beat.on, id);
  };
  return tales.flatMap((tale) =>
    tale.beats.map((beat, index) => ({
      at: instantOf(beat.at, at),
      lane: `council ${tale.key}`,
      run: () => {
        const step = councilStep(tale, index, beat);
        const { id } = compounds[tale.compound];
        return beat.about === 'topic' ? aboutTopic(step, beat, id) : aboutSession(step, beat, id);
      },
    })),
  );
};
