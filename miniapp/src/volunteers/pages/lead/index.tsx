import { View } from '@tarojs/components';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { LoadState, Page, open, usePageParams, usePoll, usePullToRefresh, useServerNow } from '../../../platform';
import { Bar, Button, Card, CardLink, Chip, EmptyState, StatusLine, clockWords, spanWords } from '../../../ui';
import { LeadCode } from '../../components/lead-code';
import { LeadSheets } from '../../components/lead-sheets';
import { RosterList } from '../../components/roster';
import { WordsState } from '../../components/words-state';
import { LEAD } from '../../copy';
import { filledWords, shiftSaid } from '../../rows';
import { useLead } from '../../use-lead';
import type { Lead } from '../../use-lead';
import { useShift } from '../../use-shift';
import type { ShiftDesk } from '../../use-shift';
import './index.scss';

const LOOK_AGAIN_MS = 10_000;

/** Whether people are missing, at a glance. */
const State = ({ view, now }: { view: ShiftView; now: number }) => {
  const said = shiftSaid(view, now);
  return (
    <Card title={view.title} aside={<Chip tone={said.tone}>{said.words}</Chip>}>
      <View className="stack">
        <View className="t20 figure">{spanWords(view.startsAt, view.endsAt, now)}</View>
        <Bar
          label={view.teamName}
          part={view.fill.places === 0 ? 0 : view.fill.held / view.fill.places}
          numbers={filledWords(view.fill)}
          tone={view.missing === 0 ? 'success' : 'brand'}
        />
        <WordsState state={view.wordsState} />
      </View>
    </Card>
  );
};

const Tools = ({ view, lead }: { view: ShiftView; lead: Lead }) => {
  const has = (move: ShiftView['moves'][number]) => view.moves.includes(move);
  return (
    <Card>
      <View className="row wrap">
        {view.maySignUpOthers && view.status === 'open' ? (
          <Button kind="secondary" onTap={() => lead.show('enter')}>
            {LEAD.enter}
          </Button>
        ) : null}
        {has('message') ? (
          <Button kind="secondary" onTap={() => lead.show('message')}>
            {LEAD.message}
          </Button>
        ) : null}
        {has('change') ? (
          <Button kind="secondary" onTap={() => open('volunteers/pages/change/index', { id: view.id })}>
            {LEAD.change}
          </Button>
        ) : null}
        {has('move') ? (
          <Button kind="secondary" onTap={() => lead.show('move')}>
            {LEAD.move}
          </Button>
        ) : null}
        {has('cancel') ? (
          <Button kind="danger" onTap={() => lead.show('cancel')}>
            {LEAD.cancel}
          </Button>
        ) : null}
      </View>
    </Card>
  );
};

const Insured = ({ lead }: { lead: Lead }) => {
  const insured = lead.roster.load.value?.insured ?? 0;
  return (
    <Card>
      <View className="row wrap">
        <View className="t16 grow figure">{LEAD.insured(insured)}</View>
        <Button
          kind="quiet"
          disabled={insured === 0}
          loading={lead.roster.act.busy}
          onTap={() => void lead.exportInsured()}
        >
          {LEAD.export}
        </Button>
      </View>
    </Card>
  );
};

const Messages = ({ lead, now }: { lead: Lead; now: number }) => {
  const messages = lead.roster.load.value?.messages ?? [];
  if (messages.length === 0) return null;
  return (
    <Card title={LEAD.messages}>
      <View className="stack">
        {messages.map(({ rev, at, words, wordsState }) => (
          <View key={rev}>
            <View className="t16">{words}</View>
            <View className="t14 quiet figure">{clockWords(at, now)}</View>
            <WordsState state={wordsState} />
          </View>
        ))}
      </View>
    </Card>
  );
};

const Shown = ({ desk, view }: { desk: ShiftDesk; view: ShiftView }) => {
  const now = useServerNow();
  const lead = useLead(desk, view);
  const { load, act } = lead.roster;
  usePoll(load.reload, view.status === 'open' ? LOOK_AGAIN_MS : undefined);
  const told = act.words ?? desk.act.words;
  return (
    <Page title={LEAD.title} wide>
      <View className="lead">
        <View className="lead-column">
          <State view={view} now={now} />
          {view.mayLead ? <LeadCode view={view} /> : null}
          <Tools view={view} lead={lead} />
          <View className="lead-last stack">
            {view.mayLead ? <Insured lead={lead} /> : null}
            <Messages lead={lead} now={now} />
            <CardLink onTap={() => open('volunteers/pages/shift/index', { id: view.id })}>
              <View className="t16">{LEAD.toShift}</View>
            </CardLink>
          </View>
        </View>
        <View className="lead-column" aria-label={LEAD.roster}>
          {told === undefined || lead.sheet !== undefined || lead.removing !== undefined ? null : (
            <StatusLine tone="warning">{told}</StatusLine>
          )}
          {load.value === undefined && view.mayLead ? <LoadState load={load} /> : null}
          {load.value === undefined ? null : <RosterList view={view} lead={lead} />}
        </View>
      </View>
      <LeadSheets view={view} lead={lead} act={desk.act} />
    </Page>
  );
};

/** 带队台: the rotating code, who is here and who is missing, and everything a leader does with a shift. */
export default function LeadPage() {
  const { id } = usePageParams();
  const desk = useShift(id);
  usePullToRefresh(desk.load.reload);
  const view = desk.load.value;
  if (view === undefined)
    return (
      <Page title={LEAD.title}>
        <LoadState load={desk.load} rows={5} />
      </Page>
    );
  if (!view.mayLead && !view.maySignUpOthers)
    return (
      <Page title={LEAD.title}>
        <EmptyState
          words={LEAD.notYours}
          action={<Button onTap={() => open('volunteers/pages/shift/index', { id: view.id })}>{LEAD.toShift}</Button>}
        />
      </Page>
    );
  return <Shown desk={desk} view={view} />;
}
