import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { chooseStanding, open, topInsets, useLookChoice, useMe, useStanding } from '../../platform';
import type { Standing } from '../../platform';
import { Choice, Icon, Press, Sheet } from '../../ui';
import { ROLE, RELATION, grantStanding, homeStanding } from '../../people/copy';
import { HOME } from './home-copy';

const keyOf = (standing: Standing): string =>
  standing.kind === 'home'
    ? `home ${standing.homeId}`
    : standing.kind === 'grant'
      ? `grant ${standing.grantId}`
      : 'visitor';

/** One person is often owner, steward and staff: in which quality the screens speak to them. */
const Identity = () => {
  const me = useMe();
  const standing = useStanding();
  const [choosing, setChoosing] = useState(false);
  const homes = (me?.homes ?? []).filter(({ state }) => state === 'verified');
  const grants = me?.grants ?? [];
  if (homes.length + grants.length === 0) return null;
  const options = [
    ...homes.map((home) => ({
      standing: { kind: 'home', homeId: home.homeId } as const,
      short: RELATION[home.relation],
      words: homeStanding(home),
    })),
    ...grants.map((grant) => ({
      standing: { kind: 'grant', grantId: grant.id } as const,
      short: ROLE[grant.role],
      words: grantStanding(grant),
    })),
  ];
  const now = options.find((option) => keyOf(option.standing) === keyOf(standing));
  return (
    <>
      <Press
        className="home-identity t14"
        label={`身份 ${now?.words ?? ''}，点一下切换`}
        onTap={() => setChoosing(true)}
      >
        <Icon name="person" size={16} />
        <Text>{now?.short ?? '居民'}</Text>
        <Text aria-hidden="true">▾</Text>
      </Press>
      <Sheet open={choosing} title="以什么身份使用" onClose={() => setChoosing(false)}>
        <Choice
          label="以什么身份使用"
          layout="rows"
          options={options.map((option) => ({ value: keyOf(option.standing), words: option.words }))}
          value={keyOf(standing)}
          onChange={(key) => {
            const chosen = options.find((option) => keyOf(option.standing) === key);
            if (chosen) chooseStanding(chosen.standing);
            setChoosing(false);
          }}
        />
      </Sheet>
    </>
  );
};

/** 首页's own top: compound and identity left of WeChat's capsule, the switch to 长辈版 below. */
export const HomeTop = ({ compound }: { compound: string | undefined }) => {
  const insets = topInsets();
  const { elder, choose } = useLookChoice();
  return (
    <View className="home-top" style={{ paddingTop: `${String(insets.statusBar)}px` }}>
      <View
        className="home-bar"
        style={{ minHeight: `${String(insets.bar)}px`, paddingRight: `${String(insets.right)}px` }}
      >
        <Press className="home-compound grow" onTap={() => open('district/pages/pick-compound/index')}>
          <Text className={`${elder ? 't16 home-name' : 't20'} one-line`}>{compound ?? HOME.pickCompound}</Text>
          <Text aria-hidden="true"> ▾</Text>
        </Press>
        <Identity />
      </View>
      <View className="home-under">
        <Press className="t14 home-elder" onTap={() => choose({ elder: !elder })}>
          {elder ? HOME.elderBack : HOME.elder}
        </Press>
      </View>
    </View>
  );
};
