import type { OrganisationCard } from '@gongyi/shared/district/contract';
import type { OrganisationKind } from '@gongyi/shared/district/organisation';

/** Who is called first; the rest follow in this order. */
const ORDER: readonly (readonly [OrganisationKind, string])[] = [
  ['property-company', '物业'],
  ['street-property-office', '街道物业办'],
  ['committee-of-residents', '居委会'],
  ['utility', '专营单位'],
  ['lift-maintenance', '电梯维保'],
  ['street-office', '街道'],
  ['command-centre', '指挥中心'],
];

export interface DutyNumber {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
}

/** Numbers to call, those of the compound's own first. Organisations without a number are left out. */
export const dutyNumbers = (serving: readonly OrganisationCard[]): DutyNumber[] =>
  ORDER.flatMap(([kind, role]) =>
    serving.flatMap((card) =>
      card.kind === kind && card.phone !== undefined ? [{ name: card.name, role, phone: card.phone }] : [],
    ),
  );
