import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { getOverview } from '@gongyi/shared/command/contract';
import { Page, dismissSent, open, openInstead, useCompoundId, useLoad, useMe } from '../../../platform';
import { Button, Card, DayField, EmptyState, StatusLine, TextField } from '../../../ui';
import { PETITION, VOTES } from '../../copy';
import { MatterForm } from '../../desk/matter-form';
import { ScopePart } from '../../desk/scope-part';
import { homesIn } from '../../nomination';
import { usePetition } from '../../use-petition';

type Form = ReturnType<typeof usePetition>;

const Fate = ({ form }: { form: Form }) => {
  const { sending } = form.submission;
  if (form.words !== undefined) return <StatusLine tone="danger">{form.words}</StatusLine>;
  if (sending === 'waiting' || sending === 'unknown')
    return <StatusLine tone="warning">{PETITION[sending]}</StatusLine>;
  return null;
};

const What = ({ form }: { form: Form }) => (
  <Card>
    <View className="stack">
      <View className="t14 quiet">{PETITION.how}</View>
      <TextField
        label={PETITION.name}
        placeholder={PETITION.namePlaceholder}
        value={form.edit.title}
        maxLength={60}
        error={form.checked.wrong('title') ? PETITION.nameMissing : undefined}
        onChange={(title) => form.change({ title })}
        onLeave={() => form.checked.leave('title')}
      />
      <DayField
        label={PETITION.until}
        hint={PETITION.untilHint}
        value={form.edit.lastDay}
        error={form.checked.wrong('until') ? PETITION.untilMissing : undefined}
        onChange={(lastDay) => form.change({ lastDay })}
      />
    </View>
  </Card>
);

const Write = ({ compoundId }: { compoundId: string }) => {
  const form = usePetition(compoundId);
  const me = useMe();
  const overview = useLoad(getOverview, { params: { compoundId } });
  const compound = { id: compoundId, name: overview.value?.compound.place.name ?? '' };
  const stranger = me !== undefined && homesIn(me, compoundId).length === 0;
  const toVote = (id: string) => openInstead('votes/pages/vote/index', { id });
  const { sentAs, key } = form.submission;
  const { clear } = form;
  useEffect(() => {
    if (sentAs === undefined) return;
    dismissSent(key);
    clear();
    toVote(sentAs);
  }, [sentAs, key, clear]);
  const send = async () => {
    const made = await form.send(form.edit.title.slice(0, 20));
    if (made !== undefined) toVote(made.id);
  };
  return (
    <Page
      title={PETITION.title}
      action={
        <Button wide loading={form.busy} disabled={form.submission.sending !== 'no'} onTap={() => void send()}>
          {PETITION.submit}
        </Button>
      }
    >
      <View className="stack">
        {stranger ? (
          <StatusLine
            tone="warning"
            action={
              <Button kind="quiet" onTap={() => open('people/pages/claim/index')}>
                {PETITION.claim}
              </Button>
            }
          >
            {PETITION.stranger}
          </StatusLine>
        ) : null}
        <Fate form={form} />
        {form.checked.asked && !form.checked.ok ? <StatusLine tone="warning">{PETITION.gaps}</StatusLine> : null}
        <What form={form} />
        <ScopePart form={form} compound={compound} />
        {form.edit.matters.map((matter, at) => (
          <MatterForm key={matter.key} form={form} at={at} matter={matter} />
        ))}
        {form.edit.matters.length < MOST_MATTERS ? (
          <Button kind="secondary" wide onTap={form.addMatter}>
            {PETITION.addMatter}
          </Button>
        ) : null}
      </View>
    </Page>
  );
};
const MOST_MATTERS = 10;

/** 发起联名提议: owners who together ask for a vote of the assembly. */
export default function PetitionPage() {
  const compoundId = useCompoundId();
  if (compoundId !== undefined) return <Write key={compoundId} compoundId={compoundId} />;
  return (
    <Page title={PETITION.title}>
      <EmptyState
        words={VOTES.pick}
        action={<Button onTap={() => open('district/pages/pick-compound/index')}>{VOTES.pickVerb}</Button>}
      />
    </Page>
  );
}
