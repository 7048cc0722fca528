import { setTimeout as pause } from 'node:timers/promises';
import { createDiscordDouble, type DiscordDouble } from '../adapters/discord/double/discord.ts';
import type { Call, Fault } from '../adapters/discord/double/faults.ts';
import { actionsIn, readableText } from '../adapters/discord/double/reading.ts';
import type { Interaction, Shown } from '../adapters/discord/double/scene.ts';
import { PERSON_CHANNEL, TOKEN } from '../adapters/discord/double/world.ts';
import { type Asked, CHANNELS, COMMANDS, LATEST, type Load, Lost } from './load.ts';
import { oneOf, type Random, weighted, weights } from './random.ts';
import { createWaiting } from './waiting.ts';

/** What people do, by how often. Messages count against the fifty calls a second that discord.js allows itself. */
const KINDS = { ask: 36, command: 13, completion: 12, menu: 5, mention: 5, direct: 5, reply: 1, privacy: 1, click: 22 };

/** What goes wrong: how often, and how it is done. */
const FAULTS: Readonly<Record<string, readonly [weight: number, make: (discord: DiscordDouble) => void]>> = {
  'callback 500': [12, call('callback', { type: 'status', status: 500 })],
  'callback 429': [6, call('callback', { type: 'status', status: 429, retryAfter: 1 })],
  'callback lost': [8, call('callback', { type: 'lost' })],
  'callback reset': [6, call('callback', { type: 'reset' })],
  'callback hang': [4, call('callback', { type: 'hang' })],
  'message 429': [10, call('message', { type: 'status', status: 429, retryAfter: 2 })],
  'message 429, everywhere': [6, call('message', { type: 'status', status: 429, retryAfter: 1, global: true })],
  'message 503, twice': [10, call('message', { type: 'status', status: 503 }, 2)],
  'message lost': [10, call('message', { type: 'lost' })],
  'message reset': [6, call('message', { type: 'reset' })],
  'message hang': [4, call('message', { type: 'hang' })],
  'original 500': [3, call('original', { type: 'status', status: 500 })],
  'original reset': [3, call('original', { type: 'reset' })],
  drop: [6, ({ gateway }) => gateway.drop()],
  'op 7': [5, ({ gateway }) => gateway.reconnect()],
  'op 9, resumable': [4, ({ gateway }) => gateway.invalidate(true)],
  'op 9': [1, ({ gateway }) => gateway.invalidate(false)],
};

function call(kind: Call, fault: Fault, times = 1): (discord: DiscordDouble) => void {
  return ({ faults }) => faults.next(kind, fault, times);
}

/** Milliseconds that an interaction lives, and what is left of it when nothing can be expected any more. */
const LIFE = 3000;
const TOO_LATE = 500;
/** Milliseconds behind which a message that was not handed over never will be: its session is gone. */
const NEVER = 20_000;
/** Milliseconds that the bot gives a callback that hangs. */
const HANGING = 2600;

