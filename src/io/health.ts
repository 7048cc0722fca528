import { get } from 'node:http';
import type { Config } from './config.ts';

/** Milliseconds until silence is an answer. */
const PATIENCE = 3000;
/** Addresses that mean "all of this machine", and the one to ask instead. */
const ANY: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Asks the bot that runs with the same settings whether it is alive; for the health check of a container.
 * @returns true as well where no platform is configured: the terminal chat has no HTTP side, and it lives as long as its container
 */
export function isHealthy({ host, port, discord, slack }: Config): Promise<boolean> {
  if (!discord && !slack) return Promise.resolve(true);
  return new Promise(resolve => {
    const request = get(
      { host: ANY[host] ?? host, port, path: '/healthz', timeout: PATIENCE, agent: false },
      response => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
    request.once('close', () => resolve(false));
  });
}
