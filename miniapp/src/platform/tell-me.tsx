import { View } from '@tarojs/components';
import type { Template } from '@gongyi/shared/notices/contract';
import { Button, Card } from '../ui';
import { useSubscriptions } from './subscribe';

const TELL = {
  title: '有进展时微信提醒我',
  left: (left: number): string => `还可提醒 ${String(left)} 次`,
  verb: '提醒我',
  more: '再加一次',
} as const;

interface TellMeProps {
  readonly templates: readonly Template[];
  /** When a message comes: the reason to allow one. */
  readonly hint: string;
  /** Within a card that is there already. */
  readonly inCard?: boolean;
}

/** Asks for one more message on the phone, on a tap, with the reason. Nothing where WeChat has none to give. */
export const TellMe = ({ templates, hint, inCard = false }: TellMeProps) => {
  const { remaining: left = 0, ask, possible } = useSubscriptions(templates);
  if (!possible) return null;
  const row = (
    <View className="row">
      <View className="grow">
        <View className="t16">{TELL.title}</View>
        <View className="t14 quiet figure">{left > 0 ? TELL.left(left) : hint}</View>
      </View>
      <Button kind="secondary" onTap={() => void ask()}>
        {left > 0 ? TELL.more : TELL.verb}
      </Button>
    </View>
  );
  return inCard ? row : <Card>{row}</Card>;
};
