import { appointAdministrator } from '../people/appoint-administrator';

/**
 * An operator's tool, run with credentials that may write the table:
 * `tsx functions/src/entry/appoint-administrator.ts <phone> <place id> <place name>`.
 */
const [phone, placeId, placeName] = process.argv.slice(2);
if (phone === undefined || placeId === undefined || placeName === undefined) {
  process.stderr.write('Say who and where: <phone> <place id> <place name>\n');
  process.exitCode = 2;
} else {
  const { personId } = await appointAdministrator({ phone, placeId, placeName, now: Date.now() });
  process.stdout.write(`${personId}\n`);
}
