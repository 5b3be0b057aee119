import { useEffect, useRef, useState } from 'react';
import { assignMany, getRequest, listQueue, listTemplates } from '@gongyi/shared/requests/contract';
import type { QUEUE_FILTERS, RequestRow, RequestView } from '@gongyi/shared/requests/contract';
import { useAct, useLoad, usePagedList } from '../platform';
import { ringOnce } from './ring';

export type DeskFilter = (typeof QUEUE_FILTERS)[number];
const LOOK_AGAIN_MS = 20_000;

const matches = (row: RequestRow, words: string): boolean =>
  words === '' ||
  [row.placeName, row.title, row.words, row.number, row.assigneeName].some((part) => part?.includes(words) ?? false);

/** The desk of an organisation: its queue, what is ticked, the order that is open. */
export const useDesk = (organisationId: string | undefined, first: string | undefined) => {
  const [filter, setFilter] = useState<DeskFilter>('all');
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [openId, setOpenId] = useState(first);
  const act = useAct();
  const list = usePagedList(
    listQueue,
    organisationId === undefined ? undefined : { params: { organisationId }, query: { filter, limit: 50 } },
  );
  const detail = useLoad(getRequest, openId === undefined ? undefined : { params: { requestId: openId } });
  const templates = useLoad(listTemplates, organisationId === undefined ? undefined : { params: { organisationId } });
  const rows = list.state.items.filter((row) => matches(row, search.trim()));
  const counts = list.last?.counts;

  // New orders ring on the wide screen; the queue is looked at again every twenty seconds.
  const { refresh } = list;
  useEffect(() => {
    if (organisationId === undefined) return undefined;
    const timer = setInterval(() => void refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [organisationId, refresh]);
  const fresh = counts?.fresh;
  const before = useRef(fresh);
  useEffect(() => {
    if (fresh !== undefined && before.current !== undefined && fresh > before.current) ringOnce();
    before.current = fresh;
  }, [fresh]);

  const moved = (view: RequestView) => {
    detail.replace(view);
    void list.refresh();
  };
  const lookAgain = () => {
    void detail.reload();
    void list.refresh();
  };
  const tick = (id: string) =>
    setTicked((all) => {
      const next = new Set(all);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  /** Hands out all that is ticked; resolves with how many went and how many did not. */
  const assignTicked = async (assigneeId: string) => {
    if (organisationId === undefined) return undefined;
    const requests = rows.filter(({ id }) => ticked.has(id)).map(({ id, rev }) => ({ requestId: id, rev }));
    const done = await act.run(assignMany, { params: { organisationId }, body: { assigneeId, requests } });
    if (done === undefined) return undefined;
    setTicked(new Set(done.items.filter((item) => !item.done).map(({ requestId }) => requestId)));
    await list.refresh();
    return {
      went: done.items.filter((item) => item.done).length,
      stayed: done.items.filter((item) => !item.done).length,
    };
  };
  const loads: Record<string, number> = {};
  for (const { assigneeId } of list.state.items)
    if (assigneeId !== undefined) loads[assigneeId] = (loads[assigneeId] ?? 0) + 1;

  return {
    filter,
    setFilter,
    search,
    setSearch,
    list,
    rows,
    counts,
    ticked,
    tick,
    assignTicked,
    act,
    openId,
    setOpenId,
    detail,
    moved,
    lookAgain,
    loads,
    templates: templates.value?.items ?? [],
  };
};
export type Desk = ReturnType<typeof useDesk>;
