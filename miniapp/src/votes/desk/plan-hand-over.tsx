import { View } from '@tarojs/components';
import { useState } from 'react';
import { listOrganisations, searchCompounds } from '@gongyi/shared/district/contract';
import { DAY, isoDate } from '@gongyi/shared/kernel/time';
import { planHandOver } from '@gongyi/shared/votes/contract-result';
import type { HandOver } from '@gongyi/shared/votes/contract-result';
import { serverNow, useAct, useLoad } from '../../platform';
import { Button, CardLink, Choice, DayField, EmptyState, SearchBox, Sheet, Skeleton, StatusLine } from '../../ui';
import { DRAFT, HANDOVER } from '../desk-copy';
import { BasisPart, useBasis } from './hand-over-basis';

interface Company {
  readonly id: string;
  readonly name: string;
}

/** The property companies that serve a compound. */
const useCompanies = (placeId: string | undefined) => {
  const load = useLoad(listOrganisations, placeId === undefined ? undefined : { params: { placeId } });
  return { load, companies: (load.value?.items ?? []).filter(({ kind }) => kind === 'property-company') };
};

/** The new company, found by a compound that it serves already. */
const NewCompany = ({ onPick }: { onPick: (company: Company) => void }) => {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<string>();
  const [compoundId, setCompoundId] = useState<string>();
  const found = useLoad(searchCompounds, asked === undefined ? undefined : { query: { words: asked } });
  const { load, companies } = useCompanies(compoundId);
  return (
    <View className="stack">
      <View className="t14 quiet">{HANDOVER.toHow}</View>
      <SearchBox
        label={HANDOVER.toSearch}
        value={words}
        placeholder={HANDOVER.toSearch}
        onChange={setWords}
        onSearch={() => {
          setCompoundId(undefined);
          setAsked(words.trim());
        }}
      />
      {compoundId === undefined
        ? found.value?.items.slice(0, 8).map(({ id, name, community }) => (
            <CardLink key={id} onTap={() => setCompoundId(id)}>
              <View className="t16">{name}</View>
              <View className="t14 quiet">{community}</View>
            </CardLink>
          ))
        : null}
      {found.value?.items.length === 0 ? <EmptyState words={HANDOVER.toNone} /> : null}
      {compoundId !== undefined && load.value === undefined ? <Skeleton rows={1} /> : null}
      {compoundId !== undefined && load.value !== undefined && companies.length === 0 ? (
        <StatusLine>{HANDOVER.toNoCompany}</StatusLine>
      ) : null}
      {companies.map(({ id, name }) => (
        <Button key={id} kind="secondary" wide onTap={() => onPick({ id, name })}>
          {name}
        </Button>
      ))}
    </View>
  );
};

interface PlanHandOverProps {
  readonly compoundId: string;
  readonly voteId: string | undefined;
  readonly mayWithoutVote: boolean;
  readonly onPlanned: (handOver: HandOver) => void;
  readonly onClose: () => void;
}

/** Plans a hand-over: by what, from whom, to whom, on which day. */
export const PlanHandOver = ({ compoundId, voteId, mayWithoutVote, onPlanned, onClose }: PlanHandOverProps) => {
  const act = useAct();
  const by = useBasis(compoundId, voteId, mayWithoutVote);
  const { companies } = useCompanies(compoundId);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<Company>();
  const [onDay, setOnDay] = useState(() => isoDate(serverNow() + 30 * DAY));
  const [asked, setAsked] = useState(false);
  const fromId = from ?? (companies.length === 1 ? companies[0]?.id : undefined);
  const send = async () => {
    setAsked(true);
    if (fromId === undefined || to === undefined || by.basis === undefined) return;
    const body = { fromId, toId: to.id, onDay, basis: by.basis };
    const planned = await act.run(planHandOver, { params: { compoundId }, body });
    if (planned !== undefined) onPlanned(planned);
  };
  return (
    <Sheet
      open
      title={HANDOVER.plan}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy || by.photos.busy} onTap={() => void send()}>
          {HANDOVER.plan}
        </Button>
      }
    >
      <View className="stack">
        <BasisPart basis={by} asked={asked} />
        <Choice
          label={HANDOVER.from}
          layout="rows"
          options={companies.map(({ id, name }) => ({ value: id, words: name }))}
          value={fromId}
          error={asked && fromId === undefined ? DRAFT.choose : undefined}
          onChange={setFrom}
        />
        {to === undefined ? (
          <NewCompany onPick={setTo} />
        ) : (
          <View className="row">
            <View className="t16 grow">{`${HANDOVER.to} ${to.name}`}</View>
            <Button kind="quiet" onTap={() => setTo(undefined)}>
              {HANDOVER.other}
            </Button>
          </View>
        )}
        {asked && to === undefined ? <StatusLine tone="danger">{HANDOVER.toMissing}</StatusLine> : null}
        <DayField label={HANDOVER.onDay} value={onDay} hint={HANDOVER.onDayHint} onChange={setOnDay} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
