import type { OrganisationCard } from '@gongyi/shared/district/contract';
import type { Organisation } from '@gongyi/shared/district/organisation';

/** What everybody may see of an organisation. */
export const cardOf = ({ id, kind, name, utility, phone }: Organisation): OrganisationCard => ({
  id,
  kind,
  name,
  ...(utility === undefined ? {} : { utility }),
  ...(phone === undefined ? {} : { phone }),
});
