import { CATEGORIES, guessCategory, openQuestions } from '@gongyi/shared/requests/category';
import type { CategoryKey } from '@gongyi/shared/requests/category';
import type { CONTACTS, VISIBILITIES } from '@gongyi/shared/requests/request';

/** What somebody has put into the form so far; kept as a draft on the device. */
export interface FilingDraft {
  readonly words: string;
  /** Chosen by a tap; until then the guess from the words counts. */
  readonly chosenCategory?: CategoryKey | undefined;
  readonly answers: Readonly<Record<string, string>>;
  readonly photos: readonly string[];
  readonly placeId?: string | undefined;
  readonly placeName?: string | undefined;
  readonly spotWords: string;
  /** Where the filer stood, if they gave it: WGS-84 degrees × 1e6. */
  readonly point?: { readonly lat: number; readonly lng: number } | undefined;
  readonly visibility?: (typeof VISIBILITIES)[number] | undefined;
  readonly anonymous: boolean;
  readonly contact: (typeof CONTACTS)[number];
  readonly called12345: boolean;
  readonly codeId?: string | undefined;
}

export const EMPTY_FILING: FilingDraft = {
  words: '',
  answers: {},
  photos: [],
  spotWords: '',
  anonymous: false,
  contact: 'message',
  called12345: false,
};

export const categoryOf = (draft: FilingDraft): CategoryKey | undefined =>
  draft.chosenCategory ?? guessCategory(draft.words);

export const visibilityOf = (draft: FilingDraft): (typeof VISIBILITIES)[number] => {
  const category = categoryOf(draft);
  return draft.visibility ?? (category === undefined ? 'private' : CATEGORIES[category].defaultVisibility);
};

export type FilingGap = 'words' | 'category' | 'place' | 'questions' | 'photos-sending';

/** What is still open before it can be sent, in the order of the form. */
export const gaps = (draft: FilingDraft, photosSending: boolean): FilingGap[] => {
  const category = categoryOf(draft);
  const open: FilingGap[] = [];
  if (photosSending) open.push('photos-sending');
  if (draft.words.trim() === '') open.push('words');
  if (category === undefined) open.push('category');
  else if (openQuestions(category, draft.answers).length > 0) open.push('questions');
  if (draft.placeId === undefined) open.push('place');
  return open;
};

/** The body of `requests.file`; undefined while something is open. */
export const filingBody = (draft: FilingDraft) => {
  const category = categoryOf(draft);
  if (category === undefined || draft.placeId === undefined || gaps(draft, false).length > 0) return undefined;
  const questions = CATEGORIES[category].questions.map(({ key }) => key);
  return {
    category,
    words: draft.words,
    photos: [...draft.photos],
    answers: Object.fromEntries(
      Object.entries(draft.answers).filter(([key]) => questions.some((known) => known === key)),
    ),
    placeId: draft.placeId,
    ...(draft.spotWords.trim() === '' ? {} : { spotWords: draft.spotWords }),
    ...(draft.point === undefined ? {} : { point: { ...draft.point } }),
    visibility: visibilityOf(draft),
    anonymous: draft.anonymous,
    contact: draft.contact,
    called12345: draft.called12345,
    ...(draft.codeId === undefined ? {} : { codeId: draft.codeId }),
  };
};
