import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { changeShift } from '@gongyi/shared/volunteers/contract-shifts';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import {
  LoadState,
  Page,
  back,
  newKey,
  useChecked,
  useDraft,
  usePageParams,
  useServerNow,
  useSubmission,
} from '../../../platform';
import { Button, Card, TextArea, TextField, say } from '../../../ui';
import { FormFate, Restored } from '../../components/form-fate';
import { COMMON, PLAN } from '../../copy';
import { slotRoleWords } from '../../role-words';
import { useShift } from '../../use-shift';

const Draft = z.object({
  title: z.string(),
  words: z.string(),
  spot: z.string(),
  meeting: z.string(),
  bring: z.string(),
  /** By `<slot> <role>`, as typed. */
  places: z.record(z.string(), z.string()),
  key: z.string(),
});

const keyOf = (slotId: string, roleId: string): string => `${slotId} ${roleId}`;
const rolesOf = (view: ShiftView) => view.slots.flatMap((slot) => slot.roles.map((role) => ({ slot, role })));

const draftOf = (view: ShiftView): z.output<typeof Draft> => ({
  title: view.title,
  words: view.words ?? '',
  spot: view.spot ?? '',
  meeting: view.meeting ?? '',
  bring: view.bring ?? '',
  places: Object.fromEntries(
    rolesOf(view).map(({ slot, role }) => [keyOf(slot.id, role.id), String(role.fill.places)]),
  ),
  key: newKey(),
});

const bodyOf = (view: ShiftView, { places, bring, title, words, spot, meeting }: z.output<typeof Draft>) => ({
  rev: view.rev,
  title,
  words,
  spot,
  meeting,
  ...(bring.trim() === '' ? {} : { bring }),
  // Only what differs: others may be taking places meanwhile.
  places: rolesOf(view)
    .map(({ slot, role }) => ({
      slotId: slot.id,
      roleId: role.id,
      places: Number(places[keyOf(slot.id, role.id)] ?? role.fill.places),
      before: role.fill.places,
    }))
    .filter((each) => each.places !== each.before)
    .map(({ slotId, roleId, places: now }) => ({ slotId, roleId, places: now })),
});

type Field = 'title' | 'words' | 'spot' | 'meeting';

const Form = ({ view }: { view: ShiftView }) => {
  const now = useServerNow();
  const [initial] = useState(() => draftOf(view));
  const draft = useDraft(`change.${view.id}`, Draft, initial);
  const submission = useSubmission(draft);
  const { value, change } = draft;
  const body = bodyOf(view, value);
  const checked = useChecked(changeShift.body, body);
  const of = (name: Field) => ({
    value: value[name],
    error: checked.wrong(name) ? PLAN.gaps[name] : undefined,
    onChange: (words: string) => change({ [name]: words }),
    onLeave: () => checked.leave(name),
  });
  const send = async () => {
    if (!checked.ask()) return;
    const changed = await submission.send(
      changeShift,
      { params: { shiftId: view.id }, body },
      value.title.slice(0, 20),
    );
    if (changed === undefined) return;
    say(COMMON.saved);
    back();
  };
  const places = ({ slot, role }: ReturnType<typeof rolesOf>[number]) => {
    const at = keyOf(slot.id, role.id);
    const typed = value.places[at] ?? '';
    const count = Number(typed);
    const wrong = !(Number.isInteger(count) && count >= Math.max(1, role.fill.held) && count <= 500);
    return (
      <TextField
        key={at}
        label={slotRoleWords(slot, role, now)}
        hint={`已报 ${String(role.fill.held)} 人，不能少于这个数`}
        keyboard="number"
        value={typed}
        maxLength={3}
        error={wrong ? `请填 ${String(Math.max(1, role.fill.held))} 到 500` : undefined}
        onChange={(words) => change({ places: { ...value.places, [at]: words } })}
      />
    );
  };
  return (
    <Page
      title={PLAN.changeTitle}
      action={
        <Button
          wide
          loading={submission.sending === 'sending'}
          disabled={submission.sending !== 'no'}
          onTap={() => void send()}
        >
          {COMMON.save}
        </Button>
      }
    >
      <View className="stack">
        <Restored shown={draft.restored && submission.sending === 'no'} onClear={draft.clear} />
        <FormFate submission={submission} />
        <Card>
          <View className="stack">
            <TextField label={PLAN.name} maxLength={30} {...of('title')} />
            <TextArea label={PLAN.words} maxLength={1000} {...of('words')} />
            <TextField label={PLAN.spot} maxLength={60} {...of('spot')} />
            <TextField label={PLAN.meeting} maxLength={100} {...of('meeting')} />
            <TextField
              label={PLAN.bring}
              optional
              value={value.bring}
              maxLength={100}
              onChange={(bring) => change({ bring })}
            />
          </View>
        </Card>
        <Card title={PLAN.places}>
          <View className="stack">{rolesOf(view).map(places)}</View>
        </Card>
      </View>
    </Page>
  );
};

/** 改内容和名额: a leader words a shift anew, or asks for more or fewer people. */
export default function ChangePage() {
  const { id } = usePageParams();
  const { load } = useShift(id);
  if (load.value !== undefined) return <Form view={load.value} />;
  return (
    <Page title={PLAN.changeTitle}>
      <LoadState load={load} />
    </Page>
  );
}
