import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, type Json, text } from './json.ts';

export const PRIVILEGED = { members: 1 << 1, presences: 1 << 8, content: 1 << 15 } as const;
const ALL_PRIVILEGED = PRIVILEGED.members | PRIVILEGED.presences | PRIVILEGED.content;

interface Event {
  readonly s: number;
  readonly t: string;
  readonly d: Json;
}

export interface Session {
  readonly id: string;
  readonly shard: number;
  readonly intents: number;
  readonly events: Event[];
  socket?: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly server: Server;
  readonly token: string;
  /** milliseconds between heartbeats */
  readonly heartbeat: number;
  /** privileged intents that are switched on */
  readonly granted: number;
  readonly url: () => string;
  readonly violations: string[];
  /** the events behind READY */
  readonly greeting: (shard: readonly [number, number]) => {
    readonly ready: Json;
    readonly events: readonly (readonly [string, Json])[];
  };
}

/** The gateway: sessions, heartbeats, resuming, and what can go wrong with them. */
export interface Gateway {
  readonly sessions: Session[];
  readonly identifies: Json[];
  resumes: number;
  /** connections are refused: with this status, or at once */
  refuse: number | 'reset' | undefined;
  /** every connection is closed with this code when it identifies */
  closeWith: number | undefined;
  /** sessions are forgotten: resuming is refused */
  forgetful: boolean;
  /** Sends an event to a shard; kept for a replay where it is not connected. */
  dispatch(t: string, d: Json, shard?: number): Session | undefined;
  send(op: number, d: unknown): void;
  /** Breaks every connection without a word. */
  drop(): void;
  close(code: number): void;
  /** Reads and says nothing any more on the connections that stand: they look alive and are dead. */
  freeze(): void;
  connected(): number;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { violations } = options;
  const sockets = new Set<WebSocket>();
  const frozen = new WeakSet<WebSocket>();
  const server = new WebSocketServer({ noServer: true });
  options.server.on('upgrade', (request, socket: Duplex, head) => {
    if (gateway.refuse === 'reset') return void socket.destroy();
    if (gateway.refuse !== undefined) return void socket.end(`HTTP/1.1 ${gateway.refuse} Unavailable\r\n\r\n`);
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    if (query.get('v') !== '10' || query.get('encoding') !== 'json')
      violations.push(`the gateway was opened with ${request.url}`);
    server.handleUpgrade(request, socket, head, connection => serve(connection));
  });

  const gateway: Gateway = {
    sessions: [],
    identifies: [],
    resumes: 0,
    refuse: undefined,
    closeWith: undefined,
    forgetful: false,
    dispatch(t, d, shard = 0) {
      const session = gateway.sessions.findLast(each => each.shard === shard);
      if (!session) return undefined;
      const event = { s: session.events.length + 1, t, d };
      session.events.push(event);
      deliver(session, event);
      return session;
    },
    send(op, d) {
      if (op === 9) for (const session of gateway.sessions) session.socket = undefined;
      for (const socket of sockets) socket.send(JSON.stringify({ op, d, s: null, t: null }));
    },
    drop() {
      for (const socket of sockets) socket.terminate();
    },
    close(code) {
      for (const socket of sockets) socket.close(code);
    },
    freeze() {
      for (const socket of sockets) {
        socket.pause();
        frozen.add(socket);
      }
    },
    connected: () => gateway.sessions.filter(session => session.socket !== undefined).length,
  };

  const deliver = (session: Session, event: Event): void => {
    if (session.socket && !frozen.has(session.socket)) session.socket.send(JSON.stringify({ op: 0, ...event }));
  };

  const serve = (socket: WebSocket): void => {
    sockets.add(socket);
    let session: Session | undefined;
    let payloads = 0;
    let beats = 0;
    let silent: NodeJS.Timeout | undefined;
    const expectBeat = (): void => {
      clearTimeout(silent);
      silent = setTimeout(() => {
        if (!frozen.has(socket) && socket.readyState === socket.OPEN)
          violations.push('no heartbeat for three intervals');
      }, options.heartbeat * 3).unref();
    };
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: options.heartbeat }, s: null, t: null }));
    expectBeat();
    socket.on('close', () => {
      sockets.delete(socket);
      clearTimeout(silent);
      if (session?.socket === socket) session.socket = undefined;
    });
    socket.on('message', data => {
      payloads += 1;
      if (payloads > 120) violations.push('more than 120 payloads on one connection');
      const said: unknown = JSON.parse(String(data));
      if (!isObject(said)) return void socket.close(4002);
      if (said['op'] === 1) {
        beats += 1;
        if (session && typeof said['d'] === 'number' && said['d'] > session.events.length)
          violations.push('a heartbeat with a wrong sequence');
        if (beats > 400) violations.push('too many heartbeats');
        expectBeat();
        socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
      } else if (said['op'] === 2) session = identify(socket, said['d'], session);
      else if (said['op'] === 6) session = resume(socket, said['d'], session);
      else if (said['op'] !== 3 && said['op'] !== 4 && said['op'] !== 8) {
        violations.push(`an unknown opcode ${String(said['op'])}`);
        socket.close(4001);
      }
    });
  };

  const identify = (socket: WebSocket, d: unknown, before: Session | undefined): Session | undefined => {
    if (!isObject(d)) return void socket.close(4002);
    if (before?.socket === socket) {
      violations.push('identified twice on one connection');
      return void socket.close(4005);
    }
    gateway.identifies.push(d);
    if (gateway.closeWith !== undefined) return void socket.close(gateway.closeWith);
    if (text(d['token']) !== options.token) return void socket.close(4004);
    const intents = Number(d['intents']);
    if (!Number.isInteger(intents) || intents <= 0 || intents >= 1 << 26) return void socket.close(4013);
    if ((intents & ALL_PRIVILEGED & ~options.granted) !== 0) return void socket.close(4014);
    if (!isObject(d['properties'])) violations.push('identified without properties');
    const [id, count] = Array.isArray(d['shard']) ? d['shard'].map(Number) : [0, 1];
    if (id === undefined || count === undefined || !(id < count)) return void socket.close(4010);
    const session: Session = { id: `session-${gateway.sessions.length + 1}`, shard: id, intents, events: [], socket };
    gateway.sessions.push(session);
    const { ready, events } = options.greeting([id, count]);
    const all: [string, Json][] = [
      ['READY', { ...ready, session_id: session.id, resume_gateway_url: options.url(), shard: [id, count] }],
      ...events.map(([t, data]): [string, Json] => [t, data]),
    ];
    for (const [t, data] of all) {
      const event = { s: session.events.length + 1, t, d: data };
      session.events.push(event);
      deliver(session, event);
    }
    return session;
  };

  const resume = (socket: WebSocket, d: unknown, before: Session | undefined): Session | undefined => {
    if (!isObject(d) || before?.socket === socket) return void socket.close(4005);
    if (text(d['token']) !== options.token) return void socket.close(4004);
    const session = gateway.sessions.find(each => each.id === d['session_id']);
    if (!session || gateway.forgetful) return void socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
    const seq = Number(d['seq']);
    if (seq > session.events.length) return void socket.close(4007);
    gateway.resumes += 1;
    session.socket = socket;
    for (const event of session.events.filter(each => each.s > seq)) deliver(session, event);
    const event = { s: session.events.length + 1, t: 'RESUMED', d: {} };
    session.events.push(event);
    deliver(session, event);
    return session;
  };
  return gateway;
}
