import type { RecordLine } from '@gongyi/shared/council/record-line';
import { TOPIC_EVENT_KINDS } from '@gongyi/shared/council/topic';
import { SESSION_EVENT_KINDS } from '@gongyi/shared/council/session';
import type { RecordSubject } from './use-record';
import { RELATION, ROLE } from '../people/copy';
import { PARTY, RECORD, SESSION_STEP, TOPIC_EVENT } from './topic-copy';

/** What happened in a step, in plain words. */
export const lineWords = (subject: RecordSubject['kind'], { kind }: Pick<RecordLine, 'kind'>): string => {
  if (subject === 'topic') {
    const known = TOPIC_EVENT_KINDS.find((each) => each === kind);
    return known === undefined ? kind : TOPIC_EVENT[known];
  }
  const known = SESSION_EVENT_KINDS.find((each) => each === kind);
  return known === undefined ? kind : SESSION_STEP[known];
};

/** Everything that a step can have been made as; the record names it in code. */
const AS: Readonly<Record<string, string>> = {
  ...ROLE,
  ...RELATION,
  ...PARTY,
  ...RECORD.as,
};

/** As what somebody acted: a party, a role, a resident, the clock. */
export const actorWords = ({ as }: Pick<RecordLine, 'as'>): string => AS[as] ?? RECORD.someone;
