import { View } from '@tarojs/components';
import { useState } from 'react';
import { listTemplates, saveTemplate } from '@gongyi/shared/requests/contract';
import type { ReplyTemplate } from '@gongyi/shared/requests/contract';
import { useAct, useLoad } from '../../platform';
import {
  Button,
  Card,
  CardLink,
  EmptyState,
  ErrorState,
  Sheet,
  Skeleton,
  StatusLine,
  TextArea,
  TextField,
  say,
} from '../../ui';

interface Editing {
  readonly id?: string;
  readonly title: string;
  readonly words: string;
}
const FRESH: Editing = { title: '', words: '' };

interface EditProps {
  readonly organisationId: string;
  readonly editing: Editing;
  readonly onChange: (editing: Editing) => void;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const Edit = ({ organisationId, editing, onChange, onSaved, onClose }: EditProps) => {
  const act = useAct();
  const whole = editing.title.trim() !== '' && editing.words.trim() !== '';
  const save = async () => {
    const saved = await act.run(saveTemplate, { params: { organisationId }, body: { ...editing } });
    if (saved === undefined) return;
    say('已保存');
    onSaved();
  };
  return (
    <Sheet
      open
      title={editing.id === undefined ? '加一条常用语' : '改常用语'}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} disabled={!whole} onTap={() => void save()}>
          保存
        </Button>
      }
    >
      <View className="stack">
        <TextField
          label="名字"
          placeholder="例如：已接单"
          value={editing.title}
          maxLength={30}
          onChange={(title) => onChange({ ...editing, title })}
        />
        <TextArea
          label="内容"
          placeholder="例如：您好，已收到，今天下午上门查看。"
          value={editing.words}
          maxLength={300}
          onChange={(words) => onChange({ ...editing, words })}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

/** Words the office says often: seen, added, changed. */
export const TemplateList = ({ organisationId }: { organisationId: string }) => {
  const load = useLoad(listTemplates, { params: { organisationId } });
  const [editing, setEditing] = useState<Editing>();
  const items: readonly ReplyTemplate[] = load.value?.items ?? [];
  return (
    <Card
      title="回复常用语"
      aside={
        <Button kind="quiet" onTap={() => setEditing(FRESH)}>
          加一条
        </Button>
      }
    >
      <View className="stack">
        {load.status === 'loading' && load.value === undefined ? <Skeleton rows={2} /> : null}
        {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        {load.value !== undefined && items.length === 0 ? (
          <EmptyState words="还没有常用语" hint="加上后，在工作台回复居民时点一下就填好。" />
        ) : null}
        {items.map((template) => (
          <CardLink key={template.id} onTap={() => setEditing(template)}>
            <View className="t16">{template.title}</View>
            <View className="t14 quiet two-lines">{template.words}</View>
          </CardLink>
        ))}
      </View>
      {editing === undefined ? null : (
        <Edit
          organisationId={organisationId}
          editing={editing}
          onChange={setEditing}
          onSaved={() => {
            setEditing(undefined);
            void load.reload();
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  );
};
