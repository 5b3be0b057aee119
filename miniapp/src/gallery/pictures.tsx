import { View } from '@tarojs/components';
import { Bar, BeforeAfter, Card, FourTable, PhotoGrid } from '../ui';
import { QrCode } from '../ui/qr-code';

const picture = (words: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="slategray"/><text x="4" y="18" font-size="8" fill="white">${words}</text></svg>`)}`;

const FILLS = {
  'committee-of-residents': 0.9,
  'party-branch': 1,
  'owners-committee': undefined,
  'property-company': 0.62,
};
const NUMBERS = {
  'committee-of-residents': '按时 9/10',
  'party-branch': '按时 4/4',
  'owners-committee': '暂无',
  'property-company': '按时 31/50',
};
const NONE = {
  'committee-of-residents': undefined,
  'party-branch': undefined,
  'owners-committee': undefined,
  'property-company': undefined,
};

export const Pictures = () => (
  <>
    <Card title="四方桌">
      <View className="row">
        <FourTable fills={FILLS} numbers={NUMBERS} figure="3/4" caption="方已到" onSide={() => undefined} />
        <FourTable fills={NONE} numbers={{ ...NUMBERS, 'party-branch': '暂无' }} figure="—" caption="暂无" />
      </View>
    </Card>
    <Card title="照片">
      <PhotoGrid
        photos={[
          { key: 'a', src: picture('门灯'), state: 'ready', label: '照片 1' },
          { key: 'b', src: picture('墙角'), state: 'sending', progress: 0.42, label: '照片 2' },
          { key: 'c', src: picture('管道'), state: 'failed', label: '照片 3' },
          { key: 'd', state: 'checking', label: '照片 4' },
        ]}
        onAdd={() => undefined}
        onRemove={() => undefined}
        onRetry={() => undefined}
        onOpen={() => undefined}
      />
    </Card>
    <Card title="身边事">
      <BeforeAfter
        before={picture('坏了')}
        after={picture('亮了')}
        words="3号楼门灯 · 2小时修好"
        onTap={() => undefined}
      />
    </Card>
    <Card title="参与">
      <View className="stack">
        <Bar label="面积" part={0.71} line={2 / 3} numbers="18,642.10 / 26,256.48 ㎡" />
        <Bar label="人数" part={0.58} line={2 / 3} numbers="142 / 245 人" tone="success" />
      </View>
    </Card>
    <Card title="扫一扫">
      <QrCode words="https://example.org/s/8f3k2m" label="登录二维码" />
    </Card>
  </>
);
