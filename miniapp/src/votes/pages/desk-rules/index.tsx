import { View } from '@tarojs/components';
import { useState } from 'react';
import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import { getVotingRules } from '@gongyi/shared/votes/contract-preparing';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import {
  LoadState,
  Page,
  open,
  useCompoundId,
  useLoad,
  useMe,
  usePageParams,
  usePullToRefresh,
  useServerNow,
} from '../../../platform';
import { Button, EmptyState, RuleHistory, RuleLines, StatusLine, say } from '../../../ui';
import { DESK, RULES } from '../../desk-copy';
import { linesOf } from '../../desk/rule-words';
import { RulesForm } from '../../desk/rules-form';

/** The community whose rules are asked for: that of a place in the address, of one's role, or of one's compound. */
const useCommunity = (): string | undefined => {
  const me = useMe();
  const { place } = usePageParams();
  const compoundId = useCompoundId();
  const own = me?.grants.find(({ placeId }) => placeId !== undefined && placeKind(placeId) === 'community')?.placeId;
  const asked = place ?? own ?? compoundId;
  return asked === undefined ? undefined : ancestorOf(asked, 'community');
};

const Rules = ({ placeId }: { placeId: string }) => {
  const now = useServerNow();
  const load = useLoad(getVotingRules, { params: { placeId } });
  const [changing, setChanging] = useState(false);
  usePullToRefresh(load.reload);
  const { value } = load;
  return (
    <Page
      title={RULES.title}
      action={
        value?.mayChange === true ? (
          <Button wide kind="secondary" onTap={() => setChanging(true)}>
            {RULES.change}
          </Button>
        ) : undefined
      }
    >
      {value === undefined ? (
        <LoadState load={load} />
      ) : (
        <View className="stack">
          <StatusLine>{RULES.fixed}</StatusLine>
          <RuleLines title={RULES.version(value.version)} lines={linesOf(value.rules)} note={RULES.running} />
          <RuleHistory
            title={RULES.history}
            none={RULES.noHistory}
            versionWords={RULES.version}
            changes={value.changes.map(({ rules, ...change }) => ({ ...change, lines: linesOf(rules) }))}
            first={linesOf(DEFAULT_VOTING_RULES)}
            now={now}
          />
        </View>
      )}
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
};

/** 表决规则: what local rules set for a community's votes, who changed it when and why. */
export default function DeskRulesPage() {
  const placeId = useCommunity();
  if (placeId !== undefined) return <Rules placeId={placeId} />;
  return (
    <Page title={RULES.title}>
      <EmptyState
        words={DESK.pick}
        action={<Button onTap={() => open('district/pages/pick-compound/index')}>{DESK.pickVerb}</Button>}
      />
    </Page>
  );
}
