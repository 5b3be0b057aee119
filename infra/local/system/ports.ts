import { isPortFree } from '../http/free-port';

/** Said to a person, without a stack: the system cannot start for a reason they can remove. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** The app's port: 8311 or `PORT`; 0 takes any free one. */
export const askedPort = (text: string | undefined): number => {
  const port = text === undefined || text === '' ? 8311 : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CannotStart(`PORT=${text ?? ''} is no port.`);
  return port;
};

/** Refuses with words when another program listens on the app's port. */
export const claimPort = async (port: number): Promise<void> => {
  if (port === 0 || (await isPortFree(port))) return;
  throw new CannotStart(
    `Port ${String(port)} is taken by another program (perhaps by this system, already running). ` +
      `End that one, or choose another port: PORT=${String(port + 100)} npm start`,
  );
};

/** The stand-ins sit beside the app where that is free, so that addresses stay the same; else anywhere. */
export const portBeside = async (port: number, step: number): Promise<number> =>
  port > 0 && port + step <= 65_535 && (await isPortFree(port + step)) ? port + step : 0;
