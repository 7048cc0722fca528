import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { newest } from '../../../newest.ts';
import type { Note } from './checking.ts';
import { isObject, type Json, parsed, textAt, valueAt } from './json.ts';
import { APPLICATION, BOT, GUILD, TOKEN, type World } from './world.ts';

const GUILDS = 1 << 0;
export const GUILD_MESSAGES = 1 << 9;
export const DIRECT_MESSAGES = 1 << 12;
export const MESSAGE_CONTENT = 1 << 15;
const PRIVILEGED = (1 << 1) | (1 << 8) | MESSAGE_CONTENT;

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  /** what was dispatched last, for the replay, and the number of the newest event */
  readonly events: { readonly s: number; readonly t: string; readonly d: Json }[];
  seq: number;
  socket: WebSocket | undefined;
}

/** Events that can be replayed; who missed more has lost the session. */
const MOST_REPLAYED = 5000;

export interface GatewayOptions {
  readonly shards: number;
  /** the privileged intents that the application may ask for */
  readonly privileged: number;
}

export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends an event to the shard of a guild (of DMs: the first), where the intents let it pass. */
  dispatch(t: string, make: (intents: number) => Json | undefined, guild?: string): void;
  /** Asks every client to reconnect (op 7). */
  reconnect(): void;
  /** Says that the sessions are not valid (op 9). */
  invalidate(resumable: boolean): void;
  /** Breaks every line. */
  drop(): void;
  /** Neither answers nor sends while this is true, and the lines stay open. */
  zombie: boolean;
  /** HTTP status for whoever wants to open a line */
  turnAway: number | undefined;
  /** Reads and writes nothing any more on the lines that stand, not even a goodbye; new ones are as ever. */
  freeze(): void;
  /** told to clients at their next hello, in milliseconds */
  heartbeat: number;
  /** close code for whoever identifies */
  refuse: number | undefined;
  readonly identified: Json[];
  readonly resumed: string[];
  /** ids of what was handed to a line that stood, and when it was for the first time */
  readonly handed: Map<string, number>;
  /** lines over which a session lives */
  open(): number;
  close(): void;
}

