import Taro from '@tarojs/taro';
import { addSubscriptions, listSubscriptions } from '@gongyi/shared/notices/contract';
import type { Template } from '@gongyi/shared/notices/contract';
import { useAct } from './use-act';
import { useLoad } from './use-load';
import { useSignedIn } from './session';

export interface Subscriptions {
  /** Messages still allowed, the least of the templates asked for; undefined until known. */
  readonly remaining: number | undefined;
  /** WeChat's prompt, only ever on a tap. True if any was allowed. On the web there is none. */
  readonly ask: () => Promise<boolean>;
  readonly possible: boolean;
  readonly words: string | undefined;
}

/** One grant is one message, so ask where it is useful: on the tap that waits for an answer. */
export const useSubscriptions = (templates: readonly Template[]): Subscriptions => {
  const signedIn = useSignedIn();
  const load = useLoad(listSubscriptions, signedIn ? {} : undefined);
  const act = useAct();
  const mine = (load.value?.items ?? []).filter((item) => templates.includes(item.template));
  const possible = process.env.TARO_ENV === 'weapp' && mine.length > 0;

  const ask = async (): Promise<boolean> => {
    if (!possible) return false;
    // The ids must be there already: WeChat allows the prompt only in the tap itself.
    const answers: Record<string, unknown> = { ...(await prompt(mine.slice(0, 3).map((item) => item.templateId))) };
    const accepted = mine.filter((item) => answers[item.templateId] === 'accept').map((item) => item.template);
    if (accepted.length === 0) return false;
    const outcome = await act.attempt(addSubscriptions, { body: { accepted } });
    if (outcome.ok) load.replace(outcome.value);
    return true;
  };
  return {
    remaining: mine.length === 0 ? undefined : Math.min(...mine.map((item) => item.remaining)),
    ask,
    possible,
    words: act.words,
  };
};

const prompt = async (tmplIds: string[]) => {
  try {
    return await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] });
  } catch {
    return {};
  }
};
