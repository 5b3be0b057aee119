import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { SKILLS, SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import { endTeam, getTeam, listTeamKinds } from '@gongyi/shared/volunteers/contract-teams';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import { PlaceSheet } from '../../../district/components/place-sheet';
import { LoadState, Page, dismissSent, openInstead, useAct, useLoad, usePageParams } from '../../../platform';
import { Button, Card, Choice, Choices, Confirm, Field, StatusLine, TextArea, TextField, say } from '../../../ui';
import { FormFate, Restored } from '../../components/form-fate';
import { COMMON, TEAM } from '../../copy';
import { useTeamForm } from '../../use-team-form';
import type { TeamForm } from '../../use-team-form';

const SKILL_OPTIONS = SKILLS.map((value) => ({ value, words: SKILL_NAMES[value] }));
const toTeam = (id: string) => openInstead('volunteers/pages/team/index', { id });

/** Compounds and grids it serves: taken off by a tap, added from the community's. */
const Serves = ({ form, communityId }: { form: TeamForm; communityId: string }) => {
  const [picking, setPicking] = useState(false);
  const { serves } = form.value;
  return (
    <Field id="team-serves" label={TEAM.servesLabel} optional>
      <View className="row wrap">
        {serves.map((place) => (
          <Button
            key={place.placeId}
            kind="secondary"
            label={`去掉 ${place.name}`}
            onTap={() => form.change({ serves: serves.filter(({ placeId }) => placeId !== place.placeId) })}
          >
            {`${place.name} ✕`}
          </Button>
        ))}
        <Button kind="quiet" onTap={() => setPicking(true)}>
          加一个
        </Button>
      </View>
      <PlaceSheet
        open={picking}
        title={TEAM.servesLabel}
        root={{ id: communityId, name: '' }}
        kinds={['compound', 'grid']}
        onPick={({ id, name }) => {
          setPicking(false);
          if (!serves.some(({ placeId }) => placeId === id))
            form.change({ serves: [...serves, { placeId: id, name }] });
        }}
        onClose={() => setPicking(false)}
      />
    </Field>
  );
};

const New = ({ form, communityId }: { form: TeamForm; communityId: string }) => {
  const { value, change, checked } = form;
  const kinds = useLoad(listTeamKinds, { params: { placeId: communityId } });
  return (
    <>
      <Choice
        label={TEAM.kind}
        options={(kinds.value?.items ?? []).map(({ id, name }) => ({ value: id, words: name }))}
        value={value.kindId}
        error={checked.wrong('kindId') ? TEAM.gaps.kindId : undefined}
        onChange={(kindId) => change({ kindId })}
      />
      <TextField
        label={TEAM.leaderPhone}
        hint={TEAM.leaderPhoneHint}
        optional
        keyboard="number"
        value={value.leaderPhone}
        maxLength={11}
        error={checked.wrong('leaderPhone') ? TEAM.gaps.leaderPhone : undefined}
        onChange={(leaderPhone) => change({ leaderPhone })}
        onLeave={() => checked.leave('leaderPhone')}
      />
    </>
  );
};

const End = ({ team }: { team: TeamView }) => {
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const end = async () => {
    if ((await act.run(endTeam, { params: { teamId: team.id }, body: { rev: team.rev } })) === undefined) return;
    say(TEAM.endDone);
    toTeam(team.id);
  };
  return (
    <>
      <Button kind="danger" wide onTap={() => setAsking(true)}>
        {TEAM.end}
      </Button>
      <Confirm
        open={asking}
        title={TEAM.endTitle}
        lines={[...TEAM.endLines, ...(act.words === undefined ? [] : [act.words])]}
        verb={TEAM.end}
        danger
        busy={act.busy}
        onConfirm={() => void end()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};

const Form = ({ communityId, team }: { communityId: string; team?: TeamView }) => {
  const form = useTeamForm(communityId, team);
  const { value, change, checked, submission, clear } = form;
  const { sentAs, key } = submission;
  useEffect(() => {
    if (sentAs === undefined) return;
    dismissSent(key);
    clear();
    toTeam(sentAs);
  }, [sentAs, key, clear]);
  const send = async () => {
    const sent = await form.send();
    if (sent === undefined) return;
    say(team === undefined ? TEAM.made : COMMON.saved);
    toTeam(sent.id);
  };
  const of = (name: 'name' | 'words') => ({
    value: value[name],
    error: checked.wrong(name) ? TEAM.gaps[name] : undefined,
    onChange: (words: string) => change({ [name]: words }),
    onLeave: () => checked.leave(name),
  });
  return (
    <Page
      title={team === undefined ? TEAM.makeTitle : TEAM.changeTitle}
      action={
        <Button
          wide
          loading={submission.sending === 'sending'}
          disabled={submission.sending !== 'no'}
          onTap={() => void send()}
        >
          {team === undefined ? TEAM.make : COMMON.save}
        </Button>
      }
    >
      <View className="stack">
        <Restored shown={form.restored && team === undefined && submission.sending === 'no'} onClear={clear} />
        <FormFate submission={submission} />
        <Card>
          <View className="stack">
            <TextField label={TEAM.name} placeholder={TEAM.namePlaceholder} maxLength={30} {...of('name')} />
            <TextArea label={TEAM.words} maxLength={500} {...of('words')} />
            {team === undefined ? <New form={form} communityId={communityId} /> : null}
            <Serves form={form} communityId={communityId} />
            <Choices
              label={TEAM.skills}
              optional
              options={SKILL_OPTIONS}
              values={value.skills}
              onChange={(skills) => change({ skills: [...skills] })}
            />
          </View>
        </Card>
        {checked.asked && !checked.ok ? <StatusLine tone="danger">还有没填对的，请看标出来的地方。</StatusLine> : null}
        {team?.mayOversee === true && team.status === 'active' ? <End team={team} /> : null}
      </View>
    </Page>
  );
};

/** A team is made by its community (`place`), and worded anew by its leaders (`id`). */
export default function TeamFormPage() {
  const { id, place } = usePageParams();
  const team = useLoad(getTeam, id === undefined ? undefined : { params: { teamId: id } });
  if (id === undefined && place !== undefined) return <Form communityId={place} />;
  if (team.value !== undefined) return <Form communityId={team.value.communityId} team={team.value} />;
  return (
    <Page title={TEAM.changeTitle}>
      <LoadState load={team} />
    </Page>
  );
}
