import { aTable, aTopic } from '../../test/topic-samples';
import { topicTable } from './topic-table';

const [committee, branch, owners, property] = aTable();
if (!committee || !branch || !owners || !property) throw new Error('a table has four sides');

describe('the table of a topic', () => {
  it('shows who is behind it before there is a session', () => {
    const table = topicTable(aTopic({ seconds: 7 }));
    expect(table).toMatchObject({ figure: '7', caption: '人附议' });
    expect(table.numbers['party-branch']).toBe('未开会');
  });

  it('counts a body that holds two seats once', () => {
    const here = { signedIn: true, mark: 'signed-in' as const };
    const table = topicTable(
      aTopic({
        table: [
          { ...committee, ...here },
          branch,
          { ...owners, ...here, bodyName: committee.bodyName, standIn: true },
          { ...property, ...here },
        ],
      }),
    );
    expect(table).toMatchObject({ figure: '2/3', caption: '方已到' });
  });

  it('draws a seat that nobody holds dashed', () => {
    const table = topicTable(aTopic({ table: [committee, branch, { ...owners, bodyName: undefined }, property] }));
    expect(table.fills['owners-committee']).toBeUndefined();
    expect(table.fills['party-branch']).toBe(0);
    expect(table.numbers['owners-committee']).toBe('暂无单位');
  });

  it('fills on from agreement to the last task', () => {
    const agreed = { signedIn: true, stance: 'agree' as const, mark: 'agreed' as const };
    const table = topicTable(
      aTopic({
        status: 'carrying-out',
        tasks: { done: 3, all: 4, overdue: 0 },
        table: [
          { ...committee, ...agreed },
          { ...branch, ...agreed, tasks: 2, tasksDone: 1 },
          { ...owners, ...agreed, tasks: 2, tasksDone: 2, mark: 'finished' },
          { ...property, signedIn: true, stance: 'reserve', mark: 'spoken' },
        ],
      }),
    );
    expect(table).toMatchObject({ figure: '3/4', caption: '任务办完' });
    expect(table.fills).toEqual({
      // Agreed, and none of the tasks is theirs.
      'committee-of-residents': 1,
      'party-branch': 0.875,
      'owners-committee': 1,
      'property-company': 0.5,
    });
    expect(table.numbers['party-branch']).toBe('同意，任务 1/2');
    expect(table.numbers['owners-committee']).toBe('2 项任务办完');
  });
});
