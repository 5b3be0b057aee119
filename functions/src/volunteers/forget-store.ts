import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { TableName, queryAll, table } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { Key } from '../platform/table-shape';

const removeItem = async ({ pk, sk }: Key): Promise<void> => {
  await table().send(new DeleteCommand({ TableName: TableName(), Key: { pk, sk } }));
};

/** Removes a certificate: who checks its code finds nothing. */
export const forgetCertificate = (code: string): Promise<void> => removeItem(keys.certificate(code));

/** Everything that lies under a volunteer, the profile last, so that a run cut short is made again. */
export const forgetVolunteer = async (volunteerId: string): Promise<void> => {
  const { pk, sk: profile } = keys.volunteer(volunteerId);
  const items = await queryAll({ pk, consistent: true });
  const places = items.map((item) => ({ pk, sk: String(item['sk']) }));
  for (const place of places) if (place.sk !== profile) await removeItem(place);
  await removeItem({ pk, sk: profile });
};

/** Takes somebody's line out of a leader's list. */
export const forgetLine = (shiftId: string, slotId: string, volunteerId: string): Promise<void> =>
  removeItem(keys.rosterLine(shiftId, slotId, volunteerId));
