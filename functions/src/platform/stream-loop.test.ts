import type { DynamoDBRecord } from 'aws-lambda';
import type { Change, Reaction } from './reaction';
import { streamHandler } from './stream-loop';

const record = (pk: string, sequence: string, more: Partial<DynamoDBRecord> = {}): DynamoDBRecord => ({
  eventID: `e${sequence}`,
  eventName: 'MODIFY',
  dynamodb: {
    Keys: { pk: { S: pk }, sk: { S: 'X' } },
    NewImage: { pk: { S: pk }, sk: { S: 'X' }, n: { N: sequence }, tags: { SS: ['a'] } },
    SequenceNumber: sequence,
    ApproximateCreationDateTime: 1_700_000_000,
  },
  ...more,
});
const failingOn = (bad: string): Reaction & { readonly seen: string[] } => {
  const seen: string[] = [];
  const on = (change: Change): Promise<void> => {
    seen.push(change.eventId);
    return change.eventId === bad ? Promise.reject(new Error('张三 19900000172')) : Promise.resolve();
  };
  return { name: 'test', seen, on };
};
const run = async (reactions: readonly Reaction[], records: DynamoDBRecord[]): Promise<string[]> =>
  (await streamHandler(reactions)({ Records: records })).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

describe('a batch of the stream', () => {
  it('reports the record that failed and the later ones of its item, which do not run', async () => {
    const reaction = failingOn('e2');
    const records = [record('A', '1'), record('A', '2'), record('B', '3'), record('A', '4'), record('B', '5')];
    expect(await run([reaction], records)).toEqual(['2', '4']);
    expect(new Set(reaction.seen)).toEqual(new Set(['e1', 'e2', 'e3', 'e5']));
  });

  it('lets the other reactions run although one fails', async () => {
    const other = failingOn('none');
    expect(await run([failingOn('e1'), other], [record('A', '1')])).toEqual(['1']);
    expect(other.seen).toEqual(['e1']);
  });

  it('hands over items as stores write them, and tells what TTL removed', async () => {
    const changes: Change[] = [];
    const keep: Reaction = { name: 'keep', on: (change) => Promise.resolve(void changes.push(change)) };
    const expired = {
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    } as const;
    expect(await run([keep], [record('A', '7'), record('B', '8', expired)])).toEqual([]);
    expect(changes[0]).toMatchObject({ pk: 'A', sk: 'X', new: { n: 7 }, old: undefined, expired: false });
    expect(changes[0]?.new?.['tags']).toEqual(new Set(['a']));
    expect(changes[0]?.at).toBe(1_700_000_000_000);
    expect(changes[1]?.expired).toBe(true);
  });

  it('logs a failure without what was in it', async () => {
    const lines: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0),
    );
    await run([failingOn('e1')], [record('PERSON#secret', '1')]);
    spies.forEach((spy) => {
      spy.mockRestore();
    });
    const said = lines.join('\n');
    expect(said).toContain('reaction failed');
    expect(said).not.toMatch(/张三|19900000172|secret/);
  });
});
