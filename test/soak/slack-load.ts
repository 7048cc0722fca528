import type { Delivered } from '../adapters/slack/double/deliveries.ts';
import { textAt } from '../adapters/slack/double/json.ts';
import { actionsIn, read } from '../adapters/slack/double/reading.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  createSlackDouble,
  type Mode,
  PERSON_CHANNEL,
  SIGNING_SECRET,
} from '../adapters/slack/double/slack.ts';
import type { Called, Shown } from '../adapters/slack/double/web-api.ts';
import { newest, REMEMBERED } from '../newest.ts';
import { type Asked, CHANNELS, COMMANDS, LATEST, type Load, Lost } from './load.ts';
import { oneOf, type Random, weighted, weights } from './random.ts';
import { slackFaults } from './slack-faults.ts';
import { createWaiting } from './waiting.ts';

/** What people do, by how often. Each channel takes one message a second. */
const KINDS = { ask: 42, command: 14, mention: 7, followup: 3, direct: 6, shortcut: 5, home: 3, agent: 1, click: 19 };

const GAVE_UP = 'no socket stood at any of four attempts';
const LOST_SOCKET = 'the socket was gone before Slack had the acknowledgement, and Slack does not send that again';

/** Slack, over sockets or over HTTP. */
export async function slackLoad(mode: Mode): Promise<Load> {
  const slack = await createSlackDouble(mode);
  const faults = slackFaults(mode);
  /** what was shown while the app was not told so; the next one of the same kind is a repetition */
  const unconfirmed = new Map<string, true>();
  const waiting = createWaiting<Shown>(slack.shown, shown => {
    const { way, channel, person, thread, body } = shown;
    slack.workspace.calls.splice(0, slack.workspace.calls.length - REMEMBERED);
    // An acknowledgement is looked at where it arrives.
    if (way === 'ack') return [];
    // The direct conversation with somebody goes by their id.
    const who = person === '' ? channel.replace(/^D/, '') : person;
    const what = `${way} ${channel} ${who} ${thread} ${JSON.stringify(body['blocks'])}`;
    const repeated = unconfirmed.delete(what);
    if (slack.workspace.unconfirmed.has(shown)) unconfirmed.set(what, true);
    newest(unconfirmed);
    // It would be taken for the reply to the next question, and hide that this one is lost.
    if (repeated) return [];
    if (way === 'home' || way === 'prompts') return [`${way} ${who}`];
    return [`thread ${thread}`, `person ${who}`];
  });
  return {
    name: `slack ${mode}`,
    env(at) {
      slack.eventsUrl = `${at}/slack/events`;
      return {
        SLACK_MODE: mode,
        SLACK_BOT_TOKEN: BOT_TOKEN,
        ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
        SLACK_API_URL: slack.apiUrl,
        SLACK_PERSON_CHANNEL: PERSON_CHANNEL,
      };
    },
    visitor(number) {
      const person = `U${number}`;
      const channel = `C${number % CHANNELS}`;
      const mine = `person ${person}`;
      let before: Shown | undefined;
      let thread: string | undefined;
      /** when the present question was asked */
      let since = 0;

      const lost = (kind: string, details: object): never => {
        const near = ({ at, ...call }: Called): boolean =>
          at >= since && (call.person === person || [channel, person, `D${person}`].includes(call.channel));
        const calls = slack.workspace.calls
          .filter(near)
          .map(call => `${Math.round(call.at - since)} ms: ${call.method} ${call.channel} ${call.answer}`);
        throw new Lost(`slack ${mode}`, kind, { ...details, calls });
      };
      /** Hands something over and waits for what is shown. @param once Slack does not hand it over again */
      const replied = async (
        kind: string,
        keys: readonly string[],
        deliver: () => Promise<Delivered>,
        once: boolean,
      ): Promise<Shown | string> => {
        const shown = waiting.expect(keys, LATEST);
        const delivered = await deliver();
        if (!delivered.acknowledged && delivered.lost === true) return once ? LOST_SOCKET : GAVE_UP;
        return (await shown) ?? lost(kind, { keys, ...delivered });
      };
      const command = async (kind: string, text: string): Promise<Shown | string> => {
        const later = waiting.expect([mine], LATEST);
        const { acknowledged, body, ...delivered } = await slack.command(text, { person, channel });
        if (!acknowledged) return delivered.lost === true ? LOST_SOCKET : lost(kind, delivered);
        if (Object.keys(body).length > 0) return { way: 'ack', channel, person, thread: '', ts: '', body, at: 0 };
        return (await later) ?? lost(kind, delivered);
      };
      const start = (kind: keyof typeof KINDS, question: string, random: Random): Promise<Shown | string> => {
        switch (kind) {
          case 'ask':
            return command(kind, question);
          case 'command': {
            const [name, input] = oneOf([...COMMANDS, ['privacy', {}] as const], random);
            return command(kind, [name, ...Object.values(input)].join(' '));
          }
          case 'mention': {
            const ts = slack.nextTs();
            thread = ts;
            const ask = (): Promise<Delivered> => slack.mention(`<@UBOT> ${question}`, { person, channel, ts });
            return replied(kind, [`thread ${ts}`, mine], ask, false);
          }
          case 'followup': {
            if (thread === undefined) return start('mention', question, random);
            const [thread_ts, ts] = [thread, slack.nextTs()];
            const said = { type: 'message', channel_type: 'channel', user: person, channel, text: question };
            const ask = (): Promise<Delivered> => slack.event({ ...said, ts, event_ts: ts, thread_ts });
            return replied(kind, [`thread ${thread}`, mine], ask, false);
          }
          case 'direct':
            return replied(kind, [mine], () => slack.direct(question, { person }), false);
          case 'shortcut':
            return replied(kind, [mine], () => slack.shortcut(question, { person, channel }), true);
          case 'home':
            return replied(kind, [`home ${person}`], () => slack.openHome(person, 'home'), false);
          case 'agent':
            return replied(kind, [`prompts ${person}`], () => slack.openHome(person, 'messages'), false);
          case 'click':
            return click(random) ?? start('ask', question, random);
        }
      };
      const click = (random: Random): Promise<Shown | string> | undefined => {
        const shown = before;
        const id = shown && clickable(shown, random);
        if (!shown || id === undefined) return undefined;
        const keys = [mine, `home ${person}`, ...(shown.thread === '' ? [] : [`thread ${shown.thread}`])];
        return replied(`click on ${id}`, keys, () => slack.click(shown, id, person), true);
      };
      return async (question, random): Promise<Asked> => {
        const kind = weighted(KINDS, random);
        since = performance.now();
        const shown = await start(kind, question, random);
        if (typeof shown === 'string') return { kind, excuse: shown, last: true };
        if (shown.way !== 'prompts' && read(shown).trim() === '') return lost(kind, { shown });
        // More than one message follows these, or may do.
        const more = shown.way === 'prompts' || textAt(shown.body, 'response_type') === 'in_channel';
        before = shown;
        return { kind, ...(more ? { last: true } : {}) };
      };
    },
    disturb(random) {
      const what = weighted(weights(faults), random);
      slack.faults.clear();
      faults[what]?.[1](slack);
      return what;
    },
    violations: () => slack.violations,
    unasked: () => waiting.unasked,
    close() {
      waiting.close();
      return slack.close();
    },
  };
}

/** Something to click; what leads to a person only now and then. */
function clickable(shown: Shown, random: Random): string | undefined {
  const ids = actionsIn(shown.body).map(each => each.id);
  const usual = ids.filter(id => !/^1\|(?:person|confirm)\|/.test(id) || random() < 0.05);
  return usual.length === 0 ? undefined : oneOf(usual, random);
}
