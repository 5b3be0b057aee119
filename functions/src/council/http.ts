import * as routes from '@gongyi/shared/council/contract';
import { on } from '../platform/router';
import type { Bound } from '../platform/router';
import { acceptTopic } from './accept-topic';
import { amendTopic } from './amend-topic';
import { commentTopic } from './comment-topic';
import { decideCouncilContent } from './decide-council-content';
import { finishTopicTask } from './finish-topic-task';
import { getTopic } from './get-topic';
import { getTopicRecord } from './get-topic-record';
import { hideTopicComment } from './hide-topic-comment';
import { listAway } from './list-away';
import { listMyTopics } from './list-my-topics';
import { listNeeds } from './list-needs';
import { listTopics } from './list-topics';
import { listTopicsBelow } from './list-topics-below';
import { mergeTopic } from './merge-topic';
import { progressTopic } from './progress-topic';
import { proposeTopic } from './propose-topic';
import { rateTopic } from './rate-topic';
import { redirectTopic } from './redirect-topic';
import { returnTopic } from './return-topic';
import { secondTopic } from './second-topic';
import { superviseTopic } from './supervise-topic';
import { withdrawTopic } from './withdraw-topic';

/** Topics, the workbench and what those above look after: contract → use case. */
export const topicsRoutes: readonly Bound[] = [
  on(routes.proposeTopic, proposeTopic),
  on(routes.listTopics, listTopics),
  on(routes.listMyTopics, listMyTopics),
  on(routes.getTopic, getTopic),
  on(routes.getTopicRecord, getTopicRecord),
  on(routes.amendTopic, amendTopic),
  on(routes.secondTopic, secondTopic),
  on(routes.commentTopic, commentTopic),
  on(routes.hideTopicComment, hideTopicComment),
  on(routes.withdrawTopic, withdrawTopic),
  on(routes.acceptTopic, acceptTopic),
  on(routes.mergeTopic, mergeTopic),
  on(routes.returnTopic, returnTopic),
  on(routes.redirectTopic, redirectTopic),
  on(routes.progressTopic, progressTopic),
  on(routes.finishTopicTask, finishTopicTask),
  on(routes.superviseTopic, superviseTopic),
  on(routes.rateTopic, rateTopic),
  on(routes.listNeeds, listNeeds),
  on(routes.listTopicsBelow, listTopicsBelow),
  on(routes.listAway, listAway),
  on(routes.decideCouncilContent, decideCouncilContent),
];
