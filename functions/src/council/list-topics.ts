import type { listTopics as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { topicsList } from './council-lists';
import { listTopicRows } from './list-topic-rows';
import { councilSubject, seatsIn } from './standing';
import { mayReadCouncil } from './supervising';

/** Topics of a compound at a stage, newest first. */
export const listTopics = async ({ params: { compoundId }, query }: RouteInput<typeof route>, call: Call) => {
  const subject = councilSubject(compoundId, await seatsIn(compoundId));
  if (!(await mayReadCouncil(subject, call))) return refuse('not-found');
  return listTopicRows(topicsList(query.stage), compoundId, query, call);
};
