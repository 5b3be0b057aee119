import { View } from '@tarojs/components';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { canShowMap, showOnMap } from '../../platform';
import { Button, Card } from '../../ui';
import { CheckedPhotos } from './checked-photos';

const CHANNEL_WORDS: Record<RequestView['channel'], string> = {
  app: '',
  code: '扫码报的',
  phone: '电话报的',
  'on-behalf': '工作人员代报',
  'hotline-12345': '12345 转来',
};

const hiddenWords = (state: RequestView['wordsState']): string =>
  state === 'held' ? '文字未通过审核，不显示' : '文字审核中，通过后显示';

const OnMap = ({ view }: { view: RequestView }) => {
  const { point, placeName } = view.spot;
  if (point === undefined || !canShowMap) return null;
  return (
    <Button kind="secondary" onTap={() => showOnMap(point, placeName)}>
      在地图上看位置
    </Button>
  );
};

/** What was filed: words, photos, answers, from whom; and the proof once there is one. */
export const RequestBody = ({ view }: { view: RequestView }) => (
  <>
    <Card title="报的是什么">
      <View className="stack">
        {view.words === undefined ? (
          <View className="t16 quiet">{hiddenWords(view.wordsState)}</View>
        ) : (
          <View className="t16">{view.words}</View>
        )}
        <CheckedPhotos photos={view.photos} name="报事" />
        {view.answers.map(({ question, answer }) => (
          <View key={question} className="t14">
            {question} {answer}
          </View>
        ))}
        <View className="t14 quiet">
          {[
            view.filerName,
            CHANNEL_WORDS[view.channel],
            view.spot.words,
            view.visibility === 'private' ? '只有本户和办理人员可见' : '邻居可见',
          ]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </View>
        <OnMap view={view} />
        {view.hotline === undefined ? null : (
          <View className="t14 quiet figure">12345 工单号 {view.hotline.number}</View>
        )}
      </View>
    </Card>
    {view.proof === undefined ? null : (
      <Card title="办理结果">
        <View className="stack">
          <View className="t16">{view.proof.words}</View>
          {view.proof.before.length > 0 ? <View className="t14 quiet">处理前</View> : null}
          <CheckedPhotos photos={view.proof.before} name="处理前" />
          {view.proof.after.length > 0 ? <View className="t14 quiet">处理后</View> : null}
          <CheckedPhotos photos={view.proof.after} name="处理后" />
        </View>
      </Card>
    )}
  </>
);
