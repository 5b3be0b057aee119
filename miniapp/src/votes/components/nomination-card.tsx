import { View } from '@tarojs/components';
import type { Nomination } from '@gongyi/shared/votes/contract-preparing';
import { Button, Card, Chip } from '../../ui';
import { NOMINATE } from '../copy';
import './vote.scss';

interface NominationCardProps {
  readonly nomination: Nomination;
  readonly maySupport: boolean;
  readonly busy: boolean;
  readonly onSupport: () => void;
}

const Checked = ({ checked }: { checked: Nomination['checked'] }) => {
  if (checked === undefined) return <Chip>{NOMINATE.unchecked}</Chip>;
  return checked.eligible ? (
    <Chip tone="success">{NOMINATE.eligible}</Chip>
  ) : (
    <Chip tone="warning">{NOMINATE.notEligible}</Chip>
  );
};

/** Who was put forward, by whom, and whether they may stand. */
export const NominationCard = ({ nomination, maySupport, busy, onSupport }: NominationCardProps) => {
  const { name, homeName, about, by, supporters, supportedByMe, mine, checked } = nomination;
  return (
    <Card>
      <View className="stack">
        <View className="row wrap">
          <View className="t20 grow">{name}</View>
          <Checked checked={checked} />
        </View>
        <View className="t14 quiet">{[homeName, NOMINATE.by[by], ...(mine ? [NOMINATE.mine] : [])].join(' · ')}</View>
        <View className="t16 vote-words">{about ?? NOMINATE.checking}</View>
        {checked?.reason === undefined ? null : <View className="t14">{checked.reason}</View>}
        <View className="row wrap">
          <View className="t14 quiet grow figure">{NOMINATE.supporters(supporters)}</View>
          {supportedByMe ? <Chip tone="brand">{NOMINATE.supported}</Chip> : null}
          {maySupport && !supportedByMe ? (
            <Button kind="secondary" loading={busy} label={`${NOMINATE.support} ${name}`} onTap={onSupport}>
              {NOMINATE.support}
            </Button>
          ) : null}
        </View>
      </View>
    </Card>
  );
};
