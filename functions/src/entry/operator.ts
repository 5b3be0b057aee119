/**
 * What an operator runs with their own credentials, not through the API: no function is built from this
 * file, and what it offers stands in no function's bundle.
 */
export { appointAdministrator } from '../people/appoint-administrator';
