import { View } from '@tarojs/components';
import { useState } from 'react';
import { nominate } from '@gongyi/shared/votes/contract-preparing';
import type { Nominations } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import type * as z from 'zod/mini';
import { PlaceSheet } from '../../district/components/place-sheet';
import { newKey, useChecked, useDraft, useMe, useSubmission } from '../../platform';
import { Button, Card, CardLink, Choice, Sheet, StatusLine, TextArea, TextField } from '../../ui';
import { NOMINATE } from '../copy';
import { NominationDraft, electionsOf, homesIn, nominationBody } from '../nomination';

interface NominateSheetProps {
  readonly view: VoteView;
  readonly onDone: (nominations: z.output<typeof Nominations>) => void;
  readonly onRefused: () => void;
  readonly onClose: () => void;
}

/** Standing for election oneself, or putting a neighbour forward. */
export const NominateSheet = ({ view, onDone, onRefused, onClose }: NominateSheetProps) => {
  const me = useMe();
  const [initial] = useState<NominationDraft>(() => ({ name: '', about: '', key: newKey() }));
  const draft = useDraft(`nominate.${view.id}`, NominationDraft, initial);
  const { value, change } = draft;
  const body = nominationBody(value, view, me);
  const checked = useChecked(nominate.body, body);
  const submission = useSubmission(draft);
  const [picking, setPicking] = useState(false);
  const elections = electionsOf(view);
  const own = homesIn(me, view.compoundId);
  const wrong = (name: string, words: string) => (checked.wrong(name) ? words : undefined);
  const send = async () => {
    if (!checked.ask()) return;
    const params = { voteId: view.id };
    const listed = await submission.send(nominate, { params, body: nominate.body.parse(body) }, NOMINATE.formTitle);
    if (listed === undefined) onRefused();
    else onDone(listed);
  };
  return (
    <Sheet
      open
      title={NOMINATE.formTitle}
      onClose={onClose}
      footer={
        <Button
          wide
          loading={submission.sending === 'sending'}
          disabled={submission.sending !== 'no'}
          onTap={() => void send()}
        >
          {NOMINATE.submit}
        </Button>
      }
    >
      <View className="stack">
        <View className="t14 quiet">{NOMINATE.rule}</View>
        {elections.length > 1 ? (
          <Choice
            label={NOMINATE.matter}
            layout="rows"
            options={elections.map(({ id, title }) => ({ value: id, words: title }))}
            value={value.matterId}
            error={wrong('matterId', NOMINATE.matterMissing)}
            onChange={(matterId) => change({ matterId })}
          />
        ) : null}
        <Choice
          label={NOMINATE.who}
          layout="rows"
          options={[
            { value: 'self', words: NOMINATE.self, hint: NOMINATE.selfHint },
            { value: 'owners', words: NOMINATE.other, hint: NOMINATE.otherHint },
          ]}
          value={value.by}
          error={wrong('by', NOMINATE.whoMissing)}
          onChange={(by) => change({ by, name: '', homeId: undefined, homeName: undefined })}
        />
        <TextField
          label={NOMINATE.name}
          hint={NOMINATE.nameHint}
          value={value.by === 'self' && value.name === '' ? (me?.name ?? '') : value.name}
          maxLength={40}
          error={wrong('name', NOMINATE.nameMissing)}
          onChange={(name) => change({ name })}
          onLeave={() => checked.leave('name')}
        />
        {value.by === 'self' && own.length > 1 ? (
          <Choice
            label={NOMINATE.home}
            layout="rows"
            options={own.map(({ homeId, homeName }) => ({ value: homeId, words: homeName }))}
            value={value.homeId}
            error={wrong('homeId', NOMINATE.homeMissing)}
            onChange={(homeId) => change({ homeId })}
          />
        ) : null}
        {value.by === 'owners' ? (
          <Card>
            <View className="t14 quiet">{NOMINATE.home}</View>
            <CardLink onTap={() => setPicking(true)}>
              <View className="t16">{value.homeName ?? NOMINATE.homePick}</View>
            </CardLink>
            {checked.wrong('homeId') ? <StatusLine tone="warning">{NOMINATE.homeMissing}</StatusLine> : null}
          </Card>
        ) : null}
        <TextArea
          label={NOMINATE.about}
          hint={NOMINATE.aboutHint}
          value={value.about}
          maxLength={500}
          error={wrong('about', NOMINATE.aboutMissing)}
          onChange={(about) => change({ about })}
          onLeave={() => checked.leave('about')}
        />
        {submission.refused === undefined ? null : <StatusLine tone="danger">{submission.refused}</StatusLine>}
        {submission.sending === 'waiting' || submission.sending === 'unknown' ? (
          <StatusLine tone="warning">{NOMINATE[submission.sending]}</StatusLine>
        ) : null}
      </View>
      <PlaceSheet
        open={picking}
        title={NOMINATE.homePick}
        root={{ id: view.compoundId, name: view.compoundName }}
        kinds={['home']}
        onPick={({ id, name }) => {
          change({ homeId: id, homeName: name });
          setPicking(false);
        }}
        onClose={() => setPicking(false)}
      />
    </Sheet>
  );
};
