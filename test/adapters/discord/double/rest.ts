import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createPauses, type Pauses } from '../../../pauses.ts';
import { createChannels } from './channels.ts';
import { checkCommands, storedCommand } from './definitions.ts';
import { answer, type Call, refuse } from './faults.ts';
import { createResponses } from './interactions.ts';
import { type Json, parsed, textAt } from './json.ts';
import { type Answer, failed, type Interaction, ok, type Scene } from './scene.ts';
import { APPLICATION, BOT, GUILD } from './world.ts';

/** What a pause of the whole bot is kept under. */
const EVERYWHERE = 'everywhere';

interface Asked {
  readonly method: string;
  /** what the round brackets of the path hold */
  readonly at: readonly string[];
  readonly body: Json;
  readonly list: unknown;
  readonly query: URLSearchParams;
}

type Route = readonly [method: string, path: RegExp, call: Call, open: boolean, run: (asked: Asked) => Answer];

export interface RestOptions {
  readonly shards: number;
  readonly gatewayUrl: () => string;
}

export function createRest(scene: Scene, options: RestOptions): RequestListener {
  const routes = routesOf(scene, options);
  const pauses = createPauses();
  return (request, response) => {
    serve(scene, routes, pauses, request, response).catch(error =>
      scene.note(`the double itself failed: ${String(error)}`),
    );
  };
}

