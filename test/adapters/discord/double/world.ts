import { isObject, type Json, objects, textAt } from './json.ts';

export const TOKEN = 'token-of-the-double';
export const BOT = '1180000000000000001';
export const APPLICATION = '1180000000000000002';
export const GUILD = '1180000000000000003';
export const GENERAL = '1180000000000000004';
export const FORUM = '1180000000000000005';
export const PERSON_CHANNEL = '1180000000000000006';
export const PERSON_ROLE = '1180000000000000007';

/** Channel types of API v10. */
export const TEXT = 0;
export const DM = 1;
export const PUBLIC_THREAD = 11;
const FORUM_TYPE = 15;

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guild?: string;
  readonly parent?: string;
  /** the person of a DM */
  readonly person?: string;
  /** names of permissions that the bot has not got there */
  readonly denied: Set<Permission>;
  /** nothing can be sent to that person */
  closed: boolean;
}

/** The bits that the bot needs. */
export const PERMISSIONS = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  EmbedLinks: 1n << 14n,
  ReadMessageHistory: 1n << 16n,
  UseApplicationCommands: 1n << 31n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
} as const;
export type Permission = keyof typeof PERMISSIONS;

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  body: Json;
  deleted: boolean;
}

/** People, channels and messages. */
export interface World {
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  nextId(): string;
  /** The id of somebody, made of the name. */
  person(name: string): string;
  user(id: string): Json;
  member(id: string): Json;
  direct(person: string): Channel;
  channel(name: string, more?: { readonly id?: string; readonly type?: number; readonly parent?: string }): Channel;
  channelJson(channel: Channel): Json;
  guildJson(): Json;
  permissions(channel: Channel): string;
  /** A message as Discord gives it out. */
  messageJson(message: Message, reading?: boolean): Json;
}

/** Milliseconds between 1970 and the beginning of Discord's own time. */
const EPOCH = 1_420_070_400_000n;

export function createWorld(): World {
  let count = 0n;
  const people = new Map<string, string>([['bot', BOT]]);
  const channels = new Map<string, Channel>();
  const messages = new Map<string, Message>();
  const nextId = (): string => {
    count += 1n;
    return (((BigInt(Date.now()) - EPOCH) << 22n) + (count % 4_194_304n)).toString();
  };
  const add = (channel: Omit<Channel, 'denied' | 'closed'>): Channel => {
    const made = { ...channel, denied: new Set<Permission>(), closed: false };
    channels.set(made.id, made);
    return made;
  };
  add({ id: GENERAL, type: TEXT, name: 'general', guild: GUILD });
  add({ id: FORUM, type: FORUM_TYPE, name: 'questions', guild: GUILD });
  add({ id: PERSON_CHANNEL, type: TEXT, name: 'people', guild: GUILD });
  const nameOf = (id: string): string => [...people].find(([, each]) => each === id)?.[0] ?? 'somebody';
  const world: World = {
    channels,
    messages,
    nextId,
    person(name) {
      const known = people.get(name);
      if (known !== undefined) return known;
      const id = nextId();
      people.set(name, id);
      return id;
    },
    user: id => ({
      id,
      username: id === BOT ? 'signpost' : nameOf(id),
      discriminator: '0',
      global_name: id === BOT ? null : nameOf(id),
      avatar: null,
      public_flags: 0,
      ...(id === BOT ? { bot: true, verified: true, mfa_enabled: true } : {}),
    }),
    member: id => ({
      user: world.user(id),
      nick: null,
      avatar: null,
      roles: [],
      joined_at: '2024-01-01T00:00:00.000000+00:00',
      premium_since: null,
      deaf: false,
      mute: false,
      flags: 0,
      pending: false,
      communication_disabled_until: null,
    }),
    direct(person) {
      const known = [...channels.values()].find(each => each.type === DM && each.person === person);
      return known ?? add({ id: nextId(), type: DM, name: '', person });
    },
    channel: (name, more = {}) =>
      add({
        id: more.id ?? nextId(),
        type: more.type ?? TEXT,
        name,
        guild: GUILD,
        ...(more.parent ? { parent: more.parent } : {}),
      }),
    channelJson: channel => channelJson(channel, world),
    guildJson: () => guildJson(world),
    permissions: channel => permissionsOf(channel).toString(),
    messageJson: (message, reading = true) => messageJson(message, reading, world),
  };
  return world;
}

function permissionsOf(channel: Channel): bigint {
  const all = Object.entries(PERMISSIONS).filter(([name]) => ![...channel.denied].some(each => each === name));
  return all.reduce((sum, [, bit]) => sum | bit, 0n);
}

function channelJson(channel: Channel, world: World): Json {
  const { id, type, name, guild, parent, person } = channel;
  if (type === DM) return { id, type, flags: 0, last_message_id: null, recipients: [world.user(person ?? '')] };
  const common = { id, type, name, guild_id: guild, flags: 0, last_message_id: null, rate_limit_per_user: 0 };
  if (type !== PUBLIC_THREAD)
    return {
      ...common,
      position: 0,
      permission_overwrites: overwrites(channel),
      parent_id: null,
      topic: null,
      nsfw: false,
    };
  return {
    ...common,
    parent_id: parent,
    owner_id: BOT,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: '2024-01-01T00:00:00.000000+00:00',
      locked: false,
      create_timestamp: '2024-01-01T00:00:00.000000+00:00',
    },
  };
}

function overwrites(channel: Channel): Json[] {
  const deny = [...channel.denied].reduce((sum, name) => sum | PERMISSIONS[name], 0n);
  return deny === 0n ? [] : [{ id: BOT, type: 1, allow: '0', deny: deny.toString() }];
}

function guildJson(world: World): Json {
  const all = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n);
  const role = (id: string, name: string): Json => ({
    id,
    name,
    permissions: all.toString(),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  });
  const here = [...world.channels.values()].filter(each => each.guild === GUILD);
  return {
    id: GUILD,
    name: 'Analytical Engines',
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: world.person('owner'),
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [role(GUILD, '@everyone'), role(PERSON_ROLE, 'mentors')],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: 'en-GB',
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [world.member(BOT)],
    channels: here.filter(each => each.type !== PUBLIC_THREAD).map(world.channelJson),
    threads: here.filter(each => each.type === PUBLIC_THREAD).map(world.channelJson),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function messageJson(message: Message, reading: boolean, world: World): Json {
  const { body } = message;
  const reference = isObject(body['message_reference']) ? body['message_reference'] : undefined;
  const referred = reference && world.messages.get(textAt(reference, 'message_id'));
  return {
    id: message.id,
    type: referred ? 19 : 0,
    channel_id: message.channel,
    author: isObject(body['author']) ? body['author'] : world.user(message.author),
    content: reading ? textAt(body, 'content') : '',
    embeds: reading ? objects(body['embeds']).map(embed => ({ type: 'rich', ...embed })) : [],
    components: reading ? objects(body['components']) : [],
    attachments: [],
    mentions: objects(body['mentions']),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date().toISOString(),
    edited_timestamp: body['edited_timestamp'] ?? null,
    flags: Number(body['flags'] ?? 0),
    ...(body['webhook_id'] === undefined ? {} : { webhook_id: body['webhook_id'] }),
    ...(body['nonce'] === undefined ? {} : { nonce: body['nonce'] }),
    ...(reference && referred
      ? {
          message_reference: { type: 0, message_id: referred.id, channel_id: referred.channel },
          referenced_message: referred.deleted
            ? null
            : messageJson({ ...referred, body: { ...referred.body, message_reference: null } }, reading, world),
        }
      : {}),
  };
}
