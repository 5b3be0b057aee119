import { Agent } from 'node:http';

/**
 * Connections that stay open from call to call. Idle ones are given up long before a server ends them: Node's
 * clients by themselves wait just as long as its servers do, and a call sent on a connection that ends right then
 * hangs up unheard.
 */
export const keptOpen = (maxSockets = Infinity): Agent => new Agent({ keepAlive: true, timeout: 5000, maxSockets });