async function serve(
  scene: Scene,
  routes: readonly Route[],
  pauses: Pauses,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', headers } = request;
  let raw = '';
  for await (const chunk of request.setEncoding('utf8')) raw += chunk;
  const url = new URL(request.url ?? '', 'http://double');
  const route = routes.find(([of, path]) => of.split('|').includes(method) && path.test(url.pathname));
  if (!route) {
    scene.note(`${method} ${url.pathname}: there is no such address`);
    return answer(response, 404, { message: '404: Not Found', code: 0 });
  }
  const [, path, call, open, run] = route;
  scene.calls.push(`${method} ${call}`);
  if (!/^DiscordBot \(/.test(headers['user-agent'] ?? '')) scene.note(`${method} ${call}: user-agent`);
  if (raw !== '' && !/^application\/json/.test(headers['content-type'] ?? ''))
    scene.note(`${method} ${call}: content-type ${headers['content-type']}`);
  if (!open && headers.authorization !== `Bot ${scene.token}`)
    return answer(response, 401, { message: '401: Unauthorized', code: 0 });
  const place = `${method} ${url.pathname}`;
  // What belongs to an interaction is not bound to the limit of the whole bot (topics/rate-limits).
  const everywhere = open ? place : EVERYWHERE;
  if (pauses.broken(place) || pauses.broken(everywhere)) scene.note(`${method} ${call}: called within its Retry-After`);
  const fault = scene.faults.take(call);
  if (fault) interactionOf(scene, url.pathname)?.faults.push(fault);
  if (fault?.type === 'status' && fault.status === 429)
    pauses.ask(fault.global === true ? everywhere : place, fault.retryAfter ?? 1);
  if (fault && refuse(fault, response)) return;
  const list: unknown = raw === '' ? undefined : JSON.parse(raw);
  const asked: Asked = {
    method,
    at: (path.exec(url.pathname) ?? []).slice(1).map(part => decodeURIComponent(part ?? '')),
    body: raw.startsWith('{') ? parsed(raw) : {},
    list,
    query: url.searchParams,
  };
  const result = run(asked);
  if (result.status >= 400 && result.status !== 429)
    scene.refusals.push({ status: result.status, code: Number(Reflect.get(Object(result.body), 'code')), call });
  if (fault?.type === 'lost' || fault?.type === 'reset') {
    const of = interactionOf(scene, url.pathname);
    if (of) of.lost = true;
    if (fault.type === 'reset') request.socket.resetAndDestroy();
    else response.destroy();
    return;
  }
  if (result.status === 429) pauses.ask(place, Number(Reflect.get(Object(result.body), 'retry_after')));
  if (fault?.type === 'slow') await pause(fault.milliseconds);
  answer(response, result.status, result.body, result.headers);
}

/** The interaction whose token stands in a path. */
function interactionOf(scene: Scene, path: string): Interaction | undefined {
  return path
    .split('/')
    .map(part => scene.interactions.get(decodeURIComponent(part)))
    .find(each => each !== undefined);
}

function routesOf(scene: Scene, options: RestOptions): Route[] {
  const { world } = scene;
  const responses = createResponses(scene);
  const channels = createChannels(scene);
  const application = {
    id: APPLICATION,
    name: 'Signpost',
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: 'double',
    flags: 0,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {}, 1: {} },
    bot: world.user(BOT),
  };
  const starts = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 };
  const register = (guild: string, value: unknown): Answer => {
    if (guild !== '' && guild !== GUILD) return failed(403, 50001, 'Missing Access');
    const stored = checkCommands(value, guild === '', scene.note).map(command =>
      storedCommand(command, APPLICATION, world.nextId()),
    );
    scene.commands.set(guild, stored);
    return ok(stored);
  };
  const commands = (guild: string, localised: boolean): Answer =>
    ok(
      (scene.commands.get(guild) ?? []).map(({ name_localizations, description_localizations, ...rest }) =>
        localised ? { ...rest, name_localizations, description_localizations } : rest,
      ),
    );
  const own = `/api/v10/applications/${APPLICATION}`;
  const id = '(\\d+)';
  const path = (text: string): RegExp => new RegExp(`^${text}$`);
  return [
    [
      'GET',
      path('/api/v10/gateway/bot'),
      'gateway',
      false,
      () => ok({ url: options.gatewayUrl(), shards: options.shards, session_start_limit: starts }),
    ],
    ['GET', path(`/api/v10/users/(?:@me|${BOT})`), 'me', false, () => ok(world.user(BOT))],
    ['GET', path(`/api/v10/(?:oauth2/)?applications/@me`), 'application', false, () => ok(application)],
    ['GET', path(`/api/v10/guilds/${GUILD}`), 'read', false, () => ok(world.guildJson())],
    [
      'POST',
      path('/api/v10/users/@me/channels'),
      'direct',
      false,
      ({ body }) => ok(world.channelJson(world.direct(textAt(body, 'recipient_id')))),
    ],
    [
      'GET',
      path(`${own}/commands`),
      'commands',
      false,
      ({ query }) => commands('', query.get('with_localizations') === 'true'),
    ],
    ['PUT', path(`${own}/commands`), 'register', false, ({ list }) => register('', list)],
    [
      'GET',
      path(`${own}/guilds/${id}/commands`),
      'commands',
      false,
      ({ at, query }) => commands(at[0] ?? '', query.get('with_localizations') === 'true'),
    ],
    ['PUT', path(`${own}/guilds/${id}/commands`), 'register', false, ({ at, list }) => register(at[0] ?? '', list)],
    [
      'POST',
      path(`/api/v10/interactions/${id}/([^/]+)/callback`),
      'callback',
      true,
      ({ at, body, query }) =>
        responses.callback(at[0] ?? '', at[1] ?? '', body, query.get('with_response') === 'true'),
    ],
    [
      'POST',
      path(`/api/v10/webhooks/${APPLICATION}/([^/]+)`),
      'followup',
      true,
      ({ at, body }) => responses.follow(at[0] ?? '', body),
    ],
    [
      'GET|PATCH|DELETE',
      path(`/api/v10/webhooks/${APPLICATION}/([^/]+)/messages/([^/]+)`),
      'original',
      true,
      ({ method, at, body }) => responses.message(method, at[0] ?? '', at[1] ?? '', body),
    ],
    [
      'POST',
      path(`/api/v10/channels/${id}/messages`),
      'message',
      false,
      ({ at, body }) => channels.send(at[0] ?? '', body),
    ],
    [
      'GET|PATCH|DELETE',
      path(`/api/v10/channels/${id}/messages/${id}`),
      'edit',
      false,
      ({ method, at, body }) => channels.message(method, at[0] ?? '', at[1] ?? '', body),
    ],
    [
      'POST',
      path(`/api/v10/channels/${id}/threads`),
      'thread',
      false,
      ({ at, body }) => channels.thread(at[0] ?? '', undefined, body),
    ],
    [
      'POST',
      path(`/api/v10/channels/${id}/messages/${id}/threads`),
      'thread',
      false,
      ({ at, body }) => channels.thread(at[0] ?? '', at[1], body),
    ],
    ['GET', path(`/api/v10/guilds/${id}/threads/active`), 'threads', false, ({ at }) => channels.active(at[0] ?? '')],
    ['POST', path(`/api/v10/channels/${id}/typing`), 'typing', false, ({ at }) => channels.typing(at[0] ?? '')],
    ['GET', path(`/api/v10/channels/${id}`), 'read', false, ({ at }) => channels.read(at[0] ?? '')],
  ];
}
