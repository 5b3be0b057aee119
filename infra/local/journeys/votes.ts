import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { castBallot, getBallotsState, getMyLines } from '@gongyi/shared/votes/contract-ballots';
import type { BallotsState, MyLine } from '@gongyi/shared/votes/contract-ballots';
import {
  confirmPaper,
  deliverPaper,
  enterPaper,
  findRegisterLine,
  finishCount,
  returnPaper,
  signCount,
} from '@gongyi/shared/votes/contract-paper';
import type {
  BoxPaper,
  PaperEntry,
  RegisterLine,
  nameElector,
  registerProxy,
} from '@gongyi/shared/votes/contract-paper';
import type { Choice } from '@gongyi/shared/votes/ballot';
import { amendVote, draftVote } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import type { Starter } from '@gongyi/shared/votes/vote';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { beginUpload } from '@gongyi/shared/media/contract';
import { bindPhone, changeMe, giveConsent } from '@gongyi/shared/people/contract';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import { planPlaces } from '../demo/plan-places';
import { madeRolls } from '../demo/seed-rolls';
import { callAs } from './api';
import type { Caller } from './api';
import type { AskedMatter } from '../world/electorate';
import { photo } from './photo';
import type { Picture } from './screen';
import type { Places, World } from './world';

/** One paper ballot of the story: of which home, under which number, and what stands on it. */
export interface Paper {
  /** Below the compound: `b3.e1.h202`. */
  readonly home: string;
  readonly serial: number;
  readonly says: PaperEntry;
}

/** Answers in the order of the matters: `m1`, `m2` … */
const choices = (answers: readonly Choice[]) =>
  Object.fromEntries(answers.map((answer, index) => [`m${String(index + 1)}`, answer]));
export const paper = (home: string, serial: number, ...answers: readonly Choice[]): Paper => ({
  home,
  serial,
  says: { kind: 'choices', choices: choices(answers) },
});

interface WrittenVote {
  readonly title: string;
  readonly scope: object;
  readonly matters: readonly AskedMatter[];
}

const READINGS = { first: enterPaper, second: confirmPaper } as const;

/** A number on the main compound's made roll: 3号楼2单元202 as `3`, `2`, `202`. */
export const phoneOnRoll = (...door: readonly [building: string, entrance: string, room: string]): string => {
  const [roll] = madeRolls('small', planPlaces('small'));
  const rows = new TextDecoder().decode(roll?.bytes).split('\r\n');
  const row = rows.find((each) => each.startsWith(`${door[0]}号楼,${door[1]},${door[2]},`));
  return row?.split(',')[6] ?? '';
};

/** A file as somebody has it in their downloads. */
export const givenAs = (name: string, words: string): Picture => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(words),
});

/** The standalone verifier in a process of its own, as anybody runs it; rejects with its exit code. */
export const verifyOutside = (file: string, root: string) =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL('../../../shared/verifier/verify.mjs', import.meta.url)),
    file,
    root,
  ]);