export function createGateway(port: () => number, world: World, options: GatewayOptions, note: Note): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const live = (): Session[] => [...sessions.values()].filter(each => each.socket?.readyState === 1);
  const deliver = (session: Session, event: Session['events'][number]): void => {
    if (gateway.zombie || session.socket?.readyState !== 1) return;
    const id = textAt(event.d, 'id');
    if (id !== '' && !gateway.handed.has(id)) gateway.handed.set(id, performance.now());
    newest(gateway.handed);
    send(session.socket, { op: 0, ...event });
  };
  const push = (session: Session, t: string, d: Json): void => {
    session.seq += 1;
    const event = { s: session.seq, t, d };
    session.events.push(event);
    if (session.events.length > 2 * MOST_REPLAYED) session.events.splice(0, MOST_REPLAYED);
    deliver(session, event);
  };

  const identify = (socket: WebSocket, d: Json): Session | undefined => {
    gateway.identified.push(d);
    const intents = Number(d['intents']);
    const [shard = 0, count = 1] = Array.isArray(d['shard']) ? d['shard'].map(Number) : [];
    const code = refusal(d, intents, shard, count);
    if (code !== undefined) {
      socket.close(code);
      return undefined;
    }
    for (const name of ['os', 'browser', 'device'])
      if (textAt(d, 'properties', name) === '') note(`identify: properties.${name} is missing`);
    const session: Session = {
      id: `session-${world.nextId()}`,
      shard: [shard, count],
      intents,
      events: [],
      seq: 0,
      socket,
    };
    for (const [id, other] of sessions) if (isGivenUp(other, shard, count)) sessions.delete(id);
    sessions.set(session.id, session);
    const here = shardOf(GUILD, count) === shard;
    push(session, 'READY', {
      v: 10,
      user: world.user(BOT),
      guilds: here ? [{ id: GUILD, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: `ws://127.0.0.1:${port()}/resume`,
      session_type: 'normal',
      shard: [shard, count],
      application: { id: APPLICATION, flags: 0 },
    });
    if (here && (intents & GUILDS) !== 0) push(session, 'GUILD_CREATE', world.guildJson());
    return session;
  };
  const refusal = (d: Json, intents: number, shard: number, count: number): number | undefined => {
    if (gateway.refuse !== undefined) return gateway.refuse;
    if (d['token'] !== TOKEN) return 4004;
    if (!Number.isInteger(intents) || intents <= 0 || intents >= 1 << 26) {
      note(`identify: intents ${String(d['intents'])}`);
      return 4013;
    }
    if ((intents & PRIVILEGED & ~options.privileged) !== 0) return 4014;
    if (count < 1 || shard < 0 || shard >= count) return 4010;
    return count < options.shards ? 4011 : undefined;
  };
  const resume = (socket: WebSocket, d: Json, path: string, before: Session | undefined): Session | undefined => {
    // After op 9 it may be done over the line that stands.
    if (!before && !path.startsWith('/resume')) note('resume: not at the address for that');
    const session = sessions.get(textAt(d, 'session_id'));
    const seq = Number(d['seq']);
    if (d['token'] !== TOKEN || !session || !Number.isInteger(seq) || !canReplay(session, seq)) {
      send(socket, { op: 9, d: false });
      return undefined;
    }
    session.socket = socket;
    gateway.resumed.push(session.id);
    for (const event of session.events.filter(({ s }) => s > seq)) deliver(session, event);
    push(session, 'RESUMED', {});
    return session;
  };

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    let session: Session | undefined;
    const path = request.url ?? '';
    if (!/[?&]v=10(&|$)/.test(path) || !/[?&]encoding=json(&|$)/.test(path)) note(`gateway: connected to ${path}`);
    send(socket, { op: 10, d: { heartbeat_interval: gateway.heartbeat } });
    socket.on('message', data => {
      const payload = parsed(String(data));
      const d = isObject(payload['d']) ? payload['d'] : {};
      if (gateway.zombie) return;
      switch (payload['op']) {
        case 1: {
          const seq = payload['d'];
          if (seq !== null && !(typeof seq === 'number' && seq <= (session?.seq ?? 0)))
            note(`heartbeat: sequence ${String(seq)}`);
          return send(socket, { op: 11 });
        }
        case 2:
          if (session) return socket.close(4005);
          session = identify(socket, d);
          return;
        case 6:
          session = resume(socket, d, path, session);
          return;
        case 3:
        case 8:
          if (!session) socket.close(4003);
          return;
        default:
          note(`gateway: op ${String(payload['op'])}`);
          socket.close(4001);
      }
    });
    socket.on('close', code => {
      // Whoever says goodbye in order gives the session up.
      if (session?.socket === socket && (code === 1000 || code === 1001)) sessions.delete(session.id);
    });
    socket.on('error', () => {});
  });

  const gateway: Gateway = {
    zombie: false,
    heartbeat: 41_250,
    refuse: undefined,
    identified: [],
    resumed: [],
    handed: new Map(),
    turnAway: undefined,
    upgrade(request, socket, head) {
      if (gateway.turnAway === undefined)
        server.handleUpgrade(request, socket, head, client => server.emit('connection', client, request));
      else socket.end(`HTTP/1.1 ${gateway.turnAway} Not now\r\nconnection: close\r\n\r\n`);
    },
    freeze() {
      for (const client of server.clients) client.pause();
      for (const session of sessions.values()) session.socket = undefined;
    },
    dispatch(t, make, guild) {
      for (const session of sessions.values()) {
        const [shard, count] = session.shard;
        if (shard !== (guild === undefined ? 0 : shardOf(guild, count))) continue;
        const d = make(session.intents);
        if (d) push(session, t, d);
      }
    },
    reconnect() {
      for (const session of live()) send(session.socket, { op: 7, d: null });
    },
    invalidate(resumable) {
      for (const session of live()) {
        send(session.socket, { op: 9, d: resumable });
        // Nothing comes over that line until the session is resumed.
        session.socket = undefined;
        if (!resumable) sessions.delete(session.id);
      }
    },
    drop() {
      for (const client of server.clients) client.terminate();
    },
    open: () => live().length,
    close() {
      gateway.drop();
      server.close();
    },
  };
  return gateway;
}

/** Whoever identifies anew for a shard does not come back to a session of it that has no line. */
function isGivenUp({ shard, socket }: Session, id: number, count: number): boolean {
  return shard[0] === id && shard[1] === count && socket?.readyState !== 1;
}

function canReplay({ seq, events }: Session, from: number): boolean {
  return from <= seq && from >= (events[0]?.s ?? 1) - 1;
}

function shardOf(guild: string, count: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(count));
}

function send(socket: WebSocket | undefined, payload: Json): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify({ s: null, t: null, d: null, ...payload }));
}

/** Whether the content of a message reaches a client that may not read everything. */
export function mayRead(message: Json, intents: number, direct: boolean): boolean {
  const mentions = valueAt(message, 'mentions');
  const called = Array.isArray(mentions) && mentions.some(each => textAt(each, 'id') === BOT);
  return direct || called || textAt(message, 'author', 'id') === BOT || (intents & MESSAGE_CONTENT) !== 0;
}
