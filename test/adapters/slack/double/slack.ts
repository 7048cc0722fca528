import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { type Delivered, deliverHttp, type Envelope } from './deliveries.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Json, textAt } from './json.ts';
import { actionsIn } from './reading.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { checkMessage, createWebApi, type Shown, type Workspace } from './web-api.ts';

export const BOT_TOKEN = 'xoxb-of-the-double';
export const APP_TOKEN = 'xapp-of-the-double';
export const SIGNING_SECRET = 'secret-of-the-double';
export const PERSON_CHANNEL = 'CPEOPLE';

export type Mode = 'socket' | 'http';

export interface Place {
  readonly person?: string;
  readonly channel?: string;
  readonly thread?: string;
}

export interface SlackDouble {
  readonly apiUrl: string;
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly responseUrls: ResponseUrls;
  readonly violations: string[];
  readonly shown: Shown[];
  /** where signed requests go in HTTP mode */
  eventsUrl: string;
  command(text: string, place?: Place, command?: string): Promise<Delivered>;
  mention(text: string, place?: Place & { ts?: string }): Promise<Delivered>;
  direct(text: string, place?: Place): Promise<Delivered>;
  event(event: Json, id?: string): Promise<Delivered>;
  shortcut(text: string, place?: Place): Promise<Delivered>;
  openHome(person: string, tab: 'home' | 'messages'): Promise<Delivered>;
  /** Clicks a button, found by its text or id, or picks an entry of a menu. */
  click(on: Shown, label: string, person?: string): Promise<Delivered>;
  /** The first thing shown behind a mark that fits. */
  next(fits: (shown: Shown) => boolean, after?: number, milliseconds?: number): Promise<Shown>;
  nextTs(): string;
  close(): Promise<void>;
}

interface Manifest {
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
}

export const MANIFEST_PATH = new URL('../../../../adapters/slack/manifest.yaml', import.meta.url);

