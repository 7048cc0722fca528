import { setTimeout as pause } from 'node:timers/promises';
import { type Client, type Interaction, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import type { Adapter, StartError, Surroundings } from '../adapter.ts';
import { complete } from './autocomplete.ts';
import { createClient } from './client.ts';
import { createComponents } from './components.ts';
import { connect, destroy, finalFault, readiness } from './connection.ts';
import { type Counter, createCounter, createDiscordDesk } from './counter.ts';
import { faultOf } from './faults.ts';
import { createMessages } from './messages.ts';
import type { DiscordOptions } from './options.ts';
import { commandsFor, register } from './registration.ts';
import { answerThis, runCommand } from './slash.ts';

/** Milliseconds for the questions in hand, and for the goodbye, when the bot stops: the promise is five seconds in all. */
const LONGEST_DRAIN = 3000;
const LONGEST_GOODBYE = 1000;
/** Milliseconds before the commands are registered again after a fault: doubled every time, up to the last. */
const REGISTER_AGAIN = { first: 2000, last: 120_000 };

interface Running {
  readonly client: Client<true>;
  readonly counter: Counter;
}

/** Discord, over the gateway that we open. */
export function createDiscord(options: DiscordOptions, surroundings: Surroundings): Adapter {
  const { log, meter, advisor } = surroundings;
  const desk = createDiscordDesk(surroundings);
  let running: Running | undefined;
  let connecting: Client | undefined;
  let refused: StartError | undefined;
  const stopped = new AbortController();

  const registerAll = async (client: Client<true>): Promise<void> => {
    const commands = commandsFor(advisor.commands, surroundings.records !== undefined);
    const outcome = await register(client, commands, options.guildId);
    const where = options.guildId === undefined ? 'everywhere' : `in the server ${options.guildId}`;
    log.info({ platform: 'discord', commands: commands.map(({ name }) => name) }, `commands ${where}: ${outcome}`);
  };
  /** The bot answers mentions and direct messages without its commands, so their trouble does not hold it up. */
  const keepRegistering = async (client: Client<true>): Promise<void> => {
    for (let wait = REGISTER_AGAIN.first; !stopped.signal.aborted; wait = Math.min(wait * 2, REGISTER_AGAIN.last)) {
      await pause(wait, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
      if (stopped.signal.aborted || (await registered(client))) return;
    }
  };
  /** @throws StartError where Discord refuses the token */
  const registered = async (client: Client<true>): Promise<boolean> => {
    try {
      await registerAll(client);
      return true;
    } catch (error) {
      const final = finalFault(error);
      if (final && !running) throw final;
      const { code, status } = faultOf(error);
      meter.count('discord', 'registration_failed');
      log.warn({ platform: 'discord', fault: code, err: error }, 'the commands could not be registered');
      // What Discord refuses now it will refuse again: nothing is gained by asking.
      return status !== undefined && status >= 400 && status < 500 && status !== 429;
    }
  };
  return {
    name: 'discord',
    async start() {
      const client = createClient(options, log, meter);
      connecting = client;
      try {
        const counter = createCounter(client, options, surroundings, desk);
        listen(client, counter);
        const ready = await connect(client, options, fault => {
          refused = fault;
          if (running) log.error({ platform: 'discord' }, fault.message);
        });
        const complete = await registered(ready);
        if (stopped.signal.aborted) throw new Error('stopped while connecting');
        running = { client: ready, counter };
        if (!complete) void keepRegistering(ready);
        greet(ready);
      } catch (error) {
        await destroy(client);
        throw error;
      } finally {
        connecting = undefined;
      }
    },
    async stop() {
      stopped.abort();
      const stopping = running;
      running = undefined;
      if (connecting) await destroy(connecting, LONGEST_DRAIN);
      if (!stopping) return;
      const { client, counter } = stopping;
      await Promise.race([counter.drain(), pause(LONGEST_DRAIN, undefined, { ref: false })]);
      await destroy(client, LONGEST_GOODBYE);
    },
    ready() {
      if (!running) return { ready: false, detail: refused?.message ?? 'not connected to Discord' };
      return refused ? { ready: false, detail: refused.message } : readiness(running.client);
    },
  };

  function greet(client: Client<true>): void {
    const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks, CreatePublicThreads } = PermissionFlagsBits;
    const asksPeople = options.personChannel !== undefined || options.personRole !== undefined;
    const invite = client.generateInvite({
      scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
      permissions: [
        ViewChannel,
        SendMessages,
        SendMessagesInThreads,
        EmbedLinks,
        ...(asksPeople ? [CreatePublicThreads] : []),
      ],
    });
    const servers = client.guilds.cache.size;
    const shards = client.ws.shards.size;
    log.info({ platform: 'discord', bot: client.user.username, servers, shards, invite }, 'connected to Discord');
  }
}

/** Nothing that happens in a listener may end the program: the counter catches, counts and logs. */
function listen(client: Client, counter: Counter): void {
  const messages = createMessages(counter);
  const components = createComponents(counter);
  client.on('messageCreate', message => messages.arrived(message));
  client.on('interactionCreate', (interaction: Interaction) => {
    if (interaction.isAutocomplete()) counter.hand('completion', () => complete(interaction, counter));
    else if (interaction.isChatInputCommand())
      counter.hand('command', () => runCommand(interaction, counter), interaction);
    else if (interaction.isMessageContextMenuCommand())
      counter.hand('answer_this', () => answerThis(interaction, counter), interaction);
    else if (interaction.isButton() || interaction.isStringSelectMenu())
      counter.hand('component', () => components.clicked(interaction), interaction);
  });
}
