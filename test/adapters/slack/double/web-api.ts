import type { IncomingMessage, ServerResponse } from 'node:http';
import { newest } from '../../../newest.ts';
import { createPauses } from '../../../pauses.ts';
import { blockFaults, mrkdwnFaults } from './blocks.ts';
import { type Fault, type Faults, faultName } from './faults.ts';
import { isObject, type Json, textAt } from './json.ts';

/** Something that the app showed to people. */
export interface Shown {
  readonly way: 'message' | 'ephemeral' | 'response' | 'ack' | 'home' | 'prompts';
  readonly channel: string;
  readonly person: string;
  readonly thread: string;
  readonly ts: string;
  readonly body: Json;
  readonly at: number;
}

/** A call of the app, and what it was answered. */
export interface Called {
  readonly method: string;
  readonly channel: string;
  readonly person: string;
  /** "ok", Slack's word for what is wrong, or the fault that was made */
  readonly answer: string;
  readonly at: number;
}

export interface Workspace {
  readonly botToken: string;
  readonly appToken: string;
  readonly scopes: readonly string[];
  /** id of the channel in which mentions of the asker are wanted */
  readonly personChannel: string;
  readonly shown: Shown[];
  readonly calls: Called[];
  /** what was shown by calls whose answer was lost: the app shows it again */
  readonly unconfirmed: WeakSet<Shown>;
  readonly faults: Faults;
  /** channels that the app is not a member of */
  readonly closed: Set<string>;
  /** conversations in which something was said before */
  readonly history: Map<string, number>;
  violation(what: string): void;
  nextTs(): string;
  /** address for the next socket */
  socketUrl(): string;
}

const SCOPE: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'users.info': 'users:read',
};
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['channel', 'text', 'blocks', 'thread_ts', 'unfurl_links', 'unfurl_media'],
  'chat.postEphemeral': ['channel', 'user', 'text', 'blocks', 'thread_ts'],
  'views.publish': ['user_id', 'view', 'hash'],
  'conversations.history': ['channel', 'limit', 'cursor', 'oldest', 'latest', 'inclusive'],
  'assistant.threads.setSuggestedPrompts': ['channel_id', 'title', 'prompts', 'thread_ts'],
  'auth.test': [],
  'apps.connections.open': [],
};

