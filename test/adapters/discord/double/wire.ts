import { isObject, type Json, objects, textAt } from './json.ts';
import { BOT, type Channel, DM, GUILD, type Message, PERMISSIONS, PERSON_ROLE, PUBLIC_THREAD } from './places.ts';

/** What is needed of the world to describe something as Discord does. */
interface Known {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly messages: ReadonlyMap<string, Message>;
  person(name: string): string;
  user(id: string): Json;
  member(id: string): Json;
}

export function permissionsOf(channel: Channel): bigint {
  const all = Object.entries(PERMISSIONS).filter(([name]) => ![...channel.denied].some(each => each === name));
  return all.reduce((sum, [, bit]) => sum | bit, 0n);
}

export function channelJson(channel: Channel, world: Known): Json {
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

export function guildJson(world: Known): Json {
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
    channels: here.filter(each => each.type !== PUBLIC_THREAD).map(each => channelJson(each, world)),
    threads: here.filter(each => each.type === PUBLIC_THREAD).map(each => channelJson(each, world)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function messageJson(message: Message, reading: boolean, world: Known): Json {
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