/** Discord: its gateway and its REST API. */
export async function discordLoad(): Promise<Load> {
  const discord = await createDiscordDouble();
  const channels = Array.from({ length: CHANNELS }, (_, at) => discord.world.channel(`channel-${at}`).id);
  const answered = new Map<string, true>();
  const twice: string[] = [];
  const waiting = createWaiting<Shown>(discord.shown, shown => {
    discord.calls.length = 0;
    if (shown.replyTo === '' || shown.way === 'thread') return [shown.interaction];
    if (answered.has(shown.replyTo)) twice.push(`the message ${shown.replyTo} was answered twice`);
    answered.set(shown.replyTo, true);
    if (answered.size > 2 * CHANNELS) for (const [id] of [...answered].slice(0, CHANNELS)) answered.delete(id);
    return [shown.replyTo];
  });
  const replied = async (kind: string, to: Interaction): Promise<Shown | string> => {
    const shown = waiting.expect([to.id], LATEST);
    const early = await Promise.race([shown, pause(LIFE + TOO_LATE)]);
    if (early) return early;
    if (to.responded !== undefined) return (await shown) ?? lost(kind, to);
    return excuse(discord, to) ?? lost(kind, to);
  };
  const lost = (kind: string, to: Interaction): never => {
    throw new Lost('discord', kind, {
      faults: to.faults,
      responded: to.responded && to.responded - to.started,
      handed: (discord.gateway.handed.get(to.id) ?? Number.NaN) - to.started,
    });
  };
  const written = async (kind: string, id: string): Promise<Shown | string> => {
    const shown = waiting.expect([id], LATEST);
    const early = await Promise.race([shown, pause(NEVER, undefined, { ref: false })]);
    if (early) return early;
    if (!discord.gateway.handed.has(id)) return 'the event went with a session that could not be resumed';
    const late = await shown;
    if (late) return late;
    throw new Lost('discord', kind, { id });
  };
  return {
    name: 'discord',
    env: () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl, DISCORD_PERSON_CHANNEL: PERSON_CHANNEL }),
    visitor(number) {
      const person = `person-${number}`;
      const channel = channels[number % CHANNELS] ?? '';
      let before: Shown | undefined;
      const start = (kind: keyof typeof KINDS, question: string, random: Random): Promise<Shown | string> => {
        const place = { person, channel };
        switch (kind) {
          case 'ask':
            return replied(kind, discord.command('ask', { question, public: random() < 0.1 }, place));
          case 'command':
            return replied(kind, discord.command(...oneOf(COMMANDS, random), place));
          case 'completion':
            return replied(kind, discord.complete('ask', 'question', question.slice(0, 12), place));
          case 'menu': {
            const target = discord.say(question, { person: 'somebody-else', channel });
            return replied(kind, discord.menu('Answer this', target, place));
          }
          case 'mention':
            return written(kind, discord.say(`@me ${question}`, place).id);
          case 'direct':
            return written(kind, discord.say(question, { person, direct: true }).id);
          case 'reply':
            return before?.way === 'message'
              ? written(kind, discord.say(question, { ...place, replyTo: before, channel: before.channel }).id)
              : start('direct', question, random);
          case 'privacy':
            return replied(kind, discord.command('privacy', {}, place));
          case 'click': {
            const id = before && clickable(before, random);
            return before && id !== undefined
              ? replied(`click on ${id}`, discord.click(before, id, { person }))
              : start('ask', question, random);
          }
        }
      };
      return async (question, random): Promise<Asked> => {
        const kind = weighted(KINDS, random);
        const shown = await start(kind, question, random);
        if (typeof shown === 'string') return { kind, excuse: shown, last: true };
        if (shown.way !== 'autocomplete' && readableText(shown.body).trim() === '')
          throw new Lost('discord', kind, { shown });
        if (shown.way !== 'autocomplete') before = shown;
        return { kind };
      };
    },
    disturb(random) {
      const what = weighted(weights(FAULTS), random);
      discord.faults.clear();
      FAULTS[what]?.[1](discord);
      return what;
    },
    violations: () => [...discord.violations, ...twice],
    unasked: () => waiting.unasked,
    close() {
      waiting.close();
      return discord.close();
    },
  };
}

/** Something to click; what leads to a person only now and then. */
function clickable(shown: Shown, random: Random): string | undefined {
  const ids = actionsIn(shown.body).map(each => each.id);
  const usual = ids.filter(id => !/^1\|(?:person|confirm)\|/.test(id) || random() < 0.1);
  return usual.length === 0 ? undefined : oneOf(usual, random);
}

/** Why no answer to an interaction was possible; nothing where one was. */
function excuse(discord: DiscordDouble, { id, started, faults }: Interaction): string | undefined {
  const handed = discord.gateway.handed.get(id);
  if (handed === undefined) return 'no line stood in the three seconds of the interaction';
  const cost = faults.reduce((sum, fault) => sum + costOf(fault), handed - started);
  if (faults.length === 0 && cost > LIFE - TOO_LATE) return 'the interaction was handed over too late';
  return cost > LIFE - TOO_LATE ? 'faults took the three seconds of the interaction' : undefined;
}

function costOf(fault: Fault): number {
  if (fault.type === 'hang') return HANGING;
  return fault.type === 'status' && fault.status === 429 ? (fault.retryAfter ?? 1) * 1000 : 100;
}
