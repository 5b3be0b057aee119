import type { CheckState } from '@gongyi/shared/media/contract';
import { log } from '../platform/log';
import { msgSecCheck } from '../platform/wechat';

/** WeChat takes no more. */
const MOST_CHARACTERS = 2500;

/**
 * What WeChat says of words that the person of `openid` wrote. Without an openid, without an answer, or when
 * the person was not active lately: `person`, never clear.
 */
export const checkWords = async (
  words: string,
  openid: string | undefined,
): Promise<Exclude<CheckState, 'pending'>> => {
  if (openid === undefined || words.length > MOST_CHARACTERS) return 'person';
  const answer = await msgSecCheck(words, openid);
  if (answer.ok) return answer.verdict;
  log.warn('words not checked', { cause: answer.cause, errcode: answer.errcode });
  return 'person';
};