/** What people do in a compound's votes on their own phones and desks, while others are looked at in a browser. */
export const votesOf = (world: () => World, compound: keyof Places = 'main') => {
  // Signed in anew each time: WeChat checks words and photos only of people who opened the app lately.
  const as = (who: string): Promise<Caller> => callAs(world().system, `demo-${who}`);
  const homeId = (home: string): string => `${world().places[compound].id}.${home}`;
  // One caller for many calls: who signs in again and again is signed out on their oldest device.
  const lineFor = (caller: Caller, voteId: string, home: string): Promise<RegisterLine> =>
    caller.send(findRegisterLine, { params: { voteId, homeId: homeId(home) } });
  const about = async (caller: Caller, voteId: string, home: string) => ({
    voteId,
    line: String((await lineFor(caller, voteId, home)).line),
  });
  const picture = async (caller: Caller): Promise<string> => {
    const { buffer, mimeType } = photo('paper-mended');
    const body = { contentType: mimeType, bytes: buffer.length };
    const { mediaId, url, fields } = await caller.send(beginUpload, { body });
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }));
    const stored = await fetch(url, { method: 'POST', body: form });
    if (!stored.ok) throw new Error(`the picture was not taken: ${String(stored.status)}`);
    return mediaId;
  };
  /** One reading of each paper: the first, with a picture of its face, or another person's. */
  const read = async (who: string, turn: keyof typeof READINGS, voteId: string, papers: readonly Paper[]) => {
    const caller = await as(who);
    const states: BoxPaper['state'][] = [];
    const face = turn === 'first' ? { photos: [await picture(caller)] } : {};
    for (const { home, says } of papers) {
      const params = await about(caller, voteId, home);
      states.push((await caller.send(READINGS[turn], { params, body: { ...says, ...face } })).state);
    }
    return states;
  };
  /** A move of the vote as it is now. */
  const move = async <T extends Route>(who: string, route: T, voteId: string, body: object): Promise<RouteReply<T>> => {
    const caller = await as(who);
    const { rev } = await caller.send(getVote, { params: { voteId } });
    return caller.send(route, { params: { voteId }, body: { rev, ...body } });
  };
  return {
    as,
    view: async (voteId: string): Promise<VoteView> => (await as('worker')).send(getVote, { params: { voteId } }),
    state: async (voteId: string): Promise<BallotsState> =>
      (await as('resident')).send(getBallotsState, { params: { voteId } }),
    lineOf: async (voteId: string, home: string): Promise<RegisterLine> => lineFor(await as('worker'), voteId, home),
    mine: async (who: string, voteId: string): Promise<readonly MyLine[]> =>
      (await (await as(who)).send(getMyLines, { params: { voteId } })).lines,
    cast: async (who: string, voteId: string, ...answers: readonly Choice[]) => {
      const caller = await as(who);
      const { lines } = await caller.send(getMyLines, { params: { voteId } });
      const line = String(lines.find(({ asProxy }) => !asProxy)?.line ?? 0);
      return caller.send(castBallot, { params: { voteId, line }, body: { choices: choices(answers) } });
    },
    /** Papers given out and brought back, each under its own number. */
    collect: async (voteId: string, papers: readonly Paper[]): Promise<void> => {
      const worker = await as('worker');
      for (const { home, serial } of papers) {
        const params = await about(worker, voteId, home);
        await worker.send(deliverPaper, { params, body: { serial, way: 'signed' } });
        await worker.send(returnPaper, { params, body: { serial, by: 'owner' } });
      }
    },
    /** Staff enter, by document, who casts for a home's line: an elector, or a proxy for this one vote. */
    entrust: async (
      route: typeof nameElector | typeof registerProxy,
      voteId: string,
      home: string,
      phone: string,
      reason: string,
    ): Promise<RegisterLine> => {
      const worker = await as('worker');
      const params = await about(worker, voteId, home);
      return worker.send(route, { params, body: { phone, reason, photos: [await picture(worker)] } });
    },
    /** Drafts a vote of the community's, watched by the Party branch, whose words are clear. */
    draft: async (written: WrittenVote, starter: Starter): Promise<string> => {
      const [worker, branch] = [await as('worker'), await as('branch')];
      const params = { compoundId: world().places[compound].id };
      const { id } = await worker.send(draftVote, { params, body: { ...written, starter } });
      const matters = written.matters.map((matter, index) => ({ id: `m${String(index + 1)}`, ...matter }));
      await move('worker', amendVote, id, { ...written, matters, scrutineerIds: [branch.personId] });
      await world().system.settle();
      return id;
    },
    /** Everything in the box read twice, signed and ended. */
    count: async (voteId: string, papers: readonly Paper[]): Promise<void> => {
      await read('worker', 'first', voteId, papers);
      expect(await read('secretary', 'second', voteId, papers)).toEqual(papers.map(() => 'confirmed'));
      await (await as('branch')).send(signCount, { params: { voteId } });
      await (await as('worker')).send(finishCount, { params: { voteId } });
    },
    move,
    read,
    /** Somebody opens the app for the first time and binds their number; a home on a roll is theirs by it. */
    firstSignIn: async (who: string, name: string, phone: string): Promise<void> => {
      const caller = await as(who);
      await caller.send(giveConsent, { body: { kind: 'privacy', given: true, version: '2026-11' } });
      await caller.send(changeMe, { body: { name } });
      await caller.send(bindPhone, { body: { code: await world().system.phoneCode(`demo-${who}`, phone) } });
    },
  };
};
