import { ancestorOf } from '@gongyi/shared/district/place';
import type { Skill } from '@gongyi/shared/volunteers/kinds';
import type { CastKey } from '../cast';
import { livelyCompounds } from '../cast';
import type { DemoSize, PlannedPlaces } from '../plan-places';

/** The four kinds that this district has beside those named by the source. */
export const FURTHER_KINDS = [
  { id: 'health', name: '健康照护服务队' },
  { id: 'repairs', name: '便民维修服务队' },
  { id: 'youth', name: '青少年成长服务队' },
  { id: 'green', name: '环保绿化服务队' },
] as const;

interface KindWords {
  readonly kindId: string;
  readonly short: string;
  readonly words: string;
  readonly skills: readonly Skill[];
  /** Who leads the main community's team of this kind. */
  readonly leads: CastKey;
}

const KINDS: readonly KindWords[] = [
  {
    kindId: 'party',
    short: '党员先锋队',
    words: '在职党员到社区报到，认领微心愿，带头值守。',
    skills: [],
    leads: 'branch',
  },
  {
    kindId: 'security',
    short: '平安巡逻队',
    words: '早晚在小区里走一走，看看门禁、飞线和消防通道。',
    skills: ['first-aid'],
    leads: 'director',
  },
  {
    kindId: 'sanitation',
    short: '清洁家园队',
    words: '周末一起清楼道、扫积雪、捡白色垃圾。',
    skills: [],
    leads: 'steward',
  },
  {
    kindId: 'culture',
    short: '文艺轻骑队',
    words: '排练秧歌、合唱和书法，节日里给邻居们演一场。',
    skills: ['music', 'dance', 'calligraphy'],
    leads: 'member',
  },
  {
    kindId: 'health',
    short: '健康照护队',
    words: '给老人量血压、陪着去医院、教急救。',
    skills: ['medical', 'first-aid'],
    leads: 'neighbour1',
  },
  {
    kindId: 'repairs',
    short: '便民维修队',
    words: '换灯泡、修水龙头、磨剪子，材料自备，手工免费。',
    skills: ['repairs', 'electrics'],
    leads: 'technician2',
  },
  {
    kindId: 'youth',
    short: '放学以后队',
    words: '放学后陪孩子写作业，讲故事，下棋。',
    skills: ['teaching'],
    leads: 'neighbour2',
  },
  {
    kindId: 'green',
    short: '护绿队',
    words: '认养花坛和树，浇水、除草、冬天给树刷白。',
    skills: [],
    leads: 'neighbour3',
  },
];

export interface PlannedTeam {
  /** `sanitation` of the main community, `sanitation-3` of another. */
  readonly key: string;
  readonly communityId: string;
  readonly kindId: string;
  readonly name: string;
  readonly words: string;
  readonly serves: readonly string[];
  readonly skills: readonly Skill[];
  /** Who makes it: the main community's worker, or who looks after volunteers elsewhere. */
  readonly maker: CastKey;
  readonly leads?: CastKey;
}

/** How many communities have their eight teams. */
const COMMUNITIES = { full: 8, small: 2 } as const satisfies Record<DemoSize, number>;

/** The main community first, then the first community of each street in turn. */
const communitiesWithTeams = (plan: PlannedPlaces, size: DemoSize): PlannedPlaces['communities'] => {
  const mainId = ancestorOf(livelyCompounds(plan).main.id, 'community');
  const main = plan.communities.filter(({ id }) => id === mainId);
  const others = plan.streets.flatMap(
    ({ id }) => plan.communities.find((one) => one.id.startsWith(`${id}.`) && one.id !== mainId) ?? [],
  );
  return [...main, ...others].slice(0, COMMUNITIES[size]);
};

/** Communities beside the main one, where somebody else looks after the volunteers. */
export const organisedCommunities = (plan: PlannedPlaces, size: DemoSize): string[] =>
  communitiesWithTeams(plan, size)
    .slice(1)
    .map(({ id }) => id);

export const plannedTeams = (plan: PlannedPlaces, size: DemoSize): PlannedTeam[] =>
  communitiesWithTeams(plan, size).flatMap((community, index) =>
    KINDS.map(({ leads, short, ...kind }): PlannedTeam => {
      const compounds = plan.compounds.filter(({ id }) => id.startsWith(`${community.id}.`)).slice(0, 3);
      const common = {
        ...kind,
        communityId: community.id,
        name: `${community.name.replace(/（.*?）/, '')}${short}`,
        serves: compounds.map(({ id }) => id),
      };
      return index === 0
        ? { ...common, key: kind.kindId, maker: 'worker', leads }
        : { ...common, key: `${kind.kindId}-${String(index)}`, maker: 'organiser' };
    }),
  );
