import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { fundMatterIn } from './fund-words';
import { MATTER_WORDS } from './matters';
import type { ReservedMatter } from './matters';
import { plainWords } from './plain-words';
import { SIGNS } from './reserved-words';

/**
 * What neither a council nor a committee may ever decide: matters that article 278 of the Civil Code
 * (民法典第二百七十八条) leaves to the owners together. They are known by their words, wherever words enter.
 */

/** The refusal of a matter that only the owners together may decide, with the way on. */
export const ownersDecide = (matter: ReservedMatter): Refusal =>
  refuse('owners-decide', { item: MATTER_WORDS[matter].item, matter: MATTER_WORDS[matter].words });

/** The matter of art. 278 that these words together would decide; undefined if none is seen. */
export const reservedIn = (...texts: readonly (string | undefined)[]): ReservedMatter | undefined => {
  const written = texts.filter((text) => text !== undefined);
  const words = written.map((text) => plainWords(text).replace(/\n/gu, '')).join('\n');
  return fundMatterIn(written) ?? SIGNS.find(([, sign]) => sign.test(words))?.[0];
};

const DECIDES = /议定|决定|决议|同意|通过|一致|批准|[没无]有?异议|照此|照办/u;
/** What somebody said of it is told, not decided … */
const TOLD = /提到|提出|反映|询问|问|建议|认为|说明|表示|介绍|担心/u;
const isTold = (sentence: string): boolean => TOLD.test(sentence);
/** … and what is handed on to the owners, not to their committee, is theirs. */
const HANDED_ON = /(?:交|由|提请|提交|请|转|召开|召集)[^。，,]{0,6}业主(?!委员会)[^。，,]{0,6}(?:表决|决定|投票)/u;
const BYPASSED = /不必|无需|不用|不需|不再|免|代替|视同|视为/u;
const isHandedOn = (sentence: string): boolean => HANDED_ON.test(sentence) && !BYPASSED.test(sentence);

/** “四方同意该方案”: what is decided stands in another sentence. */
const REFERS = /(?<!应)该|此|上述|前述|以上|照办|这[个一项些件]|所[述提说]/u;

const sentencesOf = (text: string): string[] => text.replace(/[：:]\s*\n+/gu, '：').split(/[。；！？\n]/u);

/**
 * A reserved matter that `text` decides; sentences that already stood in `before` are left alone, unless a new one
 * decides what they tell of.
 */
export const reservedDecision = (text: string, before = ''): ReservedMatter | undefined => {
  const known = new Set(sentencesOf(before));
  const kept = sentencesOf(text).filter((sentence) => !isHandedOn(sentence));
  const fresh = kept.filter((sentence) => !known.has(sentence));
  const flat = fresh.filter((sentence) => DECIDES.test(sentence) || !isTold(sentence));
  const deciding = fresh.filter((sentence) => DECIDES.test(sentence));
  const meant = deciding.some((sentence) => REFERS.test(sentence)) ? [...deciding, ...kept.filter(isTold)] : [];
  return (
    fundMatterIn(flat) ??
    fundMatterIn(meant) ??
    [...deciding, ...meant].map((sentence) => reservedIn(sentence)).find((matter) => matter !== undefined)
  );
};

/**
 * A reserved matter that an item of a meeting's agenda would decide. Handed on to the owners by its title, it may say
 * what is proposed to them, but agree to nothing itself.
 */
export const reservedOnAgenda = (title: string, words = ''): ReservedMatter | undefined => {
  const own = sentencesOf(words).filter((sentence) => !isHandedOn(sentence));
  return isHandedOn(title)
    ? reservedIn(...own.filter((sentence) => DECIDES.test(sentence)))
    : reservedIn(title, ...own);
};