/** A workspace in which the app is installed as its manifest says. */
export async function createSlackDouble(
  mode: Mode,
  options: { readonly scopes?: readonly string[] } = {},
): Promise<SlackDouble> {
  const manifest: Manifest = parse(readFileSync(MANIFEST_PATH, 'utf8'));
  const violations: string[] = [];
  const shown: Shown[] = [];
  const faults = createFaults();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/response/')) responseUrls.handle(request, response);
    else api(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let stamps = 0;
  const violation = (what: string): void => void violations.push(what);
  const sockets = createSockets(server, () => port, violation);
  const nextTs = (): string => {
    stamps += 1;
    return `1790000000.${String(stamps).padStart(6, '0')}`;
  };
  const workspace: Workspace = {
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    scopes: options.scopes ?? manifest.oauth_config.scopes.bot,
    personChannel: PERSON_CHANNEL,
    shown,
    calls: [],
    unconfirmed: new WeakSet(),
    faults,
    closed: new Set(),
    history: new Map(),
    violation,
    nextTs,
    socketUrl: sockets.url,
  };
  const api = createWebApi(workspace);
  const responseUrls = createResponseUrls(workspace, () => `http://127.0.0.1:${port}`);
  const of = ({ person = 'UADA', channel = 'CGENERAL' }: Place): { person: string; channel: string } => ({
    person,
    channel,
  });
  const user = (person: string): Json => ({
    id: person,
    username: person.toLowerCase(),
    name: person.toLowerCase(),
    team_id: 'T1',
  });
  const common = { token: 'verification', team_id: 'T1', api_app_id: 'A1' };

  const deliver = async (envelope: Envelope): Promise<Delivered> =>
    mode === 'socket' ? sockets.deliver(envelope) : deliverHttp(double.eventsUrl, envelope, SIGNING_SECRET);
  const interactive = (payload: Json): Promise<Delivered> => deliver({ type: 'interactive', payload, accepts: false });

  const double: SlackDouble = {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    workspace,
    faults,
    sockets,
    responseUrls,
    violations,
    shown,
    eventsUrl: '',
    nextTs,
    async command(text, place = {}, command = '/career') {
      const { person, channel } = of(place);
      const delivered = await deliver({
        type: 'slash_commands',
        accepts: true,
        payload: {
          ...common,
          team_domain: 'analytical',
          channel_id: channel,
          channel_name: 'general',
          user_id: person,
          user_name: person.toLowerCase(),
          command,
          text,
          is_enterprise_install: 'false',
          response_url: responseUrls.issue(channel, person),
          trigger_id: randomUUID(),
        },
      });
      if (Object.keys(delivered.body).length > 0) {
        checkMessage(delivered.body, 'ack', false, violation);
        if (textAt(delivered.body, 'response_type') !== 'ephemeral') violation('ack: not private');
        shown.push({
          way: 'ack',
          channel,
          person,
          thread: '',
          ts: nextTs(),
          body: delivered.body,
          at: performance.now(),
        });
      }
      return delivered;
    },
    event: (event, id = `Ev${randomUUID()}`) =>
      deliver({
        type: 'events_api',
        accepts: false,
        payload: {
          ...common,
          type: 'event_callback',
          event,
          event_id: id,
          event_time: Math.floor(Date.now() / 1000),
          authorizations: [
            { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
          ],
        },
      }),
    mention(text, place = {}) {
      const { person, channel } = of(place);
      const ts = place.ts ?? nextTs();
      return double.event({
        type: 'app_mention',
        user: person,
        text,
        ts,
        channel,
        event_ts: ts,
        ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
      });
    },
    direct(text, place = {}) {
      const person = place.person ?? 'UADA';
      const ts = nextTs();
      workspace.history.set(`D${person}`, 1);
      return double.event({
        type: 'message',
        channel_type: 'im',
        user: person,
        text,
        ts,
        channel: `D${person}`,
        event_ts: ts,
        ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
      });
    },
    shortcut(text, place = {}) {
      const { person, channel } = of(place);
      return interactive({
        ...common,
        type: 'message_action',
        callback_id: 'answer_this',
        action_ts: nextTs(),
        trigger_id: randomUUID(),
        response_url: responseUrls.issue(channel, person),
        team: { id: 'T1', domain: 'analytical' },
        user: user(person),
        channel: { id: channel, name: 'general' },
        message_ts: nextTs(),
        message: { type: 'message', user: 'UOTHER', ts: nextTs(), text },
      });
    },
    openHome(person, tab) {
      return double.event({ type: 'app_home_opened', user: person, channel: `D${person}`, tab, event_ts: nextTs() });
    },
    click(on, label, person = on.person === '' ? 'UADA' : on.person) {
      const action = actionsIn(on.body).find(each => each.label === label || each.id === label);
      if (!action)
        throw new Error(
          `no "${label}" among ${actionsIn(on.body)
            .map(each => each.label)
            .join(', ')}`,
        );
      const home = on.way === 'home';
      const hidden = on.way === 'ack' || on.way === 'ephemeral' || on.way === 'response';
      return interactive({
        ...common,
        type: 'block_actions',
        team: { id: 'T1', domain: 'analytical' },
        user: user(person),
        trigger_id: randomUUID(),
        container: home
          ? { type: 'view', view_id: 'V1' }
          : {
              type: 'message',
              message_ts: on.ts,
              channel_id: on.channel,
              is_ephemeral: hidden,
              ...(on.thread === '' ? {} : { thread_ts: on.thread }),
            },
        ...(home
          ? { view: { id: 'V1', type: 'home', team_id: 'T1' } }
          : {
              channel: { id: on.channel, name: 'general' },
              response_url: responseUrls.issue(on.channel, person),
              ...(hidden
                ? {}
                : { message: { type: 'message', ts: on.ts, ...(on.thread === '' ? {} : { thread_ts: on.thread }) } }),
            }),
        actions: [action.payload],
      });
    },
    async next(fits, after = 0, milliseconds = 8000) {
      const until = performance.now() + milliseconds;
      while (performance.now() < until) {
        const found = shown.slice(after).find(fits);
        if (found) return found;
        await new Promise(resolve => setTimeout(resolve, 15));
      }
      const ways = shown
        .slice(after)
        .map(({ way, channel, person, body }) => `${way} ${channel} ${person}: ${textAt(body, 'text').slice(0, 60)}`);
      throw new Error(`nothing of that kind was shown; there is:\n${ways.join('\n')}`);
    },
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
  return double;
}
