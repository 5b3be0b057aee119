import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { withServices } from '../../../infra/local/services-for-tests';
import { changeOnce, createOnce, getItem, put, table, writeTogether } from './table';

withServices();

const CONFLICTS = 'conflicts';

/** Neither engine reports conflicts, so they are put in behind the SDK's own tries: the next `count` sends meet one. */
const meetConflicts = (count: number, conflict: () => Error): (() => number) => {
  let met = 0;
  table().middlewareStack.add(
    (next) => async (args) => {
      if (met < count) {
        met += 1;
        throw conflict();
      }
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: CONFLICTS },
  );
  return () => met;
};
const noConflicts = (): void => {
  table().middlewareStack.remove(CONFLICTS);
};
afterEach(noConflicts);

const key = (pk: string) => ({ pk, sk: 'x' });
const onOne = () => new TransactionConflictException({ message: 'busy', $metadata: {} });
const onMany = () =>
  new TransactionCanceledException({
    message: 'busy',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });

it('creates and changes past transactions under way on the item', async () => {
  const met = meetConflicts(3, onOne);
  expect(await createOnce({ ...key('a'), opHash: 'h' })).toMatchObject({ done: true });
  expect(met()).toBe(3);
  noConflicts();
  meetConflicts(3, onOne);
  expect((await changeOnce({ key: key('a'), set: { n: 1 }, when: 'attribute_exists(pk)', op: 'o' })).done).toBe(true);
  noConflicts();
  expect(await getItem(key('a'), { consistent: true })).toMatchObject({ n: 1, lastOp: 'o' });
});

it('writes together past another transaction', async () => {
  meetConflicts(3, onMany);
  expect(await writeTogether([put({ ...key('b'), n: 2 })])).toEqual({ done: true });
});

it('gives up on a conflict that does not pass, and writes nothing', async () => {
  meetConflicts(100, onOne);
  await expect(createOnce({ ...key('c'), opHash: 'h' })).rejects.toThrow('busy');
  noConflicts();
  expect(await getItem(key('c'), { consistent: true })).toBeUndefined();
}, 20_000);