/** Slack's Web API, as strict as Slack is and a little stricter. */
export function createWebApi(workspace: Workspace): (request: IncomingMessage, response: ServerResponse) => void {
  const { violation, shown, faults } = workspace;
  const pauses = createPauses();
  const lastPost = new Map<string, number>();

  const respond = (response: ServerResponse, body: Json, status = 200, headers: Record<string, string> = {}): void => {
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': workspace.scopes.join(','),
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
  const broken = (fault: Exclude<Fault, { type: 'lost' }>, key: string, response: ServerResponse): void => {
    if (fault.type === 'hang') return;
    if (fault.type === 'error') {
      respond(response, { ok: false, error: fault.error, ...(fault.needed ? { needed: fault.needed } : {}) });
      return;
    }
    const { retryAfter } = fault;
    if (retryAfter !== undefined) pauses.ask(key, retryAfter);
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    respond(response, { ok: false }, fault.status, headers);
  };
  /** What is wrong with a call before anything is done, as Slack answers it. */
  const refusal = (method: string, body: Json, token: string): Json | undefined => {
    const known = ARGUMENTS[method];
    if (!known) {
      violation(`${method} is not known here`);
      return { ok: false, error: 'unknown_method' };
    }
    for (const name of Object.keys(body)) if (!known.includes(name)) violation(`${method} has no argument "${name}"`);
    const expected = method === 'apps.connections.open' ? workspace.appToken : workspace.botToken;
    if (token !== expected) return { ok: false, error: 'invalid_auth' };
    const needed = SCOPE[method];
    return needed === undefined || workspace.scopes.includes(needed)
      ? undefined
      : { ok: false, error: 'missing_scope', needed, provided: workspace.scopes.join(',') };
  };
  const call = (method: string, body: Json, token: string, response: ServerResponse): void => {
    const called = (answer: string): void => {
      const channel = textAt(body, 'channel') || textAt(body, 'channel_id');
      const person = textAt(body, 'user') || textAt(body, 'user_id');
      workspace.calls.push({ method, channel, person, answer, at: performance.now() });
    };
    if (pauses.broken(method)) violation(`${method} was called within its Retry-After`);
    const fault = faults.take(method);
    if (fault) called(faultName(fault));
    if (fault && fault.type !== 'lost') {
      broken(fault, method, response);
      return;
    }
    const before = shown.length;
    const answer: Json = { ...(refusal(method, body, token) ?? run(method, body)), response_metadata: {} };
    if (fault) {
      for (const each of shown.slice(before)) workspace.unconfirmed.add(each);
      response.destroy();
      return;
    }
    called(textAt(answer, 'error') || 'ok');
    respond(response, answer);
  };
  const run = (method: string, body: Json): Json => {
    const channel = textAt(body, 'channel');
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          url: 'https://analytical.slack.com/',
          team: 'Analytical Engines',
          user: 'signpost',
          team_id: 'T1',
          user_id: 'UBOT',
          bot_id: 'BBOT',
        };
      case 'apps.connections.open':
        return { ok: true, url: workspace.socketUrl() };
      case 'chat.postMessage':
      case 'chat.postEphemeral':
        return post(method, channel, body);
      case 'views.publish': {
        const view = isObject(body['view']) ? body['view'] : {};
        if (textAt(view, 'type') !== 'home') violation('views.publish: the view is no home');
        for (const fault of blockFaults(view['blocks'], 'home')) violation(`views.publish ${fault}`);
        show('home', '', textAt(body, 'user_id'), '', view);
        return { ok: true, view: { id: 'V1' } };
      }
      case 'conversations.history':
        return {
          ok: true,
          messages: workspace.history.has(channel) ? [{ type: 'message', text: 'before' }] : [],
          has_more: false,
        };
      default: {
        const prompts = body['prompts'];
        if (!Array.isArray(prompts) || prompts.length === 0 || prompts.length > 4)
          violation(`${method}: 1 to 4 prompts`);
        if (body['thread_ts'] !== undefined) violation(`${method}: thread_ts fails silently in the agent view`);
        show('prompts', textAt(body, 'channel_id'), '', '', body);
        return { ok: true };
      }
    }
  };
  const post = (method: string, channel: string, body: Json): Json => {
    if (!/^[CDGUW]\w+$/.test(channel)) return { ok: false, error: 'channel_not_found' };
    if (workspace.closed.has(channel)) return { ok: false, error: 'not_in_channel' };
    checkMessage(body, method, channel === workspace.personChannel, violation);
    const thread = textAt(body, 'thread_ts');
    if (body['thread_ts'] !== undefined && !/^\d+\.\d{6}$/.test(thread)) violation(`${method}: thread_ts "${thread}"`);
    if (method === 'chat.postEphemeral') {
      show('ephemeral', channel, textAt(body, 'user'), thread, body);
      return { ok: true, message_ts: workspace.nextTs() };
    }
    for (const name of ['unfurl_links', 'unfurl_media'])
      if (String(body[name]) !== 'false') violation(`${method}: ${name} is not off`);
    const now = performance.now();
    if (now - (lastPost.get(channel) ?? Number.NEGATIVE_INFINITY) < 950)
      violation(`${method}: more than one message a second in ${channel}`);
    lastPost.set(channel, now);
    workspace.history.set(channel, (workspace.history.get(channel) ?? 0) + 1);
    newest(lastPost);
    newest(workspace.history);
    return { ok: true, channel, ts: show('message', channel, '', thread, body) };
  };
  const show = (way: Shown['way'], channel: string, person: string, thread: string, body: Json): string => {
    const ts = workspace.nextTs();
    shown.push({ way, channel, person, thread, ts, body, at: performance.now() });
    return ts;
  };
  return (request, response) => {
    if (faults.outage) return void request.socket.destroy();
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    void bodyOf(request).then(text => {
      const type = request.headers['content-type'] ?? '';
      if (request.method !== 'POST') violation(`${method} by ${request.method}`);
      call(method, type.includes('json') ? parsed(text) : fromForm(text), token, response);
    });
  };
}

/** What holds for every message, whichever way it comes. */
export function checkMessage(body: Json, way: string, mayMention: boolean, violation: (what: string) => void): void {
  const text = textAt(body, 'text');
  if (text.trim() === '') violation(`${way}: no top-level text`);
  if (text.length > 4000) violation(`${way}: ${text.length} characters of text`);
  for (const fault of mrkdwnFaults(text, mayMention)) violation(`${way} text: ${fault}`);
  if (body['blocks'] !== undefined)
    for (const fault of blockFaults(body['blocks'], 'message', mayMention)) violation(`${way} ${fault}`);
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export function parsed(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function fromForm(text: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => {
      if (!/^[[{]/.test(value)) return [name, value];
      try {
        return [name, JSON.parse(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}
