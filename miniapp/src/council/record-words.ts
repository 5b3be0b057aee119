import type { RecordLine } from '@gongyi/shared/kernel/record-line';
import { TOPIC_EVENT_KINDS } from '@gongyi/shared/council/topic';
import { SESSION_EVENT_KINDS } from '@gongyi/shared/council/session';
import { RECORD } from '../platform/record-copy';
import type { RecordWords } from '../platform/record-lines';
import { RELATION, ROLE } from '../people/copy';
import { SESSION } from './session-copy';
import { PARTY, SESSION_STEP, TOPIC_EVENT } from './topic-copy';

/** Everything that a step can have been made as; the record names it in code. */
const AS: Readonly<Record<string, string>> = {
  ...ROLE,
  ...RELATION,
  ...PARTY,
  ...RECORD.as,
};

const actor = ({ as }: Pick<RecordLine, 'as'>): string => AS[as] ?? RECORD.someone;

export const TOPIC_RECORD: RecordWords = {
  step: ({ kind }) => {
    const known = TOPIC_EVENT_KINDS.find((each) => each === kind);
    return known === undefined ? kind : TOPIC_EVENT[known];
  },
  actor,
};

export const SESSION_RECORD: RecordWords = {
  step: ({ kind, facts }) => {
    const known = SESSION_EVENT_KINDS.find((each) => each === kind);
    const words = known === undefined ? kind : SESSION_STEP[known];
    return facts['byChair'] === true ? `${words}（${SESSION.enteredByChair}）` : words;
  },
  actor,
};
