import { newest } from '../../../newest.ts';
import { fields, number, text } from './checking.ts';
import { numbered } from './interactions.ts';
import { isObject, type Json, objects, textAt } from './json.ts';
import { checkMessage } from './messages.ts';
import { type Answer, failed, NOTHING, ok, type Scene } from './scene.ts';
import {
  BOT,
  type Channel,
  DM,
  FORUM,
  type Message,
  PERSON_CHANNEL,
  PERSON_ROLE,
  type Permission,
  PUBLIC_THREAD,
} from './world.ts';

const MOST_MESSAGES = 5;
const WINDOW = 5000;

export interface Channels {
  read(id: string): Answer;
  send(channel: string, body: Json): Answer;
  message(method: string, channel: string, id: string, body: Json): Answer;
  /** @param from id of the message that the thread starts at, if any */
  thread(channel: string, from: string | undefined, body: Json): Answer;
  /** the threads of a server that are not put away */
  active(guild: string): Answer;
  typing(channel: string): Answer;
}

export function createChannels(scene: Scene): Channels {
  const { world, note } = scene;
  const nonces = new Map<string, Message>();
  const sent = new Map<string, number[]>();

  const found = (id: string): Channel | Answer => {
    const channel = world.channels.get(id);
    if (!channel) return failed(404, 10003, 'Unknown Channel');
    return channel.denied.has('ViewChannel') ? failed(403, 50001, 'Missing Access') : channel;
  };
  const missing = (channel: Channel, ...wanted: readonly Permission[]): Answer | undefined =>
    wanted.some(name => channel.denied.has(name)) ? failed(403, 50013, 'Missing Permissions') : undefined;
  const withPeople = ({ id, parent = '' }: Channel): boolean =>
    [PERSON_CHANNEL, FORUM].some(place => place === id || place === parent);
  const allowed = (channel: Channel, replyTo: Message | undefined): { named: Set<string>; callable: Set<string> } => {
    const people = (): string[] => [PERSON_ROLE, ...[...scene.interactions.values()].map(each => each.person)];
    const callable = new Set(withPeople(channel) ? people() : []);
    return { named: new Set([...callable, BOT, ...(replyTo ? [replyTo.author] : [])]), callable };
  };
  const pace = (channel: string): { left: number; reset: number } => {
    const now = performance.now();
    const recent = (sent.get(channel) ?? []).filter(at => now - at < WINDOW);
    if (recent.length < MOST_MESSAGES) recent.push(now);
    else recent.push(Number.NaN);
    sent.set(
      channel,
      recent.filter(at => !Number.isNaN(at)),
    );
    newest(sent);
    return { left: MOST_MESSAGES - recent.length, reset: (WINDOW - (now - (recent[0] ?? now))) / 1000 };
  };
  const publish = (channel: Channel, message: Message, replyTo: string): void => {
    world.messages.set(message.id, message);
    newest(world.messages);
    scene.shown.push({
      way: 'message',
      channel: channel.id,
      hidden: false,
      person: channel.person ?? '',
      id: message.id,
      replyTo,
      interaction: '',
      body: message.body,
      at: performance.now(),
    });
    scene.gateway.dispatch(
      'MESSAGE_CREATE',
      () => ({
        ...world.messageJson(message),
        channel_type: channel.type,
        ...(channel.guild ? { guild_id: channel.guild } : {}),
      }),
      channel.guild,
    );
  };
  const post = (channel: Channel, body: Json, id = world.nextId()): Answer => {
    const reference = isObject(body['message_reference']) ? body['message_reference'] : undefined;
    const replyTo = reference && world.messages.get(textAt(reference, 'message_id'));
    checkMessage(body, { way: 'channel', ...allowed(channel, replyTo) }, 'message', note);
    if (reference) {
      fields(
        reference,
        ['type', 'message_id', 'channel_id', 'guild_id', 'fail_if_not_exists'],
        'message_reference',
        note,
      );
      if (reference['fail_if_not_exists'] !== false) note('message_reference: fail_if_not_exists is not false');
      if (replyTo && replyTo.channel !== channel.id) note('message_reference: a message of another channel');
      if (channel.denied.has('ReadMessageHistory'))
        return failed(400, 160002, 'Cannot reply without permission to read message history');
    }
    const { nonce } = body;
    const key = `${channel.id} ${String(nonce)}`;
    const twin = body['enforce_nonce'] === true ? nonces.get(key) : undefined;
    if (twin) return ok(world.messageJson(twin));
    const message: Message = {
      id,
      channel: channel.id,
      author: BOT,
      body: numbered(body),
      deleted: false,
    };
    if (nonce !== undefined) nonces.set(key, message);
    newest(nonces);
    publish(channel, message, replyTo?.deleted === false ? replyTo.id : '');
    return ok(world.messageJson(message));
  };

  return {
    read(id) {
      const channel = found(id);
      return 'status' in channel ? channel : ok(world.channelJson(channel));
    },
    send(id, body) {
      const channel = found(id);
      if ('status' in channel) return channel;
      if (channel.id === FORUM) return failed(400, 50008, 'Cannot send messages in a non-text channel');
      if (channel.type === DM && channel.closed) return failed(403, 50007, 'Cannot send messages to this user');
      const wanted: Permission[] = [channel.type === PUBLIC_THREAD ? 'SendMessagesInThreads' : 'SendMessages'];
      if (objects(body['embeds']).length > 0) wanted.push('EmbedLinks');
      const refused = missing(channel, ...wanted);
      if (refused) return refused;
      const { left, reset } = pace(id);
      const headers = {
        'x-ratelimit-limit': String(MOST_MESSAGES),
        'x-ratelimit-remaining': String(Math.max(left, 0)),
        'x-ratelimit-reset': String(Date.now() / 1000 + reset),
        'x-ratelimit-reset-after': reset.toFixed(3),
        'x-ratelimit-bucket': 'messages-of-a-channel',
      };
      if (left < 0)
        return {
          status: 429,
          body: { message: 'You are being rate limited.', retry_after: reset, global: false },
          headers: { ...headers, 'retry-after': String(Math.ceil(reset)), 'x-ratelimit-scope': 'user' },
        };
      return { ...post(channel, body), headers };
    },
    message(method, id, messageId, body) {
      const channel = found(id);
      if ('status' in channel) return channel;
      const message = world.messages.get(messageId);
      if (!message || message.deleted || message.channel !== id) return failed(404, 10008, 'Unknown Message');
      if (method === 'GET') return ok(world.messageJson(message));
      if (message.author !== BOT) return failed(403, method === 'PATCH' ? 50005 : 50013, 'Not the author');
      if (method === 'DELETE') {
        message.deleted = true;
        return NOTHING;
      }
      checkMessage(body, { way: 'edit', ...allowed(channel, undefined) }, 'edit', note);
      message.body = { ...message.body, ...numbered(body), edited_timestamp: new Date().toISOString() };
      return ok(world.messageJson(message));
    },
    thread(id, from, body) {
      const channel = found(id);
      if ('status' in channel) return channel;
      const forum = channel.id === FORUM;
      const known = ['name', 'auto_archive_duration', 'rate_limit_per_user', 'type', 'invitable'];
      fields(body, forum ? [...known, 'message', 'applied_tags'] : known, 'thread', note);
      text(body['name'], 1, 100, 'thread.name', note);
      if (
        body['auto_archive_duration'] !== undefined &&
        ![60, 1440, 4320, 10080].includes(Number(body['auto_archive_duration']))
      )
        note(`thread: auto_archive_duration ${String(body['auto_archive_duration'])}`);
      if (!from && !forum && body['type'] !== undefined) number(body['type'], 10, 12, 'thread.type', note);
      const refused = missing(channel, 'CreatePublicThreads');
      if (refused) return refused;
      if (from !== undefined && world.channels.has(from))
        return failed(400, 160004, 'A thread has already been created for this message');
      if (from !== undefined && !world.messages.has(from)) return failed(404, 10008, 'Unknown Message');
      const made = world.channel(textAt(body, 'name'), {
        type: PUBLIC_THREAD,
        parent: id,
        // A thread that starts at a message has its id.
        ...(from === undefined ? {} : { id: from }),
      });
      scene.shown.push({
        way: 'thread',
        channel: id,
        hidden: false,
        person: '',
        id: made.id,
        replyTo: from ?? '',
        interaction: '',
        body: { content: textAt(body, 'name') },
        at: performance.now(),
      });
      const json = { ...world.channelJson(made), newly_created: true };
      scene.gateway.dispatch('THREAD_CREATE', () => json, made.guild);
      if (forum && isObject(body['message'])) {
        // The message that a post begins with has its id.
        const { body: message } = post(made, body['message'], made.id);
        return { status: 201, body: { ...json, message } };
      }
      return { status: 201, body: json };
    },
    active(guild) {
      const threads = [...world.channels.values()].filter(each => each.guild === guild && each.type === PUBLIC_THREAD);
      return ok({ threads: threads.map(each => world.channelJson(each)), members: [] });
    },
    typing(id) {
      const channel = found(id);
      return 'status' in channel ? channel : NOTHING;
    },
  };
}
