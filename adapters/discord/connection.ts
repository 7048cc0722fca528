import { type Client, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { type Readiness, StartError } from '../adapter.ts';
import type { Connection } from './client.ts';
import { faultOf, isRefused } from './faults.ts';
import type { DiscordOptions } from './options.ts';

/** Milliseconds for an attempt to connect until the first shard stands, and from each to the next: Discord lets them in one after the other. */
const LONGEST_START = 40_000;
/** Milliseconds for taking a client down: while it is connecting that may never end. */
const LONGEST_DESTROY = 3000;

export const WRONG_TOKEN =
  'DISCORD_TOKEN was refused by Discord. Copy it again from your application\'s page "Bot" ("Reset Token") at https://discord.com/developers/applications.';

/** What a close code means that no second attempt repairs (topics/opcodes-and-status-codes, "Gateway Close Event Codes"). */
function refusal(code: number, options: DiscordOptions): string | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return WRONG_TOKEN;
    case GatewayCloseCodes.InvalidShard:
      return 'Discord refused the shards: check DISCORD_SHARD_IDS and DISCORD_SHARD_COUNT.';
    case GatewayCloseCodes.ShardingRequired:
      return 'The bot is in so many servers that Discord wants more shards: set DISCORD_SHARDS=auto, or a larger DISCORD_SHARD_COUNT.';
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return options.autoChannels.length > 0
        ? 'Discord refused an intent: DISCORD_AUTO_CHANNELS needs "Message Content Intent", on your application\'s page "Bot" under "Privileged Gateway Intents". Switch it on there, or unset DISCORD_AUTO_CHANNELS.'
        : 'Discord refused an intent, although none is privileged. Check your application\'s page "Bot" at https://discord.com/developers/applications.';
    case GatewayCloseCodes.InvalidAPIVersion:
      return 'Discord no longer serves the version of its API that this release speaks. Update Signpost.';
    default:
      return undefined;
  }
}

/** The start error for a fault that no second attempt repairs; nothing where one may work. */
export function finalFault(error: unknown): StartError | undefined {
  if (error instanceof StartError) return error;
  const wrongToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  return wrongToken || isRefused(faultOf(error)) ? new StartError(WRONG_TOKEN) : undefined;
}

/**
 * Logs in and waits until every shard here has its servers.
 * @param onRefused is told when Discord closes a connection for good, now or later
 * @throws StartError where that can never work; any other error where another attempt may
 */
export async function connect(
  client: Client,
  options: DiscordOptions,
  onRefused: (fault: StartError) => void,
): Promise<Client<true>> {
  let timer: NodeJS.Timeout | undefined;
  const settled = new Promise<Client<true>>((resolve, reject) => {
    client.once('clientReady', resolve);
    client.on('shardDisconnect', ({ code }) => {
      const fault = new StartError(refusal(code, options) ?? `Discord closed the connection for good (${code}).`);
      onRefused(fault);
      reject(fault);
    });
    const late = (): void => reject(new Error('Discord did not let the bot in, in time'));
    timer = setTimeout(late, LONGEST_START);
    client.on('shardReady', () => timer?.refresh());
    client.login(options.token).catch(reject);
  });
  try {
    return await settled;
  } catch (error) {
    throw finalFault(error) ?? new Error(`Discord cannot be reached: ${faultOf(error).code}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Takes a client down for good; never throws, never hangs. */
export async function destroy(client: Client, longest = LONGEST_DESTROY): Promise<void> {
  // Its goodbye is not a loss.
  client.removeAllListeners('shardReconnecting');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, longest);
  });
  await Promise.race([client.destroy().catch(() => {}), late]);
  clearTimeout(timer);
}

/** Whether every shard really stands. `client.isReady()` stays true while the gateway is gone, and so do the states that discord.js shows. */
export function readiness({ client, shards }: Connection): Readiness {
  const { all, ready } = shards();
  const servers = client.guilds.cache.size;
  if (all > 0 && ready === all)
    return {
      ready: true,
      detail: `connected as ${client.user?.username} to ${servers} ${servers === 1 ? 'server' : 'servers'}`,
    };
  return { ready: false, detail: `${all - ready} of ${all} connections to Discord are lost; reconnecting` };
}
