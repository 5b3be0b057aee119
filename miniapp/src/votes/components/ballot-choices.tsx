import { Text, View } from '@tarojs/components';
import { CHOICES } from '@gongyi/shared/votes/ballot';
import type { Choice } from '@gongyi/shared/votes/ballot';
import { Icon, Press } from '../../ui';
import { CHOICE } from '../copy';
import './vote.scss';

interface BallotChoicesProps {
  /** What is asked, for whoever hears it. */
  readonly label: string;
  readonly value: Choice | undefined;
  readonly disabled: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** 同意 / 反对 / 弃权: alike in every way, none chosen beforehand. */
export const BallotChoices = ({ label, value, disabled, onChoose }: BallotChoicesProps) => (
  <View className="ballot-choices" role="radiogroup" aria-label={label}>
    {CHOICES.map((choice) => (
      <Press
        key={choice}
        role="radio"
        className={`ballot-choice${choice === value ? ' ballot-chosen' : ''}`}
        checked={choice === value}
        disabled={disabled}
        onTap={() => onChoose(choice)}
      >
        {choice === value ? <Icon name="check" size={20} /> : null}
        <Text>{CHOICE[choice]}</Text>
      </Press>
    ))}
  </View>
);
