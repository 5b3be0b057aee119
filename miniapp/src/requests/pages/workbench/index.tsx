import { View } from '@tarojs/components';
import { useState } from 'react';
import { acceptRequest } from '@gongyi/shared/requests/contract';
import type { RequestRow } from '@gongyi/shared/requests/contract';
import { Page, useMe, usePageParams, useServerNow } from '../../../platform';
import { Button, EmptyState, ErrorState, ListView, Skeleton, StatusLine, say } from '../../../ui';
import { DeskActions } from '../../components/desk-actions';
import { DeskMiddle } from '../../components/desk-middle';
import { DeskRow } from '../../components/desk-row';
import { DeskTop } from '../../components/desk-top';
import { AssignSheet } from '../../components/moves/assign-sheet';
import { useDeskKeys } from '../../desk-keys';
import { useDesk } from '../../use-desk';
import type { Desk } from '../../use-desk';
import { useDeskMoves } from '../../use-desk-moves';
import './index.scss';

const NEW = ['submitted', 'passed-on', 'half-fixed', 'reopened'];

const Queue = ({ desk, onAccept }: { desk: Desk; onAccept: (row: RequestRow) => void }) => {
  const now = useServerNow();
  return (
    <View className="desk-list" role="list" aria-label="工单，按到期先后">
      <ListView
        state={{ ...desk.list.state, items: desk.rows }}
        keyOf={({ id }) => id}
        row={(row) => (
          <DeskRow
            row={row}
            now={now}
            chosen={row.id === desk.openId}
            ticked={desk.ticked.has(row.id)}
            onAccept={NEW.includes(row.status) && desk.filter !== 'watching' ? () => onAccept(row) : undefined}
            onTick={() => desk.tick(row.id)}
            onOpen={() => desk.setOpenId(row.id)}
          />
        )}
        empty={
          desk.search === '' ? (
            <EmptyState words="这里没有工单" hint="新报的事会自动出现在这里，按到期先后排。" />
          ) : (
            <EmptyState words="没有找到" hint="换个词，或清空搜索。" />
          )
        }
        onRefresh={desk.list.refresh}
        onMore={desk.list.more}
      />
    </View>
  );
};

const Ticked = ({ desk, organisationId }: { desk: Desk; organisationId: string }) => {
  const [assigning, setAssigning] = useState(false);
  if (desk.ticked.size === 0) return null;
  const assign = async (assigneeId: string) => {
    const done = await desk.assignTicked(assigneeId);
    if (done === undefined) return;
    setAssigning(false);
    say(
      done.stayed === 0
        ? `已派出 ${String(done.went)} 件`
        : `派出 ${String(done.went)} 件，${String(done.stayed)} 件没派成，还选着`,
    );
  };
  return (
    <>
      <Button wide onTap={() => setAssigning(true)}>
        {`批量派单 ${String(desk.ticked.size)} 件`}
      </Button>
      {assigning ? (
        <AssignSheet
          organisationId={organisationId}
          title={`批量派单 ${String(desk.ticked.size)} 件`}
          loads={desk.loads}
          busy={desk.act.busy}
          words={desk.act.words}
          onPick={(assigneeId) => void assign(assigneeId)}
          onClose={() => setAssigning(false)}
        />
      ) : null}
    </>
  );
};

const Opened = ({ desk }: { desk: Desk }) => {
  const moves = useDeskMoves(desk.moved, desk.lookAgain);
  const view = desk.detail.value?.id === desk.openId ? desk.detail.value : undefined;
  useDeskKeys(desk, {
    accept: () => (view?.moves.includes('accept') ? void moves.begin(view, 'accept') : undefined),
    reply: () => (view?.moves.includes('reply') ? void moves.begin(view, 'reply') : undefined),
  });
  if (desk.openId === undefined)
    return (
      <View className="desk-none">{<EmptyState words="选一件工单" hint="↑ ↓ 选择，A 接单，R 留言,/ 搜索" />}</View>
    );
  return (
    <View className="desk-opened">
      <View className="desk-back">
        <Button kind="quiet" onTap={() => desk.setOpenId(undefined)}>
          返回工单列表
        </Button>
      </View>
      {view === undefined && desk.detail.status === 'failed' ? (
        <ErrorState words={desk.detail.words ?? ''} onRetry={() => void desk.detail.reload()} />
      ) : null}
      {view === undefined && desk.detail.status !== 'failed' ? <Skeleton rows={5} /> : null}
      {view === undefined ? null : (
        <>
          <View className="desk-middle">
            <DeskMiddle view={view} onMoved={desk.moved} onOpen={desk.setOpenId} />
          </View>
          <View className="desk-side">
            <DeskActions view={view} moves={moves} templates={desk.templates} loads={desk.loads} />
          </View>
        </>
      )}
    </View>
  );
};

/** 工作台: one inbox sorted by what is due. Wide: queue, order and actions side by side; phone: one after another. */
export default function WorkbenchPage() {
  const me = useMe();
  const { organisation, id } = usePageParams();
  const desks = (me?.grants ?? []).filter((grant) => grant.organisationId !== undefined && grant.role !== 'technician');
  const organisationId = organisation ?? desks[0]?.organisationId;
  const desk = useDesk(organisationId, id);
  const [problem, setProblem] = useState<string>();
  const accept = async (row: RequestRow) => {
    const view = await desk.act.run(acceptRequest, { params: { requestId: row.id }, body: { rev: row.rev } });
    setProblem(view === undefined ? row.id : undefined);
    if (view === undefined) {
      await desk.list.refresh();
      return;
    }
    say('已接单');
    desk.setOpenId(view.id);
    desk.moved(view);
  };
  return (
    <Page title="工作台" wide>
      <View className={`desk${desk.openId === undefined ? '' : ' desk-with-open'}`}>
        <View className="desk-head">
          <DeskTop desk={desk} organisationId={organisationId} />
          {problem !== undefined && desk.act.words !== undefined ? (
            <StatusLine tone="warning">{desk.act.words}</StatusLine>
          ) : null}
        </View>
        <View className="desk-queue">
          {organisationId === undefined ? null : <Ticked desk={desk} organisationId={organisationId} />}
          <Queue desk={desk} onAccept={(row) => void accept(row)} />
        </View>
        <Opened desk={desk} />
      </View>
    </Page>
  );
}
