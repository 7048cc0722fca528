import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  OAuth2Scopes,
  PermissionFlagsBits,
} from 'discord.js';
import type { Adapter, Surroundings } from '../adapter.ts';
import { askerOf } from './answering.ts';
import { type Bot, createOnce, createPlaces } from './bot.ts';
import { createCalls } from './calls.ts';
import { definitions } from './commands.ts';
import { type Connection, createConnection } from './connection.ts';
import { createDesk } from './desk.ts';
import { WRONG_TOKEN } from './final.ts';
import { handleInteraction } from './interactions.ts';
import { createLanes } from './lanes.ts';
import { handleMessage, isFromPerson } from './messages.ts';
import type { DiscordOptions } from './options.ts';
import { register } from './registration.ts';

/** Milliseconds for the questions in hand when the program is told to stop. */
const LONGEST_FINISH = 2000;
/** Somebody who asks too fast is told so once in this time. */
const TOLD_AGAIN = 30_000;

/** Discord, over its gateway. */
export function createDiscord(options: DiscordOptions, surroundings: Surroundings): Adapter {
  const { log, advisor, records } = surroundings;
  const lanes = createLanes();
  const desk = createDesk(surroundings);
  const once = createOnce();
  const told = createOnce(TOLD_AGAIN);
  const stopping = new AbortController();
  const commands = advisor.commands.map(command => command.name);
  let connection: Connection | undefined;

  /**
   * Listens to what arrives as Discord sends it: the client's own events wait until every server has reported, drop messages
   * from channels that it has not seen, and need its caches.
   */
  const listen = (to: Connection): void => {
    const { client } = to;
    const calls = createCalls(client.rest, log, surroundings.meter, () => to.lose(WRONG_TOKEN), stopping.signal);
    const places = createPlaces(options, client);
    const bot: Bot = { options, surroundings, client, calls, desk, lanes, commands, once, told, places };
    const take = (id: string, person: string, work: () => Promise<void>): void => {
      // After a lost connection Discord sends again what it is not sure of.
      if (stopping.signal.aborted || !once.first(`event ${id}`)) return;
      lanes.enter(person, () =>
        work().catch((error: unknown) => {
          surroundings.meter.count('discord', 'failed');
          log.error({ platform: 'discord', err: error }, 'could not answer');
        }),
      );
    };
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      take(interaction.id, askerOf(interaction).person, () => handleInteraction(interaction, bot)),
    );
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      if (isFromPerson(message)) take(message.id, message.author.id, () => handleMessage(message, bot));
    });
  };

  const announce = ({ client, ready }: Connection): void => {
    const application = client.application?.id ?? client.user?.id ?? '';
    const invite = inviteLink(application, options.personChannel !== undefined);
    log.info({ platform: 'discord', servers: client.guilds.cache.size, invite }, ready().detail);
    const scope = { application, ...(options.guildId === undefined ? {} : { guild: options.guildId }) };
    const wanted = definitions(advisor.commands, records !== undefined, options.guildId !== undefined);
    void register(client.rest, scope, wanted, log, stopping.signal);
  };

  let lose: (error: Error) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => {});

  return {
    name: 'discord',
    lost,
    async start() {
      const attempt = createConnection(options, log, surroundings.meter);
      connection = attempt;
      listen(attempt);
      try {
        await attempt.open();
      } catch (error) {
        await attempt.close();
        throw error;
      }
      void attempt.lost.then(lose);
      announce(attempt);
    },
    async stop() {
      stopping.abort();
      await Promise.race([lanes.idle(), pause(LONGEST_FINISH)]);
      await connection?.close();
      connection = undefined;
    },
    ready: () => connection?.ready() ?? { ready: false, detail: 'not connected to Discord' },
  };
}

/** The link that adds the bot to a server with the fewest permissions that it can work with. */
function inviteLink(application: string, threads: boolean): string {
  const permissions =
    PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.SendMessagesInThreads |
    PermissionFlagsBits.ReadMessageHistory |
    (threads ? PermissionFlagsBits.CreatePublicThreads : 0n);
  const query = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
