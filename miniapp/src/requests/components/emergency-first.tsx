import { View } from '@tarojs/components';
import { CATEGORIES } from '@gongyi/shared/requests/category';
import type { Category, CategoryKey } from '@gongyi/shared/requests/category';
import type { OrganisationCard } from '@gongyi/shared/district/contract';
import { Card, PersonLine } from '../../ui';
import { callPhone } from '../../platform';
import { COPY } from '../copy';

interface EmergencyFirstProps {
  readonly category: CategoryKey;
  readonly organisations: readonly OrganisationCard[];
}

interface Number {
  readonly role: string;
  readonly phone: string;
}

/** Whom to call for what, most urgent first: fire 119, then who can act on the spot. */
const numbers = (category: CategoryKey, organisations: readonly OrganisationCard[]): Number[] => {
  const { utility }: Category = CATEGORIES[category];
  const of = (kind: OrganisationCard['kind']) =>
    organisations.flatMap((each) =>
      each.kind === kind && each.phone !== undefined && (kind !== 'utility' || each.utility === utility)
        ? [{ role: each.name, phone: each.phone }]
        : [],
    );
  const fire: Number[] = category === 'burst-pipe' ? [] : [{ role: '消防救援', phone: '119' }];
  const property = of('property-company');
  return [
    ...(category === 'gas-leak' ? of('utility') : []),
    ...fire,
    ...(property.length > 0 ? property : of('street-property-office')),
  ];
};

/** Emergencies do not begin with a form: the numbers stand first, big, the form after. */
export const EmergencyFirst = ({ category, organisations }: EmergencyFirstProps) => (
  <Card title={COPY.file.emergency} className="emergency-first">
    <View className="stack">
      {numbers(category, organisations).map(({ role, phone }) => (
        <PersonLine key={phone} role={role} phone={phone} onCall={() => callPhone(phone)} />
      ))}
      <View className="t14 quiet">{COPY.file.emergencyThen}</View>
    </View>
  </Card>
);
