import { ancestorOf } from '@gongyi/shared/district/place';
import { listTeamKinds } from '@gongyi/shared/volunteers/contract-teams';
import { useLoad } from '../../platform';
import { Filter } from '../../ui';
import { VOLUNTEERS } from './copy';

export type Scope = 'community' | 'street' | 'district';

/** The place that is looked over from a compound. */
export const placeOf = (compoundId: string, scope: Scope): string => ancestorOf(compoundId, scope) ?? compoundId;

interface ScopeFilterProps {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** How far around one looks; the street when nothing else is said. */
export const ScopeFilter = ({ value, onChange }: ScopeFilterProps) => (
  <Filter
    label={VOLUNTEERS.scope}
    all={VOLUNTEERS.scopes.street}
    resting={VOLUNTEERS.scopes.street}
    options={(['community', 'district'] as const).map((scope) => ({ value: scope, words: VOLUNTEERS.scopes[scope] }))}
    value={value === 'street' ? undefined : value}
    onChange={(scope) => onChange(scope ?? 'street')}
  />
);

interface KindFilterProps {
  readonly compoundId: string;
  readonly value: string | undefined;
  readonly onChange: (kind: string | undefined) => void;
}

/** By kind of team, as the district has them. */
export const KindFilter = ({ compoundId, value, onChange }: KindFilterProps) => {
  const kinds = useLoad(listTeamKinds, { params: { placeId: placeOf(compoundId, 'district') } });
  return (
    <Filter
      label={VOLUNTEERS.kind}
      all={VOLUNTEERS.all}
      options={(kinds.value?.items ?? []).map(({ id, name }) => ({ value: id, words: name }))}
      value={value}
      onChange={onChange}
    />
  );
};
