import { View } from '@tarojs/components';
import { Button, Card, CardLink, Due, EmptyState, ErrorState, PersonLine, Skeleton, Timeline } from '../ui';

const HOUR = 3_600_000;
const NOW = 1_795_000_000_000;

export const Lists = () => (
  <>
    <CardLink onTap={() => undefined}>
      <View className="row">
        <View className="grow t16">3-2-501 厨房漏水</View>
        <Due at={NOW + 3 * HOUR} now={NOW} />
      </View>
      <View className="t14 quiet">物业 李* · 3户也遇到</View>
    </CardLink>
    <Card title="今日值班">
      <PersonLine role="物业 24 小时" name="安居物业" phone="0474-8220000" onCall={() => undefined} />
      <PersonLine role="网格员" name="王**" phone="0474-8220001" onCall={() => undefined} />
    </Card>
    <Card title="进展">
      <Timeline
        entries={[
          {
            key: '4',
            title: '物业已完工，等您确认',
            by: '物业 李*',
            when: '今天 15:20',
            tone: 'success',
            body: '换了三通接头，试水不漏。',
          },
          {
            key: '3',
            title: '暂缓办理',
            by: '物业 李*',
            when: '今天 10:05',
            tone: 'warning',
            body: '等配件，明天 18:00 前恢复',
          },
          { key: '2', title: '物业已接单', by: '物业', when: '昨天 17:40' },
          { key: '1', title: '您报了这件事', by: '您', when: '昨天 17:31' },
        ]}
      />
    </Card>
    <Skeleton rows={1} />
    <Card>
      <EmptyState
        words="还没有报过事"
        hint="灯坏了、漏水、楼道堵了，都可以报"
        action={<Button kind="secondary">报一件</Button>}
      />
    </Card>
    <Card>
      <ErrorState words="没有收到回应，可能是网络不好。" onRetry={() => undefined} />
    </Card>
  </>
);
