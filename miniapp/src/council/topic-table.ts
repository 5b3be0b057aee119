import type { TableSide, TopicView } from '@gongyi/shared/council/contract-view';
import type { Party } from '@gongyi/shared/district/organisation';
import { STANCE, TABLE } from './topic-copy';

/** What the table of four shows for a topic: how full each side is, in numbers too, and the figure in the middle. */
export interface TopicTable {
  readonly fills: Readonly<Record<Party, number | undefined>>;
  readonly numbers: Readonly<Record<Party, string>>;
  readonly figure: string;
  readonly caption: string;
}

const STEP = { none: 0, 'signed-in': 0.25, spoken: 0.5, agreed: 0.75, finished: 1 } as const;

/** `resolved`: what there is to do is handed out, so that who agreed and got none of it has nothing left to finish. */
const fillOf = (side: TableSide, resolved: boolean): number | undefined => {
  if (side.bodyName === undefined) return undefined;
  if (side.mark === 'agreed' && side.tasks === 0 && resolved) return STEP.finished;
  if (side.mark !== 'agreed' || side.tasks === 0) return STEP[side.mark];
  return STEP.agreed + (1 - STEP.agreed) * (side.tasksDone / side.tasks);
};

const numbersOf = (side: TableSide, met: boolean): string => {
  if (side.bodyName === undefined) return TABLE.empty;
  if (side.mark === 'finished') return TABLE.finished(side.tasks);
  const parts = [
    side.stance !== undefined
      ? side.mark === 'agreed'
        ? STANCE.agree
        : TABLE.spoken(STANCE[side.stance])
      : side.signedIn
        ? TABLE.signedIn
        : met
          ? TABLE.absent
          : TABLE.waiting,
    ...(side.tasks > 0 ? [TABLE.tasks(side.tasksDone, side.tasks)] : []),
  ];
  return parts.join('，');
};

const record = <T>(table: readonly TableSide[], of: (side: TableSide) => T, otherwise: T): Record<Party, T> => {
  const one = (party: Party): T => {
    const side = table.find((each) => each.party === party);
    return side === undefined ? otherwise : of(side);
  };
  return {
    'committee-of-residents': one('committee-of-residents'),
    'party-branch': one('party-branch'),
    'owners-committee': one('owners-committee'),
    'property-company': one('property-company'),
  };
};

/** A body that holds two seats counts once. */
const bodies = (table: readonly TableSide[]): TableSide[] =>
  table.filter(
    (side, at) => side.bodyName !== undefined && table.findIndex(({ bodyName }) => bodyName === side.bodyName) === at,
  );

const isCarriedOut = ({ status }: Pick<TopicView, 'status'>): boolean => status === 'carrying-out' || status === 'done';

const middle = (view: Pick<TopicView, 'table' | 'seconds' | 'tasks' | 'status'>) => {
  const seated = bodies(view.table);
  const part = (count: number): string => `${String(count)}/${String(seated.length)}`;
  const counted = (is: (side: TableSide) => boolean): number => seated.filter(is).length;
  const { captions } = TABLE;
  if (view.tasks.all > 0 && isCarriedOut(view))
    return { figure: `${String(view.tasks.done)}/${String(view.tasks.all)}`, caption: captions.tasks };
  const spoken = counted(({ stance }) => stance !== undefined);
  if (spoken > 0 && spoken === counted(({ signedIn }) => signedIn))
    return { figure: part(counted(({ stance }) => stance === 'agree')), caption: captions.agreed };
  if (spoken > 0) return { figure: part(spoken), caption: captions.spoken };
  const here = counted(({ signedIn }) => signedIn);
  if (here > 0) return { figure: part(here), caption: captions.signedIn };
  return { figure: String(view.seconds), caption: captions.seconds };
};

export const topicTable = (view: Pick<TopicView, 'table' | 'seconds' | 'tasks' | 'status'>): TopicTable => {
  const met = view.table.some(({ signedIn }) => signedIn);
  return {
    fills: record<number | undefined>(view.table, (side) => fillOf(side, isCarriedOut(view)), undefined),
    numbers: record(view.table, (side) => numbersOf(side, met), TABLE.empty as string),
    ...middle(view),
  };
};
