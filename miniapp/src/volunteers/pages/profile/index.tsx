import { View } from '@tarojs/components';
import { listTeamKinds } from '@gongyi/shared/volunteers/contract-teams';
import { getMyVolunteer } from '@gongyi/shared/volunteers/contract-volunteers';
import type { MyVolunteer } from '@gongyi/shared/volunteers/contract-view';
import { SKILLS, SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import { LoadState, Page, back, open, requireSignIn, useLoad, useSignedIn } from '../../../platform';
import { Button, Card, Choices, EmptyState, StatusLine, TextField, Tick, say } from '../../../ui';
import { BirthField } from '../../components/birth-field';
import { FormFate } from '../../components/form-fate';
import { Line } from '../../components/line';
import { GuardianLine, NumberCard, Wards } from '../../components/profile-extras';
import { COMMON, PROFILE } from '../../copy';
import { useProfile } from '../../use-profile';
import type { ProfileForm } from '../../use-profile';

const SKILL_OPTIONS = SKILLS.map((value) => ({ value, words: SKILL_NAMES[value] }));

const Interests = ({ form: { value, change, body } }: { form: ProfileForm }) => {
  const kinds = useLoad(listTeamKinds, body.communityId === '' ? undefined : { params: { placeId: body.communityId } });
  const options = (kinds.value?.items ?? []).map(({ id, name }) => ({ value: id, words: name }));
  if (options.length === 0) return null;
  return (
    <Choices
      label={PROFILE.interests}
      optional
      options={options}
      values={value.interests}
      onChange={(interests) => change({ interests: [...interests] })}
    />
  );
};

const Party = ({ form: { value, change } }: { form: ProfileForm }) => (
  <>
    <Tick checked={value.party} words={PROFILE.party} onChange={(party) => change({ party })} />
    {value.party ? (
      <>
        <TextField
          label={PROFILE.partyUnit}
          optional
          value={value.unit}
          maxLength={40}
          onChange={(unit) => change({ unit })}
        />
        <Tick
          checked={value.shown}
          words={PROFILE.partyShown}
          hint={PROFILE.partyShownHint}
          onChange={(shown) => change({ shown })}
        />
      </>
    ) : null}
  </>
);

const NoCommunity = () => (
  <StatusLine
    tone="warning"
    action={
      <Button kind="quiet" onTap={() => open('district/pages/pick-compound/index')}>
        选小区
      </Button>
    }
  >
    {PROFILE.gaps.communityId}
  </StatusLine>
);

interface FormProps {
  readonly mine: MyVolunteer | undefined;
  readonly onChanged: (mine: MyVolunteer) => void;
}

const Form = ({ mine, onChanged }: FormProps) => {
  const form = useProfile(mine);
  const { value, change, body, checked, submission } = form;
  const first = mine === undefined;
  const save = async () => {
    const saved = await form.send();
    if (saved === undefined) return;
    say(COMMON.saved);
    onChanged(saved.volunteer);
    // Whoever was led here from a shift goes back to it; others stay and see what is kept.
    if (first) back();
  };
  return (
    <Page
      title={PROFILE.title}
      action={
        <Button
          wide
          loading={submission.sending === 'sending'}
          disabled={submission.sending !== 'no'}
          onTap={() => void save()}
        >
          {COMMON.save}
        </Button>
      }
    >
      <View className="stack">
        <FormFate submission={submission} />
        {mine === undefined ? null : <GuardianLine mine={mine} />}
        <Card>
          <View className="stack">
            <View className="t14 quiet">{PROFILE.why}</View>
            {body.communityId === '' ? <NoCommunity /> : null}
            {mine === undefined ? null : <Line label={PROFILE.community}>{mine.communityName}</Line>}
            {mine === undefined ? (
              <BirthField
                label={PROFILE.born}
                hint={PROFILE.bornHint}
                value={value.bornOn}
                error={checked.wrong('bornOn') ? PROFILE.gaps.bornOn : undefined}
                onChange={(bornOn) => change({ bornOn })}
              />
            ) : (
              <Line label={PROFILE.born}>{mine.bornOn}</Line>
            )}
            <Choices
              label={PROFILE.skills}
              optional
              options={SKILL_OPTIONS}
              values={value.skills}
              onChange={(skills) => change({ skills: [...skills] })}
            />
            <Interests form={form} />
            <Party form={form} />
            <Tick
              checked={value.exportHours}
              words={PROFILE.export}
              hint={PROFILE.exportHint}
              onChange={(exportHours) => change({ exportHours })}
            />
          </View>
        </Card>
        {mine === undefined ? null : <NumberCard mine={mine} onChanged={onChanged} />}
        <Wards />
      </View>
    </Page>
  );
};

const Known = () => {
  const load = useLoad(getMyVolunteer, {});
  if (load.value === undefined)
    return (
      <Page title={PROFILE.title}>
        <LoadState load={load} />
      </Page>
    );
  const { volunteer } = load.value;
  // A saved form begins anew from what is kept.
  return <Form key={volunteer?.rev ?? 0} mine={volunteer} onChanged={(next) => load.replace({ volunteer: next })} />;
};

/** 志愿者信息: month of birth, skills, interests, the mark of a party member; consent for one's children. */
export default function ProfilePage() {
  const signedIn = useSignedIn();
  if (signedIn) return <Known />;
  return (
    <Page title={PROFILE.title}>
      <EmptyState words={PROFILE.signIn} action={<Button onTap={() => void requireSignIn()}>{COMMON.signIn}</Button>} />
    </Page>
  );
}
