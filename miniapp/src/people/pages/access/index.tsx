import { View } from '@tarojs/components';
import { listAccess } from '@gongyi/shared/people/contract';
import { Page, usePagedList, useServerNow } from '../../../platform';
import { Card, EmptyState, ListView, clockWords } from '../../../ui';

/** Who looked at my number or name, when and in which role. */
export default function AccessPage() {
  const now = useServerNow();
  const list = usePagedList(listAccess, {});
  return (
    <Page title="谁看过我的信息">
      <ListView
        state={list.state}
        keyOf={(entry) => `${String(entry.at)} ${entry.what}`}
        row={(entry) => (
          <Card>
            <View className="t16">{`${entry.role} 查看了${entry.what}`}</View>
            <View className="t14 quiet figure">
              {clockWords(entry.at, now)}
              {entry.place === undefined ? '' : ` · ${entry.place}`}
            </View>
          </Card>
        )}
        empty={<EmptyState words="还没有人看过您的电话或姓名" hint="办理人员每看一次，这里都会记一条。" />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
    </Page>
  );
}
