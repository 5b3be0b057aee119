import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A label, what is filled in, and below it what is wrong or how to do it. The control names `errorId(id)`. */
export const Field = ({ id, label, optional, hint, error, children }: FieldProps) => (
  <View className={`field${error ? ' field-wrong' : ''}`}>
    <View className="field-label">
      <Text>{label}</Text>
      {optional ? <Text className="quiet t14">（可不填）</Text> : null}
    </View>
    {children}
    {error ? (
      <View className="field-error" id={errorId(id)} role="alert">
        <Icon name="warning" size={16} />
        <Text>{error}</Text>
      </View>
    ) : hint ? (
      <View className="field-hint" id={errorId(id)}>
        {hint}
      </View>
    ) : null}
  </View>
);

export const errorId = (id: string): string => `${id}-told`;
