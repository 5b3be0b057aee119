import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PublicNoticeRow, SessionRow } from '@gongyi/shared/council/contract-lists';
import { open } from '../../platform';
import { Button, Card, Chip, Due, Press, clockWords } from '../../ui';
import { COUNCIL } from './copy';
import './index.scss';

const SHOWN = 2;
const COMING: readonly SessionRow['status'][] = ['called', 'in-session', 'adjourned'];

const State = ({ row, now }: { row: SessionRow; now: number }) => {
  if (row.status === 'in-session') return <Chip tone="warning">{COUNCIL.inSession}</Chip>;
  if (row.status === 'adjourned') return <Chip>{COUNCIL.adjourned}</Chip>;
  return now < row.startsAt ? <Due at={row.startsAt} now={now} /> : null;
};

/** Sessions to come, the next one first. */
export const Sessions = ({ rows, now }: { rows: readonly SessionRow[]; now: number }) => {
  const coming = rows.filter(({ status }) => COMING.includes(status)).sort((a, b) => a.startsAt - b.startsAt);
  if (coming.length === 0) return null;
  return (
    <Card title={COUNCIL.sessions}>
      {coming.map((row) => (
        <Press key={row.id} className="council-row" onTap={() => open('council/pages/session/index', { id: row.id })}>
          <View className="row wrap">
            <View className="t16 grow figure">{COUNCIL.sessionAt(clockWords(row.startsAt, now), row.venue)}</View>
            <State row={row} now={now} />
          </View>
          <View className="t14 quiet">
            {[...(row.secondOf === undefined ? [] : [COUNCIL.second]), ...row.topics].join('；')}
          </View>
        </Press>
      ))}
    </Card>
  );
};

/** 公示中: what is on display now, the one that ends first on top. */
export const Notices = ({ rows, now }: { rows: readonly PublicNoticeRow[]; now: number }) => {
  const [all, setAll] = useState(false);
  const running = rows
    .filter(({ endedAt, endsAt }) => endedAt === undefined && now < endsAt)
    .sort((a, b) => a.endsAt - b.endsAt);
  if (running.length === 0) return null;
  return (
    <Card title={COUNCIL.notices}>
      {(all ? running : running.slice(0, SHOWN)).map((row) => (
        <Press
          key={row.sessionId}
          className="council-row"
          onTap={() => open('council/pages/notice/index', { id: row.sessionId })}
        >
          <View className="row wrap">
            <View className="t16 grow">{row.titles.join('；')}</View>
            <Due at={row.endsAt} now={now} />
          </View>
          <View className="t14 quiet figure">{row.number}</View>
        </Press>
      ))}
      {all || running.length <= SHOWN ? null : (
        <Button kind="quiet" onTap={() => setAll(true)}>
          {COUNCIL.allNotices(running.length)}
        </Button>
      )}
    </Card>
  );
};
