import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../../platform';
import { Button, Press, SearchBox } from '../../ui';
import { canRing, setRing } from '../ring';
import type { Desk, DeskFilter } from '../use-desk';
import './desk-top.scss';

const FILTERS: readonly {
  readonly value: DeskFilter;
  readonly words: string;
  readonly count?: 'fresh' | 'dueSoon' | 'overdue' | 'paused' | 'open';
}[] = [
  { value: 'all', words: '全部', count: 'open' },
  { value: 'new', words: '新单', count: 'fresh' },
  { value: 'due-soon', words: '快到期', count: 'dueSoon' },
  { value: 'overdue', words: '超期', count: 'overdue' },
  { value: 'paused', words: '暂缓', count: 'paused' },
  { value: 'watching', words: '督办' },
];

const Sound = () => {
  const [on, setOn] = useState(false);
  if (!canRing) return null;
  return (
    <Button
      kind="secondary"
      onTap={() => {
        setRing(!on);
        setOn(!on);
      }}
    >
      {on ? '新单响铃：开' : '新单响铃：关'}
    </Button>
  );
};

/** What stands above the queue: counts that filter, search, recording a phone call, sound. */
export const DeskTop = ({ desk, organisationId }: { desk: Desk; organisationId: string | undefined }) => (
  <View className="desk-top">
    <View className="desk-filters" role="tablist" aria-label="筛选工单">
      {FILTERS.map(({ value, words, count }) => (
        <Press
          key={value}
          role="tab"
          className={`desk-filter${desk.filter === value ? ' desk-filter-on' : ''}`}
          selected={desk.filter === value}
          onTap={() => desk.setFilter(value)}
        >
          {words}
          {count === undefined || desk.counts === undefined ? '' : ` ${String(desk.counts[count])}`}
        </Press>
      ))}
    </View>
    <View className="desk-search">
      <SearchBox
        label="搜索工单"
        value={desk.search}
        placeholder="地点、内容、编号、师傅"
        onChange={desk.setSearch}
        onSearch={() => undefined}
      />
    </View>
    <View className="desk-links">
      <Button kind="secondary" onTap={() => open('requests/pages/phone-order/index', { organisation: organisationId })}>
        电话代录
      </Button>
      <Button kind="secondary" onTap={() => open('requests/pages/hotline/index', { organisation: organisationId })}>
        12345 工单
      </Button>
      <Button kind="secondary" onTap={() => open('requests/pages/office/index', { organisation: organisationId })}>
        本单位三率
      </Button>
      <Sound />
    </View>
  </View>
);
