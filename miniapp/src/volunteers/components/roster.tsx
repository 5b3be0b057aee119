import { View } from '@tarojs/components';
import type { RosterRow, ShiftView, SlotView } from '@gongyi/shared/volunteers/contract-view';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { open, useServerNow } from '../../platform';
import { Bar, Button, Card, Chip, clockWords } from '../../ui';
import { HOURS_MARK, LEAD, SHIFT } from '../copy';
import { placesWords, slotRoleWords } from '../role-words';
import { signUpSaid } from '../rows';
import type { Lead } from '../use-lead';
import './roster.scss';

const presenceWords = (row: RosterRow, now: number): string =>
  [
    ...(row.in === undefined ? [] : [SHIFT.came(clockWords(row.in.at, now))]),
    ...(row.out === undefined ? [] : [SHIFT.went(clockWords(row.out.at, now))]),
    ...(row.minutes === undefined ? [] : [hoursWords(row.minutes)]),
    ...row.marks.map((mark) => HOURS_MARK[mark]),
  ].join(' · ');

const Acts = ({ row, lead, teamId }: { row: RosterRow; lead: Lead; teamId: string }) => {
  const { busy } = lead.roster.act;
  return (
    <View className="row wrap">
      {row.acts.includes('check-in') ? (
        <Button
          kind="secondary"
          disabled={busy}
          label={`${LEAD.markIn} ${row.name}`}
          onTap={() => void lead.mark(row, 'in')}
        >
          {LEAD.markIn}
        </Button>
      ) : null}
      {row.acts.includes('check-out') ? (
        <Button
          kind="secondary"
          disabled={busy}
          label={`${LEAD.markOut} ${row.name}`}
          onTap={() => void lead.mark(row, 'out')}
        >
          {LEAD.markOut}
        </Button>
      ) : null}
      {row.acts.includes('cancel') ? (
        <Button kind="quiet" label={`${LEAD.remove} ${row.name}`} onTap={() => lead.askRemove(row)}>
          {LEAD.remove}
        </Button>
      ) : null}
      {row.entryId === undefined ? null : (
        <Button
          kind="quiet"
          label={`${LEAD.correct} ${row.name}`}
          onTap={() => open('volunteers/pages/team-hours/index', { id: teamId, entry: row.entryId })}
        >
          {LEAD.correct}
        </Button>
      )}
    </View>
  );
};

const Row = ({ row, lead, teamId, now }: { row: RosterRow; lead: Lead; teamId: string; now: number }) => {
  const presence = presenceWords(row, now);
  const said = signUpSaid(row.state, row.out !== undefined);
  return (
    <View className="roster-row">
      <View className="grow roster-who">
        <View className="row wrap">
          <View className="t16 roster-name">{row.name}</View>
          <Chip tone={said.tone}>{said.words}</Chip>
          {row.party ? <Chip>{LEAD.party}</Chip> : null}
          {row.recorded ? <Chip>{LEAD.recorded}</Chip> : null}
          {row.late ? <Chip>{LEAD.late}</Chip> : null}
        </View>
        <View className="t14 quiet figure">
          {[
            ...(row.ticket === undefined ? [] : [LEAD.ticket(row.ticket)]),
            ...(row.answerBy === undefined ? [] : [SHIFT.offered(clockWords(row.answerBy, now))]),
            ...(presence === '' ? [] : [presence]),
          ].join(' · ')}
        </View>
      </View>
      <Acts row={row} lead={lead} teamId={teamId} />
    </View>
  );
};

interface OfRoleProps {
  readonly slot: SlotView;
  readonly role: SlotView['roles'][number];
  readonly rows: readonly RosterRow[];
  readonly lead: Lead;
  readonly teamId: string;
}

const OfRole = ({ slot, role, rows, lead, teamId }: OfRoleProps) => {
  const now = useServerNow();
  const { held, places } = role.fill;
  const here = rows.filter(({ state }) => state === 'here').length;
  const further = role.fill.waiting - rows.filter(({ state }) => state === 'waiting').length;
  return (
    <Card>
      <View className="stack">
        <Bar
          label={slotRoleWords(slot, role, now)}
          part={places === 0 ? 0 : held / places}
          numbers={`${String(held)} / ${String(places)}`}
          tone={held < places ? 'brand' : 'success'}
        />
        <View className="t14 quiet figure">{[placesWords(role), LEAD.counts(here, held)].join(' · ')}</View>
        <View>
          {rows.length === 0 ? <View className="t16 quiet">{LEAD.empty}</View> : null}
          {rows.map((row) => (
            <Row key={row.volunteerId} row={row} lead={lead} teamId={teamId} now={now} />
          ))}
          {further > 0 ? <View className="t14 quiet figure">{LEAD.further(further)}</View> : null}
        </View>
      </View>
    </Card>
  );
};

/** Who signed up, by slot and role, with the marks for people without a phone. */
export const RosterList = ({ view, lead }: { view: ShiftView; lead: Lead }) => {
  const items = lead.roster.load.value?.items ?? [];
  const fills = lead.roster.load.value?.fill ?? [];
  return (
    <>
      {view.slots.flatMap((slot) =>
        slot.roles.map((role) => {
          // The list is newer than the page when somebody was just entered.
          const fill = fills.find(({ slotId, roleId }) => slotId === slot.id && roleId === role.id) ?? role.fill;
          return (
            <OfRole
              key={`${slot.id} ${role.id}`}
              slot={slot}
              role={{ ...role, fill }}
              rows={items.filter(({ slotId, roleId }) => slotId === slot.id && roleId === role.id)}
              lead={lead}
              teamId={view.teamId}
            />
          );
        }),
      )}
    </>
  );
};
