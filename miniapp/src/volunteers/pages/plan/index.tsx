import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { getTeam } from '@gongyi/shared/volunteers/contract-teams';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import { LoadState, Page, dismissSent, openInstead, useLoad, usePageParams } from '../../../platform';
import { Button, StatusLine, say } from '../../../ui';
import { FormFate, Restored } from '../../components/form-fate';
import { PlanLimits } from '../../components/plan-limits';
import { PlanSlots } from '../../components/plan-slots';
import { PlanWhat } from '../../components/plan-what';
import { PlanWhen } from '../../components/plan-when';
import { PLAN } from '../../copy';
import { usePlan } from '../../use-plan';

const Form = ({ team }: { team: TeamView }) => {
  const form = usePlan(team);
  const { submission, checked, clear } = form;
  const { sentAs, key } = submission;
  useEffect(() => {
    if (sentAs === undefined) return;
    dismissSent(key);
    clear();
    openInstead('volunteers/pages/team/index', { id: team.id });
  }, [sentAs, key, clear, team.id]);
  const send = async () => {
    const made = await form.send();
    if (made === undefined) return;
    say(form.weekly ? PLAN.madeSeries : PLAN.made);
    openInstead(made.page, { id: made.id });
  };
  return (
    <Page
      title={PLAN.title}
      action={
        <Button
          wide
          loading={submission.sending === 'sending'}
          disabled={submission.sending !== 'no'}
          onTap={() => void send()}
        >
          {form.weekly ? PLAN.submitSeries : PLAN.submit}
        </Button>
      }
    >
      <View className="stack">
        <Restored shown={form.restored && submission.sending === 'no'} onClear={clear} />
        <FormFate submission={submission} />
        {form.against === undefined ? null : <StatusLine tone="danger">{form.against}</StatusLine>}
        {checked.asked && !checked.ok ? <StatusLine tone="danger">还有没填对的，请看标出来的地方。</StatusLine> : null}
        <PlanWhat form={form} />
        <PlanWhen form={form} />
        <PlanSlots form={form} />
        <PlanLimits form={form} />
      </View>
    </Page>
  );
};

/** 发个班次: a leader calls a shift of the team, once or every week. */
export default function PlanPage() {
  const { team: teamId } = usePageParams();
  const team = useLoad(getTeam, teamId === undefined ? undefined : { params: { teamId } });
  if (team.value !== undefined) return <Form team={team.value} />;
  return (
    <Page title={PLAN.title}>
      <LoadState load={team} />
    </Page>
  );
}
