import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import { isObject, type Json } from './json.ts';

/** An answer of Discord's: a status and a body, with the code of its error where it is one. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export function error(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } };
}

export interface Call {
  readonly method: string;
  /** without `/api/v10` and without the query */
  readonly path: string;
  readonly body: Json;
  /** the body, where it is a list */
  readonly list: readonly Json[];
  readonly token: string | undefined;
}

/** A route: what it answers to. */
export type Route = readonly [method: string, path: RegExp, answer: (call: Call, ids: readonly string[]) => Answer];

/** What limits the calls of one route in one place: so many in a window of milliseconds. */
export interface Bucket {
  readonly calls: RegExp;
  readonly most: number;
  readonly window: number;
}

/** Milliseconds that a call may have been under way. */
const ON_ITS_WAY = 250;

/** Discord's REST side: finds the route, applies faults and rate limits, and answers. */
export function createRest(routes: readonly Route[], faults: Faults, violations: string[], buckets: readonly Bucket[]) {
  const used = new Map<string, number[]>();
  const blocked: { told: number; until: number; global: boolean; calls: RegExp }[] = [];

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const call = readCall(request, url, Buffer.concat(chunks).toString('utf8'), violations);
    const name = `${call.method} ${call.path}`;
    const interaction = /^\/interactions\//.test(call.path);
    const block = blocked.find(
      each => each.until > performance.now() && (each.global ? !interaction : each.calls.test(name)),
    );
    if (block) {
      // What was on its way when the limit was told is no offence.
      if (performance.now() > block.told + ON_ITS_WAY) violations.push(`${name} was called within a rate limit`);
      return limited(response, (block.until - performance.now()) / 1000, block.global);
    }
    const kind = faults.take(name);
    if (kind === 'reset') return void request.socket.destroy();
    if (kind === 'hang') return;
    if (typeof kind === 'number') return send(response, { status: kind, body: {} });
    if (typeof kind === 'object' && 'limit' in kind) {
      const place = new RegExp(`^${name.replace(/[^\w\s/]/g, '.')}$`);
      blocked.push({
        told: performance.now(),
        until: performance.now() + kind.limit * 1000 - 20,
        global: kind.global,
        calls: place,
      });
      return limited(response, kind.limit, kind.global);
    }
    if (typeof kind === 'object' && 'error' in kind) return send(response, error(...kind.error));
    const bucket = buckets.find(each => each.calls.test(name));
    const headers: Record<string, string> = {};
    if (bucket) {
      const now = performance.now();
      const recent = (used.get(name) ?? []).filter(time => time > now - bucket.window);
      const reset = recent.length === 0 ? bucket.window : recent[0]! + bucket.window - now;
      headers['x-ratelimit-bucket'] = `bucket-of-${bucket.calls.source.length}`;
      headers['x-ratelimit-limit'] = String(bucket.most);
      headers['x-ratelimit-remaining'] = String(Math.max(0, bucket.most - recent.length - 1));
      headers['x-ratelimit-reset-after'] = (reset / 1000).toFixed(3);
      if (recent.length >= bucket.most) return limited(response, reset / 1000, false);
      used.set(name, [...recent, now]);
    }
    const answer = find(routes, call, violations);
    if (kind === 'lost') return void request.socket.destroy();
    if (typeof kind === 'object' && 'slow' in kind) await pause(kind.slow);
    send(response, answer, headers);
  };
}

function readCall(request: IncomingMessage, url: URL, body: string, violations: string[]): Call {
  let parsed: unknown;
  try {
    parsed = body === '' ? {} : JSON.parse(body);
  } catch {
    violations.push(`${request.method} ${url.pathname} with a body that is no JSON`);
  }
  const path = url.pathname.replace(/^\/api\/v10/, '');
  if (!url.pathname.startsWith('/api/v10/')) violations.push(`a call outside of version 10: ${url.pathname}`);
  return {
    method: request.method ?? '',
    path,
    body: isObject(parsed) ? parsed : {},
    list: Array.isArray(parsed) ? parsed.filter(isObject) : [],
    token: request.headers.authorization,
  };
}

function find(routes: readonly Route[], call: Call, violations: string[]): Answer {
  for (const [method, path, answer] of routes) {
    const match = method === call.method ? path.exec(call.path) : null;
    if (match) return answer(call, match.slice(1));
  }
  violations.push(`there is no ${call.method} ${call.path}`);
  return error(404, 0, '404: Not Found');
}

function send(response: ServerResponse, { status, body }: Answer, headers: Record<string, string> = {}): void {
  if (status === 204) response.writeHead(status, headers).end();
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body ?? {}));
}

function limited(response: ServerResponse, seconds: number, global: boolean): void {
  const after = seconds.toFixed(3);
  response.writeHead(429, {
    'content-type': 'application/json',
    'retry-after': after,
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global ? { 'x-ratelimit-global': 'true' } : { 'x-ratelimit-reset-after': after, 'x-ratelimit-remaining': '0' }),
  });
  response.end(JSON.stringify({ message: 'You are being rate limited.', retry_after: Number(after), global }));
}
