import { listSessions } from '@gongyi/shared/council/contract';
import { listMine, listQueue } from '@gongyi/shared/requests/contract';
import { getMe } from '@gongyi/shared/people/contract';
import { callAs } from './api';
import { councilOf } from './council';
import { lookAt } from './look';
import type { PageToSee } from './page-to-see';
import { pagesToSee } from './pages';
import { volunteerSubjects } from './pages-volunteers';
import { voteSubjects } from './pages-votes';
import { DESK, PHONE, WALL, returning } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';

/**
 * Every page as a picture in `.pictures/`, for whoever wants to look: on a phone, in 长辈版 at the largest size,
 * and 1280 wide where staff work,
 * the chair’s at 1920 as well. Each is also held to axe: no violation on any.
 */
const stage = setStage();

const LOOKS = [
  { look: 'standard', size: PHONE, kept: { textSize: 'standard', elder: false } },
  { look: 'elder', size: PHONE, kept: { textSize: 'largest', elder: true } },
  { look: 'wide', size: DESK, kept: { textSize: 'standard', elder: false } },
  { look: 'wall', size: WALL, kept: { textSize: 'standard', elder: false } },
] as const;
type Look = (typeof LOOKS)[number];

/** What the demonstration's stories left for looking at. */
const subjects = async () => {
  const { system, places } = stage.world();
  const mine = (await (await callAs(system, 'demo-resident')).send(listMine)).items;
  const dispatcher = await callAs(system, 'demo-dispatcher');
  const organisationId = (await dispatcher.send(getMe)).grants[0]?.organisationId ?? '';
  const queue = (await dispatcher.send(listQueue, { params: { organisationId } })).items;
  const quoted = (await (await callAs(system, 'demo-neighbour3')).send(listMine)).items;
  const idOf = (rows: readonly { id: string; status: string }[], ...statuses: string[]) =>
    (rows.find(({ status }) => statuses.includes(status)) ?? rows[0])?.id ?? '';
  const council = councilOf(stage.world);
  const { items: sessions } = await (
    await council.as('secretary')
  ).send(listSessions, { params: { compoundId: places.main.id } });
  return {
    gathering: await council.find('活动室周末开放给孩子做作业', 'gathering'),
    scheduled: await council.find('车棚的电动车充电口添到四十个', 'waiting'),
    late: await council.find('消防通道画线立桩，别再停车', 'resolved'),
    done: await council.find('广场添两张带靠背的长椅', 'ended'),
    called: idOf(sessions, 'called'),
    onNotice: idOf(sessions, 'on-notice'),
    open: idOf(queue, 'submitted', 'in-progress'),
    resolved: idOf(mine, 'resolved'),
    quoted: idOf(quoted, 'in-progress'),
    company: organisationId,
    votes: await voteSubjects(stage.world()),
    volunteers: await volunteerSubjects(stage.world()),
  };
};

const see = async (screen: Screen, page: PageToSee, look: Look): Promise<string[]> => {
  await screen.open(`${stage.world().system.appUrl}/${page.path}`);
  await screen.see(page.until);
  await screen.page.waitForLoadState('networkidle');
  return lookAt(screen, `${page.name}.${look.look}`);
};

it.each(LOOKS)(
  'shows every page $look without a fault of axe, and nothing cut off',
  async (look) => {
    const pages = pagesToSee(stage.world().places, await subjects()).filter(
      ({ staff, wall }) =>
        look.size === PHONE || (look.look === 'wide' && staff === true) || (look.look === 'wall' && wall === true),
    );
    const faults: string[] = [];
    for (const who of new Set(pages.map((page) => page.who))) {
      const { system, places } = stage.world();
      const screen = await returning(stage.browser(), system, who, {
        size: look.size,
        look: look.kept,
        compoundId: places.main.id,
      });
      for (const page of pages.filter((each) => each.who === who))
        faults.push(...(await see(screen, page, look).catch((fault: unknown) => [`${page.name}: ${String(fault)}`])));
      await screen.context.close();
    }
    expect(faults).toEqual([]);
  },
  300_000,
);
