import { View } from '@tarojs/components';
import { Button } from './button';
import { Icon } from './icon';
import { WORDS } from './words';

interface PersonLineProps {
  /** By role first: 物业 24 小时, 网格员. */
  readonly role: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly onCall?: () => void;
}

/** Somebody to turn to: role, name, number in figures, and a button to call. No faces, no avatars. */
export const PersonLine = ({ role, name, phone, onCall }: PersonLineProps) => (
  <View className="person">
    <View className="grow">
      <View className="t16 person-role">{role}</View>
      <View className="t14 quiet figure">
        {name}
        {name && phone ? ' · ' : ''}
        {phone}
      </View>
    </View>
    {phone && onCall ? (
      <Button kind="secondary" label={`${WORDS.call} ${role} ${phone}`} onTap={onCall}>
        <Icon name="phone" size={18} /> {WORDS.call}
      </Button>
    ) : null}
  </View>
);
