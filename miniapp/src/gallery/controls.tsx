import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  Button,
  Card,
  Chip,
  Choice,
  Choices,
  Confirm,
  Filter,
  SearchBox,
  Sheet,
  StatusLine,
  TextArea,
  TextField,
  Tick,
  say,
} from '../ui';

const RELATIONS = [
  { value: 'owner', words: '业主' },
  { value: 'family', words: '家人' },
  { value: 'tenant', words: '租户' },
] as const;

const WAYS = [
  { value: 'message', words: '发消息给我', hint: '进展发到微信' },
  { value: 'phone', words: '打电话给我', hint: '只有经办人看得到号码' },
] as const;

const DAYS = [{ value: 'today', words: '今天' }] as const;

export const Controls = () => {
  const [words, setWords] = useState('');
  const [relation, setRelation] = useState<'owner' | 'family' | 'tenant'>();
  const [way, setWay] = useState<'message' | 'phone'>('message');
  const [skills, setSkills] = useState<readonly ('first-aid' | 'repair')[]>(['repair']);
  const [day, setDay] = useState<'today'>();
  const [ticked, setTicked] = useState(false);
  const [open, setOpen] = useState<'sheet' | 'confirm'>();
  return (
    <>
      <Card title="按钮">
        <View className="stack">
          <Button wide onTap={() => say('已记录')}>
            提交报修
          </Button>
          <Button wide loading>
            正在提交
          </Button>
          <View className="row wrap">
            <Button kind="secondary" onTap={() => setOpen('sheet')}>
              选时间
            </Button>
            <Button kind="danger" onTap={() => setOpen('confirm')}>
              撤回
            </Button>
            <Button kind="quiet">看全部</Button>
            <Button disabled>接单</Button>
          </View>
        </View>
      </Card>
      <Card title="状态">
        <View className="row wrap">
          <Chip>公共部位</Chip>
          <Chip tone="brand">办理中</Chip>
          <Chip tone="success">已修好</Chip>
          <Chip tone="warning">还剩 3 小时</Chip>
          <Chip tone="danger">已超期 2 小时</Chip>
        </View>
        <View className="stack" style={{ marginTop: '12px' }}>
          <StatusLine tone="warning" action={<Button kind="quiet">现在发</Button>}>
            厨房漏水 · 待发送
          </StatusLine>
          <StatusLine tone="success">已送达</StatusLine>
          <StatusLine tone="danger">物业李*已经接了。</StatusLine>
          <StatusLine tone="brand">还可提醒 3 次</StatusLine>
        </View>
      </Card>
      <Card title="填写">
        <View className="stack">
          <SearchBox
            label="找小区"
            value={words}
            placeholder="小区或社区的名字"
            onChange={setWords}
            onSearch={() => undefined}
          />
          <TextField
            label="姓名"
            value=""
            maxLength={40}
            placeholder="和名册上一样"
            error="请填姓名"
            onChange={() => undefined}
          />
          <TextArea
            label="哪里坏了"
            value={words}
            maxLength={1000}
            placeholder="比如：厨房水管漏水"
            hint="拍了照片也可以少写"
            onChange={setWords}
          />
          <Choice label="您是" options={RELATIONS} value={relation} onChange={setRelation} />
          <Choices
            label="会什么"
            options={[
              { value: 'first-aid', words: '急救' },
              { value: 'repair', words: '维修' },
            ]}
            values={skills}
            onChange={setSkills}
          />
          <Filter label="哪天" all="不限" options={DAYS} value={day} onChange={setDay} />
          <Choice label="怎么联系您" layout="rows" options={WAYS} value={way} onChange={setWay} />
          <Tick
            checked={ticked}
            words="匿名，邻居只看到“匿名”"
            hint="经办的工作人员能看到您是谁"
            onChange={setTicked}
          />
        </View>
      </Card>
      <Sheet
        open={open === 'sheet'}
        title="选上门时间"
        onClose={() => setOpen(undefined)}
        footer={<Button wide>就这个时间</Button>}
      >
        <Choice label="时段" layout="rows" options={WAYS} value={way} onChange={setWay} />
      </Sheet>
      <Confirm
        open={open === 'confirm'}
        title="撤回这件报事？"
        lines={['物业会看到您已撤回。', '还想修，可以再报。']}
        verb="撤回"
        danger
        onConfirm={() => setOpen(undefined)}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
};
