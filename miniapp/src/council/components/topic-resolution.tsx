import { View } from '@tarojs/components';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import type { TopicView } from '@gongyi/shared/council/contract';
import { Card, Chip, clockWords } from '../../ui';
import { PARTY, RESOLUTION } from '../topic-copy';

const names = (parties: readonly Party[]): string => parties.map((party) => PARTY[party]).join('、');

/** 议定事项: what was resolved, how, and how each party stood. */
export const TopicResolution = ({ view, now }: { view: TopicView; now: number }) => {
  const { resolution, table } = view;
  if (resolution === undefined) return null;
  const reserving = PARTIES.filter((party) => table.some((side) => side.party === party && side.stance === 'reserve'));
  const groups = [
    resolution.agreeing.length > 0 ? RESOLUTION.agreeing(names(resolution.agreeing)) : undefined,
    resolution.objecting.length > 0 ? RESOLUTION.objecting(names(resolution.objecting)) : undefined,
    reserving.length > 0 ? RESOLUTION.reserving(names(reserving)) : undefined,
  ];
  return (
    <Card
      title={RESOLUTION.title}
      aside={
        <Chip tone={resolution.agreed ? 'success' : 'plain'}>
          {resolution.agreed ? RESOLUTION[resolution.by] : RESOLUTION.failed}
        </Chip>
      }
    >
      <View className="stack">
        <View className="t16">{resolution.words}</View>
        <View>
          {groups.map((group) =>
            group === undefined ? null : (
              <View key={group} className="t14">
                {group}
              </View>
            ),
          )}
        </View>
        <View className="t14 quiet figure">{RESOLUTION.when(clockWords(resolution.at, now))}</View>
      </View>
    </Card>
  );
};
