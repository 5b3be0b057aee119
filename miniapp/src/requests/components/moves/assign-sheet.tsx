import { useState } from 'react';
import { listStaff } from '@gongyi/shared/district/contract';
import type { StaffMember } from '@gongyi/shared/district/contract';
import { useLoad } from '../../../platform';
import { Button, Choice, EmptyState, ErrorState, Sheet, Skeleton, StatusLine } from '../../../ui';

const ROLE_WORDS: Record<StaffMember['role'], string> = { manager: '负责人', dispatcher: '调度员', technician: '师傅' };

interface AssignSheetProps {
  readonly organisationId: string;
  readonly title: string;
  /** Open work in hand by person, for a fair share. */
  readonly loads: Readonly<Record<string, number>>;
  readonly busy: boolean;
  readonly words: string | undefined;
  readonly onPick: (assigneeId: string) => void;
  readonly onClose: () => void;
}

/** 派单: who goes, with what each has in hand. Technicians first. */
export const AssignSheet = ({ organisationId, title, loads, busy, words, onPick, onClose }: AssignSheetProps) => {
  const load = useLoad(listStaff, { params: { organisationId } });
  const [chosen, setChosen] = useState<string>();
  const staff = [...(load.value?.items ?? [])].sort(
    (a, b) =>
      Number(b.role === 'technician') - Number(a.role === 'technician') ||
      (loads[a.personId] ?? 0) - (loads[b.personId] ?? 0),
  );
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button
          wide
          loading={busy}
          disabled={chosen === undefined}
          onTap={() => (chosen === undefined ? undefined : onPick(chosen))}
        >
          派单
        </Button>
      }
    >
      {load.status === 'loading' ? <Skeleton rows={3} /> : null}
      {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
      {load.status === 'ready' && staff.length === 0 ? (
        <EmptyState words="还没有登记师傅" hint="负责人在“我的 → 人员授权”里添加。" />
      ) : (
        <Choice
          label="派给谁"
          layout="rows"
          options={staff.map(({ personId, name, role }) => ({
            value: personId,
            words: `${name} · ${ROLE_WORDS[role]}`,
            hint: `手上 ${String(loads[personId] ?? 0)} 件`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {words === undefined ? null : <StatusLine tone="warning">{words}</StatusLine>}
    </Sheet>
  );
};
