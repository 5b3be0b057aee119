import { View } from '@tarojs/components';
import { useState } from 'react';
import { PlaceSheet } from '../../district/components/place-sheet';
import { SpeakWords, useLookChoice } from '../../platform';
import { Button, Card, Choice, StatusLine, TextArea, TextField } from '../../ui';
import { PLAN } from '../copy';
import type { PlanForm } from '../use-plan';

const OTHER = 'other-place';

/** One of the compounds the team serves, or another of its community. */
const Where = ({ form }: { form: PlanForm }) => {
  const [picking, setPicking] = useState(false);
  const { team, value, change, checked } = form;
  const serves = team.serves.map(({ placeId, name }) => ({ value: placeId, words: name }));
  const elsewhere = value.placeId !== '' && !serves.some((each) => each.value === value.placeId);
  return (
    <>
      <Choice
        label={PLAN.where}
        options={[...serves, { value: OTHER, words: elsewhere ? value.placeName : '选别的小区' }]}
        value={elsewhere ? OTHER : value.placeId}
        error={checked.wrong('placeId') ? PLAN.gaps.placeId : undefined}
        onChange={(placeId) => {
          if (placeId === OTHER) setPicking(true);
          else change({ placeId, placeName: serves.find((each) => each.value === placeId)?.words ?? '' });
        }}
      />
      <PlaceSheet
        open={picking}
        title={PLAN.where}
        root={{ id: team.communityId, name: '' }}
        kinds={['compound']}
        onPick={(place) => {
          change({ placeId: place.id, placeName: place.name });
          setPicking(false);
        }}
        onClose={() => setPicking(false)}
      />
    </>
  );
};

const Point = ({ form }: { form: PlanForm }) =>
  form.value.point === undefined ? (
    <Button kind="quiet" onTap={() => void form.locate()}>
      {PLAN.point}
    </Button>
  ) : (
    <StatusLine
      tone="success"
      action={
        <Button kind="quiet" onTap={() => form.change({ point: undefined })}>
          {PLAN.pointOff}
        </Button>
      }
    >
      {PLAN.pointOn}
    </StatusLine>
  );

type Field = 'title' | 'words' | 'spot' | 'meeting';

/** What is done, where one meets, what to bring. */
export const PlanWhat = ({ form }: { form: PlanForm }) => {
  const { value, change, checked } = form;
  const { elder } = useLookChoice();
  const of = (name: Field) => ({
    value: value[name],
    error: checked.wrong(name) ? PLAN.gaps[name] : undefined,
    onChange: (words: string) => change({ [name]: words }),
    onLeave: () => checked.leave(name),
  });
  return (
    <Card>
      <View className="stack">
        <TextField label={PLAN.name} placeholder={PLAN.namePlaceholder} maxLength={30} {...of('title')} />
        <TextArea label={PLAN.words} maxLength={1000} {...of('words')} />
        {elder ? <SpeakWords onWords={(said) => change({ words: `${value.words}${said}`.slice(0, 1000) })} /> : null}
        <Where form={form} />
        <TextField label={PLAN.spot} placeholder={PLAN.spotPlaceholder} maxLength={60} {...of('spot')} />
        <Point form={form} />
        <TextField label={PLAN.meeting} placeholder={PLAN.meetingPlaceholder} maxLength={100} {...of('meeting')} />
        <TextField
          label={PLAN.bring}
          optional
          value={value.bring}
          maxLength={100}
          onChange={(bring) => change({ bring })}
        />
      </View>
    </Card>
  );
};
