import { View } from '@tarojs/components';
import { useState } from 'react';
import { listPlaceHistory, seeContact } from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { callPhone, useAct, useLoad, useServerNow } from '../../platform';
import { Button, Card, PersonLine, StatusLine, clockWords } from '../../ui';
import { STATUS } from '../copy';
import { NowCard } from './now-card';
import { RequestBody } from './request-body';
import { RequestTimeline } from './request-timeline';
import { QuoteCard } from './resident-actions';

/** The number to call; every look is written down for the resident to see. */
const Contact = ({ view }: { view: RequestView }) => {
  const act = useAct();
  const [contact, setContact] = useState<{ readonly name: string; readonly phone: string }>();
  if (view.contact === 'none') return null;
  const look = async () => setContact(await act.run(seeContact, { params: { requestId: view.id } }));
  return (
    <Card title="联系报事人">
      {contact === undefined ? (
        <View className="row">
          <View className="t14 quiet grow">查看电话会记入对方的“谁看过我的信息”。</View>
          <Button kind="secondary" loading={act.busy} onTap={() => void look()}>
            看电话
          </Button>
        </View>
      ) : (
        <PersonLine role={contact.name} phone={contact.phone} onCall={() => callPhone(contact.phone)} />
      )}
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Card>
  );
};

const History = ({ view, onOpen }: { view: RequestView; onOpen: (id: string) => void }) => {
  const now = useServerNow();
  const load = useLoad(listPlaceHistory, { params: { requestId: view.id }, query: { limit: 5 } });
  const items = (load.value?.items ?? []).filter(({ id }) => id !== view.id);
  if (items.length === 0) return null;
  return (
    <Card title="这个地方以前的事">
      <View className="stack">
        {items.map((row) => (
          <View key={row.id} className="row">
            <View className="grow t14 figure">
              {clockWords(row.filedAt, now)} · {row.title} · {STATUS[row.status].words}
            </View>
            <Button kind="quiet" label={`打开 ${row.title}`} onTap={() => onOpen(row.id)}>
              打开
            </Button>
          </View>
        ))}
      </View>
    </Card>
  );
};

/** The open order: how it stands, what was filed, whom to call, what happened here before, every step. */
export const DeskMiddle = ({
  view,
  onMoved,
  onOpen,
}: {
  view: RequestView;
  onMoved: (view: RequestView) => void;
  onOpen: (id: string) => void;
}) => {
  const now = useServerNow();
  const act = useAct();
  return (
    <View className="stack">
      <NowCard view={view} now={now} />
      <RequestBody view={view} />
      <QuoteCard view={view} act={act} now={now} onMoved={onMoved} />
      <Contact key={view.id} view={view} />
      <History view={view} onOpen={onOpen} />
      <Card title="办理过程">
        <RequestTimeline steps={view.timeline} now={now} />
      </Card>
    </View>
  );
};
