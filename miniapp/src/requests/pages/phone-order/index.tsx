import { View } from '@tarojs/components';
import { useState } from 'react';
import { CATEGORIES, CATEGORY_KEYS } from '@gongyi/shared/requests/category';
import type { Category } from '@gongyi/shared/requests/category';
import { DAY } from '@gongyi/shared/kernel/time';
import { PlaceSheet } from '../../../district/components/place-sheet';
import { OutboxLines, Page, open, serverNow, useCompoundId, useMe, usePageParams } from '../../../platform';
import { Button, Card, CardLink, Choice, MomentField, Sheet, StatusLine, TextArea, TextField, say } from '../../../ui';
import { usePhoneOrder } from '../../use-phone-order';
import type { Channel, PhoneOrder } from '../../use-phone-order';

const CHANNELS: readonly { readonly value: Channel; readonly words: string }[] = [
  { value: 'phone', words: '来电' },
  { value: 'on-behalf', words: '当面代报' },
  { value: 'hotline-12345', words: '12345 转来' },
];

const Caller = ({ order, onPick }: { order: PhoneOrder; onPick: () => void }) => (
  <Card>
    <View className="stack">
      <TextField
        label="来电号码"
        optional
        value={order.phone}
        keyboard="number"
        maxLength={20}
        onChange={order.setPhone}
      />
      {order.homes.length > 1 ? (
        <Choice
          label="这个号码有几套房，是哪一套？"
          layout="rows"
          options={order.homes.map((home) => ({ value: home.homeId, words: home.homeName, hint: home.name }))}
          value={order.at?.id}
          onChange={(id) => {
            const home = order.homes.find(({ homeId }) => homeId === id);
            if (home) order.setPlace({ id, name: home.homeName });
          }}
        />
      ) : null}
      <CardLink onTap={onPick}>
        <View className="t14 quiet">地点</View>
        <View className="t16">{order.at?.name ?? '点这里选楼、单元、房号或公共部位'}</View>
      </CardLink>
      <TextField label="称呼" optional value={order.name} maxLength={40} onChange={order.setName} />
    </View>
  </Card>
);

const Kind = ({ order }: { order: PhoneOrder }) => {
  const [choosing, setChoosing] = useState(false);
  const category: Category | undefined = order.category === undefined ? undefined : CATEGORIES[order.category];
  return (
    <>
      <CardLink onTap={() => setChoosing(true)}>
        <View className="t14 quiet">类别</View>
        <View className="t16">{category?.name ?? '按说的事自动判断，点这里可改'}</View>
      </CardLink>
      {category?.questions.map((question) => (
        <Choice
          key={question.key}
          label={question.words}
          options={question.choices.map((choice) => ({ value: choice, words: choice }))}
          value={order.answers[question.key]}
          onChange={(answer) => order.setAnswers({ ...order.answers, [question.key]: answer })}
        />
      ))}
      <Sheet open={choosing} title="类别" onClose={() => setChoosing(false)}>
        <Choice
          label="类别"
          options={CATEGORY_KEYS.map((key) => ({ value: key, words: CATEGORIES[key].name }))}
          value={order.category}
          onChange={(key) => {
            order.setChosen(key);
            setChoosing(false);
          }}
        />
      </Sheet>
    </>
  );
};

/** 电话代录: a call becomes an order in seconds; the same page serves 代报 and 12345. */
export default function PhoneOrderPage() {
  const me = useMe();
  const { organisation, place } = usePageParams();
  const compoundId = useCompoundId();
  const order = usePhoneOrder(
    organisation ?? me?.grants.find(({ organisationId }) => organisationId !== undefined)?.organisationId,
  );
  const [picking, setPicking] = useState(false);
  const [asked, setAsked] = useState(false);
  const root = compoundId ?? place;
  const send = async () => {
    setAsked(true);
    const id = await order.send();
    if (id === undefined) return;
    setAsked(false);
    say('已录入');
    open('requests/pages/detail/index', { id });
  };
  return (
    <Page
      title="电话代录"
      action={
        <Button wide loading={order.busy} onTap={() => void send()}>
          录入工单
        </Button>
      }
    >
      <View className="stack">
        <Choice label="从哪儿来" options={CHANNELS} value={order.channel} onChange={order.setChannel} />
        <OutboxLines />
        {order.problem === undefined ? null : <StatusLine tone="warning">{order.problem}</StatusLine>}
        {asked && order.at === undefined ? <StatusLine tone="warning">请选一下地点</StatusLine> : null}
        <Caller
          order={order}
          onPick={() => (root === undefined ? open('district/pages/pick-compound/index') : setPicking(true))}
        />
        <Card>
          <View className="stack">
            <TextArea
              label="说的什么事"
              placeholder="例如：厨房水管一直漏"
              value={order.words}
              maxLength={1000}
              error={asked && order.words.trim() === '' ? '请写一句' : undefined}
              onChange={order.setWords}
            />
            <Kind order={order} />
          </View>
        </Card>
        {order.channel === 'hotline-12345' ? (
          <Card title="12345 工单">
            <View className="stack">
              <TextField label="工单号" value={order.hotlineNumber} maxLength={40} onChange={order.setHotlineNumber} />
              <MomentField
                label="热线要求的办结时间"
                value={order.hotlineDue ?? serverNow() + 3 * DAY}
                onChange={order.setHotlineDue}
              />
            </View>
          </Card>
        ) : null}
      </View>
      {root === undefined ? null : (
        <PlaceSheet
          open={picking}
          title="选地点"
          root={{ id: root, name: '' }}
          kinds={['compound', 'building', 'entrance', 'home']}
          onPick={(picked) => {
            order.setPlace(picked);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Page>
  );
}
