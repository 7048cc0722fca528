import type { Adapter } from '../../../adapters/adapter.ts';
import { createDiscord } from '../../../adapters/discord/discord.ts';
import type { DiscordOptions } from '../../../adapters/discord/options.ts';
import { createAdvisor } from '../../../src/advisor.ts';
import { ownLibrary } from '../../library.ts';
import type { DiscordDouble } from './double/discord.ts';
import { TOKEN } from './double/world.ts';

/** The adapter in this process: for what does not need a program around it. */
export interface Alone {
  readonly adapter: Adapter;
  /** what it logged: level and message */
  readonly logged: string[];
  readonly counted: string[];
}

export async function adapterFor(
  discord: DiscordDouble,
  options: Partial<DiscordOptions> & { readonly perPerson?: number } = {},
): Promise<Alone> {
  const { perPerson = 1000, ...settings } = options;
  const logged: string[] = [];
  const counted: string[] = [];
  const at =
    (level: string) =>
    (details: object, message: string): void =>
      void logged.push(`${level} ${message} ${JSON.stringify(details)}`);
  const adapter = createDiscord(
    { token: TOKEN, apiUrl: discord.apiUrl, channels: [], autoChannels: [], shards: 'auto', ...settings },
    {
      advisor: createAdvisor(await ownLibrary()),
      log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
      meter: { count: (_, event) => void counted.push(event), acknowledged: () => {}, replied: () => {} },
      limits: { perPerson, perChannel: 1000, overall: 1000 },
    },
  );
  return { adapter, logged, counted };
}
