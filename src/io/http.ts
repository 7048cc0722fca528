import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Fault } from './settings.ts';

/** Answers a request by itself, however long that takes. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A part of the bot whose state can be asked. */
export interface Part {
  readonly name: string;
  /** one line for a person */
  state(): { readonly ready: boolean; readonly detail: string };
  /** the bot answers without it: it is told, but does not make the bot unready */
  readonly optional?: true;
}

export interface HttpOptions {
  readonly host: string;
  /** 0 to 65535; 0 lets the system choose */
  readonly port: number;
  readonly parts: () => readonly Part[];
  readonly metrics: { readonly type: string; text(): Promise<string> };
  /** told when a handler throws */
  readonly failed: (error: unknown) => void;
}

export interface HttpSide {
  /** Hands every request for exactly this path to the handler, whatever its method. */
  mount(path: string, handler: Handler): void;
  /** @returns the port that is listened on, or what is wrong with HOST and PORT */
  start(): Promise<{ readonly port: number } | { readonly fault: Fault }>;
  /** Says "stopping" to whoever asks for readiness, so that a load balancer looks elsewhere. */
  retire(): void;
  /** Lets requests in hand finish for a moment, then closes. Never throws. */
  stop(): Promise<void>;
}

/** Load balancers keep connections for a minute; closing earlier than they do costs requests. */
const KEEP_ALIVE = 65_000;
/** Milliseconds for the head of a request and for the whole of it: a slow sender must not hold a connection. */
const LONGEST_HEAD = 10_000;
const LONGEST_REQUEST = 20_000;
const MOST_CONNECTIONS = 1000;
/** Milliseconds for requests in hand when it stops. */
const GRACE = 1000;

/** The server for health, metrics and the platforms that send their requests to us. */
export function createHttp(options: HttpOptions): HttpSide {
  const { host, port, parts, metrics, failed } = options;
  const mounted = new Map<string, Handler>();
  let retired = false;
  const own = new Map<string, () => Promise<Page> | Page>([
    ['/healthz', () => ({ status: 200, text: 'ok\n' })],
    ['/readyz', () => readiness(parts(), retired)],
    ['/metrics', async () => ({ status: 200, text: await metrics.text(), type: metrics.type })],
  ]);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const handler = mounted.get(path);
    if (handler) return handler(request, response);
    const page = own.get(path);
    if (!page) return send(response, { status: 404, text: 'There is nothing here.\n' });
    if (request.method === 'GET' || request.method === 'HEAD') return send(response, await page());
    response.setHeader('allow', 'GET, HEAD');
    send(response, { status: 405, text: 'This can only be read.\n' });
  };
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE, headersTimeout: LONGEST_HEAD, requestTimeout: LONGEST_REQUEST },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        failed(error);
        if (response.headersSent) response.destroy();
        else send(response, { status: 500, text: 'Something went wrong.\n' });
      });
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  return {
    mount(path, handler) {
      mounted.set(path, handler);
    },
    start: () =>
      new Promise(resolve => {
        server.once('error', error => resolve({ fault: explain(error, host, port) }));
        server.listen(port, host, () => {
          const address = server.address();
          server.on('error', failed);
          resolve({ port: typeof address === 'object' && address ? address.port : port });
        });
      }),
    retire() {
      retired = true;
    },
    async stop() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), GRACE);
      await closed;
      clearTimeout(late);
    },
  };
}

interface Page {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

function send(response: ServerResponse, { status, text, type = 'text/plain; charset=utf-8' }: Page): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

/** One line a part: "ok knowledge: 108 entries …". Ready is who has every part that is needed. */
function readiness(parts: readonly Part[], retired: boolean): Page {
  const states = parts.map(part => ({ part, ...part.state() }));
  const lines = states.map(({ part, ready, detail }) => {
    const word = ready ? 'ok' : part.optional ? 'degraded' : 'not ready';
    return `${word} ${part.name}: ${detail.replace(/\s+/g, ' ')}`;
  });
  const ready = !retired && states.every(state => state.ready || state.part.optional);
  return { status: ready ? 200 : 503, text: [...lines, ...(retired ? ['stopping'] : []), ''].join('\n') };
}

function explain(error: Error, host: string, port: number): Fault {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE')
    return `PORT is "${port}"; expected a free port, but something listens on ${host}:${port} already`;
  if (code === 'EACCES') return `PORT is "${port}"; expected a port that this user may open, such as one from 1024 on`;
  return `HOST is "${host}"; expected an address of this machine, such as 127.0.0.1 or 0.0.0.0 (${code || 'it cannot be opened'})`;
}
