import { useState } from 'react';
import * as z from 'zod/mini';
import { callSession, getCouncilRules, getSession, listTopics } from '@gongyi/shared/council/contract';
import type { RulesHistory, SessionView, TopicRow } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES, rulesForSession } from '@gongyi/shared/council/council-rules';
import type { CouncilRules } from '@gongyi/shared/council/council-rules';
import { parentOf } from '@gongyi/shared/district/place';
import { serverNow, useAct, useDraft, useLoad } from '../platform';
import { lawfulFrom, usualStart } from './calling';

/** What the person chose themselves; the rest stays as it is prefilled, also what has yet to be read. */
const Draft = z.object({
  topicIds: z.optional(z.array(z.string())),
  startsAt: z.optional(z.number()),
  venue: z.optional(z.string()),
  online: z.optional(z.boolean()),
});

interface CallOf {
  readonly compoundId: string;
  /** The topic one came from. */
  readonly topicId: string | undefined;
  /** The failed session that is called a second time. */
  readonly secondOf: string | undefined;
}

const isReady = ({ status }: TopicRow): boolean => status === 'accepted';

/** Topics for the agenda: those that wait for a session; of a second calling, those that the first was the last to have. */
const topicsFor = (waiting: readonly TopicRow[], first: SessionView | undefined): TopicRow[] =>
  waiting.filter((row) => isReady(row) && (first === undefined || row.sessionId === first.id));

const rulesOf = (history: z.output<typeof RulesHistory>, version: number): CouncilRules =>
  version === history.version
    ? history.rules
    : (history.changes.find((change) => change.version === version)?.rules ?? DEFAULT_COUNCIL_RULES);

/** The rules that a session of these topics will have; before any is chosen, those in force. */
const rulesFor = (
  history: z.output<typeof RulesHistory> | undefined,
  topics: readonly Pick<TopicRow, 'rulesVersion'>[],
): CouncilRules => {
  if (history === undefined) return DEFAULT_COUNCIL_RULES;
  if (topics.length === 0) return history.rules;
  const begun = topics.map(({ rulesVersion: version }) => ({ rules: { version, rules: rulesOf(history, version) } }));
  return rulesForSession(begun).rules;
};

/** The form that calls a session, and what came of it. */
export const useCall = ({ compoundId, topicId, secondOf }: CallOf) => {
  const communityId = parentOf(compoundId);
  const rulesLoad = useLoad(
    getCouncilRules,
    communityId === undefined ? undefined : { params: { placeId: communityId } },
  );
  const topicsLoad = useLoad(listTopics, { params: { compoundId }, query: { stage: 'waiting', limit: 50 } });
  const firstLoad = useLoad(getSession, secondOf === undefined ? undefined : { params: { sessionId: secondOf } });
  const first = firstLoad.value;
  const draft = useDraft(`call.${secondOf ?? compoundId}`, Draft, {});
  const [asked, setAsked] = useState(false);
  const [earliest, setEarliest] = useState<number>();
  const [now] = useState(serverNow);
  const act = useAct();

  const topics = topicsFor(topicsLoad.value?.items ?? [], first);
  // The agenda is in the order of choosing; a second calling begins with that of the first.
  const prefilled = first?.agenda.map((item) => item.topicId) ?? (topicId === undefined ? [] : [topicId]);
  const chosen = (draft.value.topicIds ?? prefilled).filter((id) => topics.some((topic) => topic.id === id));
  const rules = rulesFor(
    rulesLoad.value,
    topics.filter(({ id }) => chosen.includes(id)),
  );
  const venue = draft.value.venue ?? first?.venue ?? '';
  const startsAt = draft.value.startsAt ?? usualStart(rules, now);
  const online = rules.onlineAllowed && (draft.value.online ?? first?.online ?? false);
  const full = chosen.length >= rules.mostTopics;

  const change = (part: Partial<z.output<typeof Draft>>) => {
    draft.change(part);
    setEarliest(undefined);
    act.clear();
  };
  const send = async (): Promise<SessionView | undefined> => {
    setAsked(true);
    if (chosen.length === 0 || venue.trim() === '') return undefined;
    const second = secondOf === undefined ? {} : { secondOf };
    const outcome = await act.attempt(callSession, {
      params: { compoundId },
      body: { topicIds: chosen, startsAt, venue: venue.trim(), online, ...second },
    });
    if (outcome.ok) {
      draft.clear();
      return outcome.value;
    }
    const told = outcome.refusal?.refused === 'notice-too-short' ? outcome.refusal.facts['earliest'] : undefined;
    setEarliest(typeof told === 'number' ? lawfulFrom(told) : undefined);
    return undefined;
  };
  return {
    rules,
    topicsLoad,
    first,
    failed: [rulesLoad, topicsLoad, firstLoad].find(({ status }) => status === 'failed'),
    loading: topicsLoad.value === undefined || (secondOf !== undefined && first === undefined),
    topics,
    chosen,
    full,
    venue,
    startsAt,
    online,
    asked,
    act,
    /** The lawful earliest time, after a call that came too early. */
    earliest,
    change,
    toggle: (id: string) =>
      change({ topicIds: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] }),
    send,
  };
};
export type CallForm = ReturnType<typeof useCall>;
