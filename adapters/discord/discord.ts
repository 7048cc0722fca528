import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Interaction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Adapter, StartError, type Surroundings } from '../adapter.ts';
import { complete } from './autocomplete.ts';
import { createCallbacks, written } from './callbacks.ts';
import { type Connection, createClient, onRateLimit, restOptions } from './client.ts';
import { createComponents } from './components.ts';
import { connect, destroy, finalFault, readiness, WRONG_TOKEN } from './connection.ts';
import { type Counter, createCounter, createDiscordDesk } from './counter.ts';
import { described, faultOf } from './faults.ts';
import { inviteLink } from './invite.ts';
import { createMessages } from './messages.ts';
import type { DiscordOptions } from './options.ts';
import { commandsFor, register } from './registration.ts';
import { render } from './render.ts';
import { answerThis, isOpen, runCommand } from './slash.ts';

/** Milliseconds for the questions in hand, and for the goodbye, when the bot stops: the promise is five seconds in all. */
const LONGEST_DRAIN = 3000;
const LONGEST_GOODBYE = 1000;
/** Milliseconds before the commands are registered again after a fault: doubled every time, up to the last. */
const REGISTER_AGAIN = { first: 2000, last: 120_000 };

/** Interactions that are remembered, so that each is answered once: more than arrive in their three seconds. */
const MOST_SEEN = 2000;

interface Running {
  readonly client: Client<true>;
  readonly counter: Counter;
  readonly connection: Connection;
}

/** Discord, over the gateway that we open. */
export function createDiscord(options: DiscordOptions, surroundings: Surroundings): Adapter {
  const { log, meter, advisor } = surroundings;
  const desk = createDiscordDesk(surroundings);
  const callbacks = createCallbacks(restOptions(options), meter, onRateLimit(log, meter));
  let running: Running | undefined;
  let connecting: Client | undefined;
  let refused: StartError | undefined;
  let end: (fault: StartError) => void = () => {};
  const ended = new Promise<StartError>(resolve => {
    end = resolve;
  });
  const stopped = new AbortController();

  /** Discord has closed the door while the bot was in. */
  const refuse = (fault: StartError): void => {
    refused = fault;
    if (running) end(fault);
  };
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
      if (stopped.signal.aborted) return;
      try {
        if (await registered(client)) return;
      } catch (error) {
        return refuse(finalFault(error) ?? new StartError(WRONG_TOKEN));
      }
    }
  };
  /** @throws StartError where Discord refuses the token */
  const registered = async (client: Client<true>): Promise<boolean> => {
    try {
      await registerAll(client);
      return true;
    } catch (error) {
      const final = finalFault(error);
      if (final) throw final;
      const { status } = faultOf(error);
      meter.count('discord', 'registration_failed');
      log.warn({ platform: 'discord', ...described(error) }, 'the commands could not be registered');
      // What Discord refuses now it will refuse again: nothing is gained by asking.
      return status !== undefined && status >= 400 && status < 500 && status !== 429;
    }
  };
  return {
    name: 'discord',
    refused: () => ended,
    rehearse(replies) {
      for (const reply of replies) JSON.stringify(written(render(reply, { request: 'rehearsal', share: true })));
    },
    async start() {
      const connection = createClient(options, log, meter);
      const { client } = connection;
      connecting = client;
      try {
        const wrong = (): void => refuse(new StartError(WRONG_TOKEN));
        const counter = createCounter(client, options, surroundings, desk, callbacks, wrong);
        listen(client, counter);
        const ready = await connect(client, options, refuse);
        const complete = await registered(ready);
        if (stopped.signal.aborted) throw new Error('stopped while connecting');
        running = { client: ready, counter, connection };
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
      return refused ? { ready: false, detail: refused.message } : readiness(running.connection);
    },
  };

  function greet(client: Client<true>): void {
    const servers = client.guilds.cache.size;
    const shards = client.ws.shards.size;
    const asksPeople = options.personChannel !== undefined || options.personRole !== undefined;
    const invite = inviteLink(client.application.id, asksPeople);
    log.info({ platform: 'discord', bot: client.user.username, servers, shards, invite }, 'connected to Discord');
  }
}

/** Nothing that happens in a listener may end the program: the counter catches, counts and logs. */
function listen(client: Client, counter: Counter): void {
  const { meter } = counter;
  const messages = createMessages(counter);
  const components = createComponents(counter);
  client.on('messageCreate', message => messages.arrived(message));
  const seen = new LRUCache<string, true>({ max: MOST_SEEN });
  client.on('interactionCreate', (interaction: Interaction) => {
    // After a lost connection Discord may send some again.
    if (seen.has(interaction.id)) return meter.count('discord', 'duplicate');
    seen.set(interaction.id, true);
    if (interaction.isAutocomplete()) counter.hand('completion', () => complete(interaction, counter));
    else if (interaction.isChatInputCommand())
      counter.hand('command', () => runCommand(interaction, counter), interaction, isOpen(interaction));
    else if (interaction.isMessageContextMenuCommand())
      counter.hand('answer_this', () => answerThis(interaction, counter), interaction, false);
    else if (interaction.isButton() || interaction.isStringSelectMenu())
      counter.hand('component', () => components.clicked(interaction), interaction);
  });
}
