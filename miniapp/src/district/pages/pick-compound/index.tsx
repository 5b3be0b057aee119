import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { searchCompounds } from '@gongyi/shared/district/contract';
import { Page, back, chooseCompound, useLoad, whereAmI } from '../../../platform';
import { Button, CardLink, EmptyState, ErrorState, SearchBox, Skeleton } from '../../../ui';

const PAUSE_MS = 250;

/** What was typed, once typing pauses. */
const useSettled = (words: string): string => {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
};

/** Finding one's compound by name or community, or the nearest ones. */
export default function PickCompoundPage() {
  const [words, setWords] = useState('');
  const [near, setNear] = useState<{ lat: number; lng: number }>();
  const settled = useSettled(words.trim().slice(0, 40));
  const load = useLoad(searchCompounds, { query: { ...(settled === '' ? {} : { words: settled }), ...near } });
  const locate = async () => setNear(await whereAmI());
  return (
    <Page title="选择小区">
      <View className="stack">
        <SearchBox
          label="找小区"
          value={words}
          placeholder="小区或社区的名字"
          onChange={setWords}
          onSearch={() => undefined}
        />
        <Button kind="quiet" onTap={() => void locate()}>
          找离我近的
        </Button>
        {load.status === 'loading' ? <Skeleton rows={5} /> : null}
        {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        {load.value?.items.length === 0 ? (
          <EmptyState words="没有找到" hint="换个名字，或者输入社区的名字试试。" />
        ) : null}
        {load.value?.items.map((compound) => (
          <CardLink
            key={compound.id}
            onTap={() => {
              chooseCompound(compound.id);
              back();
            }}
          >
            <View className="t16">{compound.name}</View>
            <View className="t14 quiet">
              {compound.street} · {compound.community}
            </View>
          </CardLink>
        ))}
      </View>
    </Page>
  );
}
