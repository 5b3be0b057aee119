import { View } from '@tarojs/components';
import { useState } from 'react';
import { getCouncilRules } from '@gongyi/shared/council/contract';
import type { RulesHistory } from '@gongyi/shared/council/contract';
import type { CouncilRules } from '@gongyi/shared/council/council-rules';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import {
  Page,
  open,
  useCompoundId,
  useMe,
  usePageParams,
  useLoad,
  usePullToRefresh,
  useServerNow,
} from '../../../platform';
import { Button, Card, EmptyState, ErrorState, Skeleton, Timeline, clockWords, say } from '../../../ui';
import { RulesForm } from '../../components/rules-form';
import { NUMBER_RULES, SWITCH_RULES } from '../../rule-words';
import { CALL, RULES } from '../../session-copy';
import '../../components/session.scss';

interface Line {
  readonly key: string;
  readonly words: string;
  readonly value: string;
}

const linesOf = (rules: CouncilRules): Line[] => [
  ...NUMBER_RULES.map(({ rule, words, unit }) => ({ key: rule, words, value: `${String(rules[rule])} ${unit}` })),
  ...SWITCH_RULES.map(({ rule, words }) => ({ key: rule, words, value: rules[rule] ? RULES.yes : RULES.no })),
];

/** What a version changed against the one before it: 公示几天：7 天 → 10 天. */
const changedWords = (rules: CouncilRules, before: CouncilRules): string[] => {
  const earlier = linesOf(before);
  return linesOf(rules).flatMap(({ key, words, value }) => {
    const was = earlier.find((line) => line.key === key)?.value ?? '';
    return was === value ? [] : [`${words}：${was} → ${value}`];
  });
};

const Rules = ({ value }: { value: RulesHistory }) => (
  <Card
    title={value.version === 0 ? RULES.byDefault : `${RULES.version} ${String(value.version)} ${RULES.versionTail}`}
  >
    {linesOf(value.rules).map(({ key, words, value: now }) => (
      <View key={key} className="row seat">
        <View className="t16 grow">{words}</View>
        <View className="t16 figure">{now}</View>
      </View>
    ))}
    <View className="t14 quiet">{RULES.running}</View>
  </Card>
);

const History = ({ value }: { value: RulesHistory }) => {
  const now = useServerNow();
  const newest = [...value.changes].sort((a, b) => b.version - a.version);
  return (
    <Card title={RULES.history}>
      {newest.length === 0 ? <View className="t16 quiet">{RULES.noHistory}</View> : null}
      <Timeline
        entries={newest.map(({ version, rules, at, byName, reason }, index) => ({
          key: String(version),
          title: `第 ${String(version)} ${RULES.versionTail}`,
          by: byName,
          when: clockWords(at, now),
          body: (
            <View className="stack">
              <View className="t16">{reason}</View>
              {changedWords(rules, newest[index + 1]?.rules ?? DEFAULT_COUNCIL_RULES).map((words) => (
                <View key={words} className="t14">
                  {words}
                </View>
              ))}
            </View>
          ),
        }))}
      />
    </Card>
  );
};

/** The community whose rules are asked for: its own id or that of a place in it; else that of one's role or compound. */
const useCommunity = (): string | undefined => {
  const me = useMe();
  const { place } = usePageParams();
  const compoundId = useCompoundId();
  const own = me?.grants.find(({ placeId }) => placeId !== undefined && placeKind(placeId) === 'community')?.placeId;
  const asked = place ?? own ?? compoundId;
  return asked === undefined ? undefined : ancestorOf(asked, 'community');
};

/** 议事规则: every time limit and quorum of a community's councils, who changed them when and why. */
export default function RulesPage() {
  const placeId = useCommunity();
  const load = useLoad(getCouncilRules, placeId === undefined ? undefined : { params: { placeId } });
  const [changing, setChanging] = useState(false);
  usePullToRefresh(load.reload);
  const { value, status } = load;
  const nowhere = placeId === undefined;
  return (
    <Page
      title={RULES.title}
      {...(value?.mayChange === true
        ? {
            action: (
              <Button wide kind="secondary" onTap={() => setChanging(true)}>
                {RULES.change}
              </Button>
            ),
          }
        : {})}
    >
      <View className="stack">
        {nowhere ? (
          <EmptyState
            words={RULES.pick}
            action={<Button onTap={() => open('district/pages/pick-compound/index')}>{CALL.pickVerb}</Button>}
          />
        ) : null}
        {status === 'loading' && value === undefined && !nowhere ? <Skeleton rows={5} /> : null}
        {status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        {value === undefined ? null : (
          <>
            <Rules value={value} />
            <History value={value} />
          </>
        )}
      </View>
      {changing && value !== undefined ? (
        <RulesForm
          history={value}
          onSaved={(saved) => {
            load.replace(saved);
            setChanging(false);
            say(RULES.saved);
          }}
          onOutdated={() => void load.reload()}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Page>
  );
}
