import { View } from '@tarojs/components';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import {
  LoadState,
  Page,
  TellMe,
  open,
  usePageParams,
  usePoll,
  usePullToRefresh,
  useShareCard,
} from '../../../platform';
import { CardLink, StatusLine } from '../../../ui';
import { MySignUpCard } from '../../components/my-sign-up';
import { PartSheets, shiftAction } from '../../components/my-part';
import { ShiftHead } from '../../components/shift-head';
import { ShiftSlots } from '../../components/shift-slots';
import { SHIFT } from '../../copy';
import { useMyPart } from '../../use-my-part';
import { mySlots, useShift } from '../../use-shift';
import type { ShiftDesk } from '../../use-shift';

const LOOK_AGAIN_MS = 15_000;
const OPEN: readonly string[] = ['placed', 'waiting', 'offered', 'here'];

const Shown = ({ desk, view, code }: { desk: ShiftDesk; view: ShiftView; code: string | undefined }) => {
  const { act } = desk;
  const part = useMyPart(desk, view, code);
  const own = mySlots(view);
  const awaits = own.some(({ mine }) => mine.state === 'waiting' || mine.state === 'offered');
  usePoll(desk.load.reload, awaits ? LOOK_AGAIN_MS : undefined);
  const action = shiftAction({ view, part, act });
  return (
    <Page title={SHIFT.title} {...(action === undefined ? {} : { action })}>
      <View className="stack">
        {act.words === undefined || part.opened !== undefined ? null : (
          <StatusLine tone="warning">{act.words}</StatusLine>
        )}
        {own
          .filter(({ mine }) => OPEN.includes(mine.state))
          .map((at) => (
            <MySignUpCard
              key={at.slot.id}
              view={view}
              at={at}
              busy={act.busy}
              onCancel={() => part.beginCancel(at)}
              onDecline={() => void part.decline(at)}
              onInsure={(given) => void part.insure(at, given)}
            />
          ))}
        {own.some(({ mine }) => OPEN.includes(mine.state)) ? (
          <TellMe templates={['shift-reminder']} hint={SHIFT.tellHint} />
        ) : null}
        {view.mayLead || view.maySignUpOthers ? (
          <CardLink onTap={() => open('volunteers/pages/lead/index', { id: view.id })}>
            <View className="t16">{SHIFT.lead}</View>
            <View className="t14 quiet">{SHIFT.leadHint}</View>
          </CardLink>
        ) : null}
        <ShiftHead view={view} />
        <ShiftSlots view={view} />
        <View className="t12 quiet figure">{`${SHIFT.number} ${view.number}`}</View>
      </View>
      <PartSheets view={view} part={part} act={act} scanned={code} />
    </Page>
  );
};

/** A shift for everybody: when, where, what, how full; for volunteers also their own part, from signing up to going home. */
export default function ShiftPage() {
  const params = usePageParams();
  const desk = useShift(params['id'] ?? params['shiftId']);
  const view = desk.load.value;
  useShareCard(
    view?.wordsState !== 'clear'
      ? undefined
      : { title: SHIFT.share(view.title, view.missing), path: `volunteers/pages/shift/index?id=${view.id}` },
  );
  usePullToRefresh(desk.load.reload);
  if (view !== undefined) return <Shown desk={desk} view={view} code={params['code']} />;
  return (
    <Page title={SHIFT.title}>
      <LoadState load={desk.load} rows={5} />
    </Page>
  );
}
