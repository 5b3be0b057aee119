import { MINUTE } from '@gongyi/shared/kernel/time';
import { nextStep } from '../platform/record-item';
import type { Happened } from '../platform/record-item';
import type { Doing, StepKeyOf } from '../platform/record-steps';
import { putNew } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { Key } from '../platform/table-shape';

/** Words without a machine's verdict for this long go to a person. */
export const WORDS_VERDICT = MINUTE / 2;

interface Subject {
  readonly id: string;
  readonly rev: number;
  readonly fingerprint: string;
}

export interface StepPut {
  readonly step: ReturnType<typeof nextStep>;
  readonly write: TransactItem;
}

/** The step that follows what `subject` was, and the write that puts it; new words wait for their verdict. */
export const putStep = (
  stepKey: StepKeyOf,
  due: string,
  subject: Subject,
  happened: Happened,
  { maker, op, opHash, now }: Doing,
): StepPut => {
  const rev = subject.rev + 1;
  const step = nextStep(subject.id, rev, subject.fingerprint, happened, maker, now);
  const write = putNew({
    ...stepKey(subject.id, rev),
    ...step,
    op,
    ...(opHash === undefined ? {} : { opHash }),
    ...(step.words === undefined
      ? {}
      : { wordsCheck: 'pending', ...keys.due(due, now + WORDS_VERDICT, `${subject.id}.${String(rev)}`) }),
  });
  return { step, write };
};

/** The writes that make something with a record: itself and the first step. */
export const beginsWith = ({
  key,
  stepKey,
  due,
  item,
  attributes,
  happened,
  doing,
}: {
  readonly key: Key;
  readonly stepKey: StepKeyOf;
  readonly due: string;
  readonly item: { readonly id: string };
  readonly attributes: (fingerprint: string) => Item;
  readonly happened: Happened;
  readonly doing: Doing;
}): TransactItem[] => {
  const { step, write } = putStep(stepKey, due, { id: item.id, rev: 0, fingerprint: '' }, happened, doing);
  const { op, opHash } = doing;
  return [putNew({ ...attributes(step.fingerprint), ...key, op, ...(opHash === undefined ? {} : { opHash }) }), write];
};
