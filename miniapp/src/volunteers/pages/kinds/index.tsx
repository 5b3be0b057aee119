import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RouteReply } from '@gongyi/shared/kernel/define-route';
import { changeTeamKinds, listTeamKinds } from '@gongyi/shared/volunteers/contract-teams';
import { MOST_KINDS, NAMED_KINDS } from '@gongyi/shared/volunteers/kinds';
import { LoadState, Page, useAct, useChecked, useLoad, useMe, usePageParams } from '../../../platform';
import { Button, Card, EmptyState, StatusLine, TextField, say } from '../../../ui';
import { COMMON, KINDS } from '../../copy';

type Kinds = RouteReply<typeof listTeamKinds>;

interface FormProps {
  readonly placeId: string;
  readonly kinds: Kinds;
  readonly onSaved: (kinds: Kinds) => void;
  readonly onOutdated: () => void;
}

/** An id that no kind had before: teams keep theirs when a kind is taken away. */
const newId = (): string => `k-${Date.now().toString(36)}`;

const Form = ({ placeId, kinds, onSaved, onOutdated }: FormProps) => {
  const act = useAct(onOutdated);
  const [items, setItems] = useState(() =>
    kinds.items.filter(({ named }) => !named).map(({ id, name }) => ({ id, name })),
  );
  const body = { seen: kinds.version, items: items.map(({ id, name }) => ({ id, name: name.trim() })) };
  const checked = useChecked(changeTeamKinds.body, body);
  const save = async () => {
    if (!checked.ask()) return;
    const saved = await act.run(changeTeamKinds, { params: { placeId }, body });
    if (saved === undefined) return;
    say(COMMON.saved);
    onSaved(saved);
  };
  return (
    <View className="stack">
      {items.map(({ id, name }, index) => (
        <TextField
          key={id}
          label={KINDS.name(index + 1)}
          value={name}
          maxLength={20}
          error={checked.wrong(`items.${String(index)}`) ? KINDS.nameMissing : undefined}
          aside={
            <Button
              kind="quiet"
              label={KINDS.removeOne(name)}
              onTap={() => setItems(items.filter((item) => item.id !== id))}
            >
              {KINDS.remove}
            </Button>
          }
          onChange={(words) => setItems(items.map((item) => (item.id === id ? { id, name: words } : item)))}
          onLeave={() => checked.leave(`items.${String(index)}`)}
        />
      ))}
      {items.length >= MOST_KINDS - NAMED_KINDS.length ? null : (
        <Button kind="secondary" onTap={() => setItems([...items, { id: newId(), name: '' }])}>
          {KINDS.add}
        </Button>
      )}
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      <Button wide loading={act.busy} onTap={() => void save()}>
        {COMMON.save}
      </Button>
    </View>
  );
};

const Kinds = ({ placeId }: { placeId: string }) => {
  const load = useLoad(listTeamKinds, { params: { placeId } });
  const kinds = load.value;
  if (kinds === undefined) return <LoadState load={load} rows={4} />;
  const further = kinds.items.filter(({ named }) => !named);
  return (
    <View className="stack">
      <Card title={KINDS.named}>
        <View className="stack" role="list">
          {kinds.items
            .filter(({ named }) => named)
            .map(({ id, name }) => (
              <View key={id} className="t16" role="listitem">
                {name}
              </View>
            ))}
        </View>
      </Card>
      <Card title={KINDS.further}>
        <View className="stack">
          <View className="t14 quiet">{KINDS.hint}</View>
          {kinds.mayChange ? (
            <Form
              key={kinds.version}
              placeId={placeId}
              kinds={kinds}
              onSaved={load.replace}
              onOutdated={() => void load.reload()}
            />
          ) : (
            further.map(({ id, name }) => (
              <View key={id} className="t16">
                {name}
              </View>
            ))
          )}
        </View>
      </Card>
    </View>
  );
};

/** 志愿队类别: the four that every district has, and those it sets itself. */
export default function KindsPage() {
  const { place } = usePageParams();
  const me = useMe();
  const placeId = place ?? me?.grants.find(({ role }) => role === 'administrator')?.placeId;
  return (
    <Page title={KINDS.title}>
      {placeId === undefined ? <EmptyState words={KINDS.noPlace} /> : <Kinds placeId={placeId} />}
    </Page>
  );
}
