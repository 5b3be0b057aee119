import { View } from '@tarojs/components';
import { useState } from 'react';
import { giveGuardianConsent, listVolunteers, recordVolunteer } from '@gongyi/shared/volunteers/contract-volunteers';
import type { VolunteerRow } from '@gongyi/shared/volunteers/contract-view';
import { SKILLS, SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import type { Skill } from '@gongyi/shared/volunteers/kinds';
import { useAct, useChecked, usePagedList } from '../../platform';
import { Button, Card, Chip, Choices, ListMore, Sheet, Skeleton, StatusLine, TextField, say } from '../../ui';
import { DESK, PROFILE } from '../copy';
import { BirthField } from './birth-field';
import { BirthSheet } from './birth-sheet';
import './roster.scss';

const SKILL_OPTIONS = SKILLS.map((value) => ({ value, words: SKILL_NAMES[value] }));

interface RecordSheetProps {
  readonly placeId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Somebody without an account: a name, a month of birth, what they can do. */
const RecordSheet = ({ placeId, onDone, onClose }: RecordSheetProps) => {
  const act = useAct();
  const [name, setName] = useState('');
  const [bornOn, setBornOn] = useState('');
  const [skills, setSkills] = useState<readonly Skill[]>([]);
  const body = { name, bornOn, skills: [...skills] };
  const checked = useChecked(recordVolunteer.body, body);
  const send = async () => {
    if (!checked.ask()) return;
    if ((await act.run(recordVolunteer, { params: { placeId }, body })) === undefined) return;
    say(DESK.recordDone);
    onDone();
  };
  return (
    <Sheet
      open
      title={DESK.record}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {DESK.record}
        </Button>
      }
    >
      <View className="stack">
        <TextField
          label={DESK.recordName}
          value={name}
          maxLength={40}
          error={checked.wrong('name') ? DESK.recordMissing : undefined}
          onChange={setName}
          onLeave={() => checked.leave('name')}
        />
        <BirthField
          label={DESK.recordBorn}
          value={bornOn}
          error={checked.wrong('bornOn') ? DESK.recordMissing : undefined}
          onChange={setBornOn}
        />
        <Choices label={PROFILE.skills} optional options={SKILL_OPTIONS} values={skills} onChange={setSkills} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

/** A guardian's consent on paper, which staff have seen. */
const PaperSheet = ({ row, onDone, onClose }: Omit<RecordSheetProps, 'placeId'> & { row: VolunteerRow }) => {
  const act = useAct();
  const [guardianName, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const empty = guardianName.trim() === '';
  const send = async () => {
    setAsked(true);
    if (empty) return;
    const body = { given: true, paper: { guardianName } };
    if ((await act.run(giveGuardianConsent, { params: { volunteerId: row.volunteerId }, body })) === undefined) return;
    say(DESK.paperDone);
    onDone();
  };
  return (
    <Sheet
      open
      title={`${DESK.paper} ${row.name}`}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {DESK.paper}
        </Button>
      }
    >
      <TextField
        label={DESK.paperName}
        value={guardianName}
        maxLength={40}
        error={asked && empty ? DESK.paperMissing : undefined}
        onChange={setName}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};

/** Volunteers without a phone, recorded by the community; for minors the guardian's paper. */
export const DeskVolunteers = ({ placeId }: { placeId: string }) => {
  const list = usePagedList(listVolunteers, { params: { placeId }, query: { recorded: 'yes', limit: 50 } });
  const [recording, setRecording] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [paper, setPaper] = useState<VolunteerRow>();
  const { status, items } = list.state;
  const done = () => {
    setRecording(false);
    setCorrecting(false);
    setPaper(undefined);
    void list.refresh();
  };
  return (
    <Card title={DESK.volunteers}>
      <View className="stack">
        {status === 'loading' && items.length === 0 ? <Skeleton rows={1} /> : null}
        {status === 'ready' && items.length === 0 ? <View className="t16 quiet">{DESK.noVolunteers}</View> : null}
        <View>
          {items.map((row) => (
            <View key={row.volunteerId} className="roster-row">
              <View className="grow roster-who">
                <View className="row wrap">
                  <View className="t16 roster-name">{row.name}</View>
                  {row.minor ? <Chip>{DESK.minor}</Chip> : null}
                  {row.minor && row.guardianGiven ? <Chip tone="success">{DESK.guardianGiven}</Chip> : null}
                </View>
                <View className="t14 quiet">{row.skills.map((skill) => SKILL_NAMES[skill]).join('、')}</View>
              </View>
              {row.minor && !row.guardianGiven ? (
                <Button kind="quiet" label={`${DESK.paper} ${row.name}`} onTap={() => setPaper(row)}>
                  {DESK.paper}
                </Button>
              ) : null}
            </View>
          ))}
        </View>
        <ListMore state={list.state} onRefresh={list.refresh} onMore={list.more} />
        <Button kind="secondary" wide onTap={() => setRecording(true)}>
          {DESK.record}
        </Button>
        <Button kind="quiet" wide onTap={() => setCorrecting(true)}>
          {DESK.birth}
        </Button>
      </View>
      {correcting ? <BirthSheet placeId={placeId} onDone={done} onClose={() => setCorrecting(false)} /> : null}
      {recording ? <RecordSheet placeId={placeId} onDone={done} onClose={() => setRecording(false)} /> : null}
      {paper === undefined ? null : <PaperSheet row={paper} onDone={done} onClose={() => setPaper(undefined)} />}
    </Card>
  );
};
