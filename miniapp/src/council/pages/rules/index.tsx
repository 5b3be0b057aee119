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
import { Button, EmptyState, ErrorState, RuleHistory, RuleLines, Skeleton, say } from '../../../ui';
import type { RuleLine } from '../../../ui';
import { RulesForm } from '../../components/rules-form';
import { NUMBER_RULES, SWITCH_RULES } from '../../rule-words';
import { CALL, RULES } from '../../session-copy';

const linesOf = (rules: CouncilRules): RuleLine[] => [
  ...NUMBER_RULES.map(({ rule, words, unit }) => ({ key: rule, words, value: `${String(rules[rule])} ${unit}` })),
  ...SWITCH_RULES.map(({ rule, words }) => ({ key: rule, words, value: rules[rule] ? RULES.yes : RULES.no })),
];

const Rules = ({ value }: { value: RulesHistory }) => (
  <RuleLines
    title={value.version === 0 ? RULES.byDefault : `${RULES.version} ${String(value.version)} ${RULES.versionTail}`}
    lines={linesOf(value.rules)}
    note={RULES.running}
  />
);

const History = ({ value }: { value: RulesHistory }) => {
  const now = useServerNow();
  return (
    <RuleHistory
      title={RULES.history}
      none={RULES.noHistory}
      versionWords={(version) => `第 ${String(version)} ${RULES.versionTail}`}
      changes={value.changes.map(({ rules, ...change }) => ({ ...change, lines: linesOf(rules) }))}
      first={linesOf(DEFAULT_COUNCIL_RULES)}
      now={now}
    />
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
