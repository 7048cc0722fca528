import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { newest } from '../../../newest.ts';
import type { Delivered, Envelope } from './deliveries.ts';
import { isObject, type Json, textAt } from './json.ts';
import { parsed } from './web-api.ts';

const LATE = 3000;
const MOST_RETRIES = 3;

export interface Sockets {
  url(): string;
  /** so many sockets are closed without a greeting */
  rude: number;
  /** sockets that were greeted and are open */
  readonly open: number;
  /** all that were ever opened */
  readonly opened: number;
  deliver(envelope: Envelope): Promise<Delivered>;
  /** Asks the app to come back on another socket, then closes this one. */
  refresh(): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** Stops answering pings while the connection stays. */
  freeze(): void;
  close(): void;
}

interface Waiting {
  readonly accepts: boolean;
  readonly resolve: (payload: Json) => void;
}

/** Socket Mode: greets, delivers, expects acknowledgements within three seconds, and repeats events that got none. */
export function createSockets(server: Server, port: () => number, violation: (what: string) => void): Sockets {
  const wss = new WebSocketServer({ server, path: '/socket', autoPong: false });
  const live = new Set<WebSocket>();
  /** about to be closed; events go there only while there is no other */
  const leaving = new Set<WebSocket>();
  const waiting = new Map<string, Waiting>();
  const acknowledged = new Map<string, true>();
  let opened = 0;
  let frozen = false;
  wss.on('connection', socket => {
    opened += 1;
    if (sockets.rude > 0) {
      sockets.rude -= 1;
      socket.close(1011);
      return;
    }
    live.add(socket);
    socket.on('ping', data => {
      if (!frozen) socket.pong(data);
    });
    socket.on('close', () => live.delete(socket) || leaving.delete(socket));
    socket.on('error', () => {});
    socket.on('message', data => acknowledge(parsed(String(data))));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: live.size,
        debug_info: { host: 'applink-1', approximate_connection_time: 18060 },
        connection_info: { app_id: 'A1' },
      }),
    );
  });
  const acknowledge = (message: Json): void => {
    const id = textAt(message, 'envelope_id');
    const found = waiting.get(id);
    if (acknowledged.has(id)) {
      violation(`envelope ${id} was acknowledged twice`);
      return;
    }
    if (!found) return;
    acknowledged.set(id, true);
    newest(acknowledged);
    const payload = isObject(message['payload']) ? message['payload'] : {};
    if (!found.accepts && Object.keys(payload).length > 0) violation('a payload in an acknowledgement that takes none');
    found.resolve(payload);
  };
  /** @returns the payload of the acknowledgement; without one, whether the line is gone over which the envelope went */
  const send = (envelope: Envelope, attempt: number): Promise<Json | 'late' | 'lost'> => {
    const id = randomUUID();
    const socket = [...leaving, ...live].at(-1);
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(socket?.readyState === 1 ? 'late' : 'lost'), LATE);
      waiting.set(id, {
        accepts: envelope.accepts,
        resolve: payload => {
          clearTimeout(timer);
          resolve(payload);
        },
      });
      newest(waiting);
      socket?.send(
        JSON.stringify({
          envelope_id: id,
          type: envelope.type,
          payload: envelope.payload,
          accepts_response_payload: envelope.accepts,
          ...(envelope.type === 'events_api'
            ? { retry_attempt: attempt, retry_reason: attempt === 0 ? '' : 'timeout' }
            : {}),
        }),
      );
    });
  };
  const sockets: Sockets = {
    rude: 0,
    url: () => `ws://127.0.0.1:${port()}/socket?ticket=${randomUUID()}&app_id=1`,
    get open() {
      return live.size;
    },
    get opened() {
      return opened;
    },
    async deliver(envelope) {
      const started = performance.now();
      const attempts = envelope.type === 'events_api' ? 1 + MOST_RETRIES : 1;
      let lost = false;
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const payload = await send(envelope, attempt);
        if (typeof payload === 'object')
          return { acknowledged: true, milliseconds: performance.now() - started, body: payload, lost };
        lost = payload === 'lost';
      }
      return { acknowledged: false, milliseconds: performance.now() - started, body: {}, lost };
    },
    refresh() {
      for (const socket of [...live]) {
        live.delete(socket);
        leaving.add(socket);
        socket.send(
          JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'applink-1' } }),
        );
        setTimeout(() => socket.close(1000), 2000).unref();
      }
    },
    cut() {
      for (const socket of [...live, ...leaving]) socket.terminate();
    },
    freeze() {
      frozen = true;
      for (const socket of live) socket.pause();
      setTimeout(() => {
        frozen = false;
      }, 12_000).unref();
      live.clear();
    },
    close() {
      for (const socket of wss.clients) socket.terminate();
      wss.close();
    },
  };
  return sockets;
}
