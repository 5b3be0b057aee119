import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { ancestorOf, chainOf, parentOf, placeKind } from '@gongyi/shared/district/place';
import { cut } from '@gongyi/shared/kernel/schema';
import { inTerm } from '@gongyi/shared/people/role';
import type { Identity } from '@gongyi/shared/people/role';
import { CATEGORIES, openQuestions } from '@gongyi/shared/requests/category';
import type { Filing } from '@gongyi/shared/requests/contract';
import { firstHolder } from '@gongyi/shared/requests/holder-rules';
import type { Request, Spot } from '@gongyi/shared/requests/request';
import { firstAnswerDue, resolveDue } from '@gongyi/shared/requests/request-rules';
import { findPlaces, serving } from '../district/public';
import { derivedOf } from '@gongyi/shared/requests/stored-request';

/** The place as a spot: its name from the compound down, and its grid. Undefined if there is none below a compound. */
export const findSpot = async (
  filing: Pick<Filing, 'placeId' | 'spotWords' | 'point'>,
): Promise<{ spot: Spot; compoundId: string } | undefined> => {
  const { placeId, spotWords, point } = filing;
  const compoundId = ancestorOf(placeId, 'compound');
  if (compoundId === undefined) return undefined;
  const community = parentOf(compoundId);
  const chain = chainOf(placeId).filter((id) => id !== community && id.startsWith(compoundId));
  const places = await findPlaces(chain);
  if (!places.has(placeId)) return undefined;
  const names = chain.map((id) => places.get(id)?.name ?? '').reverse();
  const gridId = chain.map((id) => places.get(id)?.gridId).find((id) => id !== undefined);
  return {
    compoundId,
    spot: {
      placeId,
      placeName: cut(names.join(' '), 120),
      ...(spotWords === undefined ? {} : { words: spotWords }),
      ...(point === undefined ? {} : { point }),
      ...(gridId === undefined ? {} : { gridId }),
    },
  };
};

/** What a filing makes of a request, whoever enters it. */
export const draftRequest = async (
  filing: Filing,
  id: string,
  now: number,
  /** False where nobody could be asked: a list of orders taken down elsewhere. */
  asked = true,
): Promise<Omit<Request, 'filerName'> | Refusal> => {
  const { category, answers } = filing;
  const open = asked ? openQuestions(category, answers) : [];
  if (open.length > 0) return refuse('answers-incomplete', { questions: open.join(',') });
  const found = await findSpot(filing);
  if (found === undefined) return refuse('place-unknown');
  const holder = firstHolder(await serving(found.compoundId), category);
  if (holder === undefined) return refuse('holder-unknown');
  const { urgency, defaultVisibility } = CATEGORIES[category];
  const questions = new Set<string>(CATEGORIES[category].questions.map(({ key }) => key));
  return {
    ...derivedOf(id, { spot: found.spot, category, filedAt: now }),
    rev: 1,
    status: 'submitted',
    category,
    urgency,
    words: filing.words,
    wordsCheck: 'pending',
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => questions.has(key))),
    photos: [...new Set(filing.photos)],
    spot: found.spot,
    // A home is private unless its people say otherwise, whatever the category says.
    visibility: filing.visibility ?? (placeKind(filing.placeId) === 'home' ? 'private' : defaultVisibility),
    anonymous: filing.anonymous,
    channel: filing.codeId === undefined ? 'app' : 'code',
    contact: filing.contact,
    called12345: filing.called12345,
    holderId: holder.id,
    holderName: holder.name,
    firstHolderId: holder.id,
    passedBy: [],
    filedAt: now,
    firstAnswerDueAt: firstAnswerDue(urgency, now),
    dueAt: resolveDue(urgency, now),
    answerableIds: [holder.id],
    joined: 0,
    nudges: 0,
    round: 1,
  };
};

/** Homes may be named only by those bound to them now (or who claim to be, until staff decide). */
export const mayNamePlace = ({ homes }: Identity, placeId: string, now: number): boolean =>
  placeKind(placeId) !== 'home' ||
  homes.some(
    ({ homeId, state, until }) =>
      homeId === placeId && (state === 'verified' || state === 'claimed') && inTerm({ from: 0, until }, now),
  );
