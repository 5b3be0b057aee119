import { Input, View } from '@tarojs/components';
import { Icon } from './icon';
import { Press } from './press';
import { WORDS } from './words';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly focus?: boolean;
  readonly onChange: (words: string) => void;
  readonly onSearch: () => void;
}

/** Words to look for; Enter or the keyboard's search key looks. */
export const SearchBox = ({ label, value, placeholder, focus, onChange, onSearch }: SearchBoxProps) => (
  <View className="field-box" role="search">
    <Icon name="search" />
    <Input
      className="field-input"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      placeholderClass="field-placeholder"
      confirmType="search"
      focus={focus === true}
      maxlength={40}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={onSearch}
    />
    {value === '' ? null : (
      <Press className="sheet-close" label={WORDS.clear} onTap={() => onChange('')}>
        <Icon name="close" size={18} />
      </Press>
    )}
  </View>
);
