import { View } from '@tarojs/components';
import type { PublicNoticeRow } from '@gongyi/shared/council/contract-lists';
import { open } from '../../platform';
import { Card, Chip, Press, daysLeftWords } from '../../ui';
import { HOME } from './home-copy';

const SHOWN = 2;

/** Past its end it still waits for an answer to an objection. */
const leftWords = (endsAt: number, now: number): string =>
  now >= endsAt ? HOME.noticeWaits : daysLeftWords(endsAt, now);

/** 公示中: what the council has resolved and is on display now, the one that ends first on top. */
export const Notices = ({ rows, now }: { rows: readonly PublicNoticeRow[]; now: number }) => {
  const running = rows.filter(({ endedAt }) => endedAt === undefined).sort((a, b) => a.endsAt - b.endsAt);
  if (running.length === 0) return null;
  return (
    <Card title={HOME.notices}>
      {running.slice(0, SHOWN).map((row) => (
        <Press
          key={row.sessionId}
          className="home-notice"
          onTap={() => open('council/pages/notice/index', { id: row.sessionId })}
        >
          <View className="t16 grow two-lines">{row.titles.join('；')}</View>
          <Chip tone="brand">{leftWords(row.endsAt, now)}</Chip>
        </Press>
      ))}
    </Card>
  );
};
