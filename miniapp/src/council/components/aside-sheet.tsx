import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AgendaItem } from '@gongyi/shared/council/session';
import { Choice } from '../../ui';
import { CHAIR } from '../session-copy';
import type { Chair } from '../use-chair';
import { WordsSheet } from './words-sheet';

const WAYS = [
  { value: 'defer', words: CHAIR.defer, hint: CHAIR.deferHint },
  { value: 'refer', words: CHAIR.refer, hint: CHAIR.referHint },
] as const;

/** No agreement: to a later session, or onward to the street; with the reason, which everybody reads. */
export const AsideSheet = ({ item, chair }: { item: AgendaItem; chair: Chair }) => {
  const [to, setTo] = useState<'defer' | 'refer'>();
  const [tried, setTried] = useState(false);
  return (
    <WordsSheet
      title={CHAIR.asideTitle}
      label={CHAIR.asideLabel}
      verb={CHAIR.asideDo}
      act={chair.act}
      onSend={(reason) => {
        setTried(true);
        if (to !== undefined) void chair.setAside(item.topicId, to, reason);
      }}
      onClose={chair.close}
    >
      <View className="t16">{item.title}</View>
      <Choice
        label={CHAIR.asideTo}
        layout="rows"
        options={WAYS}
        value={to}
        error={tried && to === undefined ? CHAIR.asideMissing : undefined}
        onChange={setTo}
      />
    </WordsSheet>
  );
};
