import { View } from '@tarojs/components';
import { useState } from 'react';
import { MATTERS, isReserved } from '@gongyi/shared/council/topic-matters';
import type { Matter } from '@gongyi/shared/council/topic-matters';
import { MATTER_WORDS } from '@gongyi/shared/votes/matters';
import { Button, Choice, Sheet } from '../../ui';
import { MATTER, PROPOSE } from '../topic-copy';

const hintOf = (matter: Matter): string => {
  if (!isReserved(matter)) return PROPOSE.matterCommon;
  const { item, words } = MATTER_WORDS[matter];
  return PROPOSE.matterOwnersHint(item, words);
};

/** What kind of matter it is: almost always the compound's common affairs; else one the law leaves to the owners. */
export const ProposeMatter = ({ value, onChange }: { value: Matter; onChange: (matter: Matter) => void }) => {
  const [open, setOpen] = useState(false);
  return (
    <View className="row wrap">
      <View className="grow">
        <View className="t14 quiet">{PROPOSE.matter}</View>
        <View className="t16">{MATTER[value]}</View>
        <View className="t14 quiet">{isReserved(value) ? PROPOSE.matterOwners : PROPOSE.matterCommon}</View>
      </View>
      <Button kind="secondary" onTap={() => setOpen(true)}>
        {PROPOSE.matterChange}
      </Button>
      <Sheet open={open} title={PROPOSE.matter} onClose={() => setOpen(false)}>
        <View className="stack">
          <View className="t14">{PROPOSE.matterHow}</View>
          <Choice
            label={PROPOSE.matter}
            layout="rows"
            options={MATTERS.map((matter) => ({ value: matter, words: MATTER[matter], hint: hintOf(matter) }))}
            value={value}
            onChange={(matter) => {
              onChange(matter);
              setOpen(false);
            }}
          />
        </View>
      </Sheet>
    </View>
  );
};
