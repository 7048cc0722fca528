import type { Json } from './json.ts';

/** Ids in the double are numbers of 18 digits, as Discord's are; they grow with time. */
let count = 0;
export function snowflake(now: number = Date.now()): string {
  count += 1;
  return String((BigInt(now - 1_420_070_400_000) << 22n) + BigInt(count % (1 << 22)));
}

export const BOT = '900000000000000001';
export const APPLICATION = '900000000000000001';
export const TOKEN = 'OTAwMDAw.double.token-of-the-double';

export const GUILD = '800000000000000001';
export const GENERAL = '700000000000000001';
export const HELP = '700000000000000002';
export const FORUM = '700000000000000003';
export const THREAD = '700000000000000004';
export const HELPERS = '700000000000000005';
export const ROLE = '600000000000000001';
/** a thread that nobody has told the bot about */
export const UNSEEN_THREAD = '700000000000000006';

export const GUILD_TEXT = 0;
export const DM = 1;
export const PUBLIC_THREAD = 11;
export const GUILD_FORUM = 15;

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guild?: string;
  readonly parent?: string;
  /** the person, in a direct conversation */
  readonly person?: string;
}

export function firstChannels(): Channel[] {
  return [
    { id: GENERAL, type: GUILD_TEXT, guild: GUILD },
    { id: HELP, type: GUILD_TEXT, guild: GUILD },
    { id: FORUM, type: GUILD_FORUM, guild: GUILD },
    { id: HELPERS, type: GUILD_TEXT, guild: GUILD },
    { id: THREAD, type: PUBLIC_THREAD, guild: GUILD, parent: HELP },
    { id: UNSEEN_THREAD, type: PUBLIC_THREAD, guild: GUILD, parent: HELP },
  ];
}

export function channelJson(channel: Channel): Json {
  const base = { id: channel.id, type: channel.type, name: `channel-${channel.id.slice(-3)}` };
  if (channel.type === DM) return { ...base, recipients: [userJson(channel.person ?? '')] };
  const thread =
    channel.type === PUBLIC_THREAD
      ? {
          thread_metadata: {
            archived: false,
            auto_archive_duration: 1440,
            archive_timestamp: new Date().toISOString(),
            locked: false,
          },
          owner_id: BOT,
          message_count: 0,
          member_count: 1,
        }
      : { permission_overwrites: [], position: 0 };
  return { ...base, guild_id: channel.guild, parent_id: channel.parent ?? null, ...thread };
}

/** A person of the double; the id is made from the name, so that tests can use names. */
export function personId(name: string): string {
  let number = 0n;
  for (const letter of name) number = (number * 131n + BigInt(letter.codePointAt(0) ?? 0)) % 99_999_999_999_999n;
  return String(500_000_000_000_000_000n + number);
}

export function userJson(id: string, name = `person-${id.slice(-4)}`): Json {
  return { id, username: name, discriminator: '0', global_name: name, avatar: null, bot: id === BOT };
}

export function guildJson(channels: readonly Channel[], people: number): Json {
  const isThread = (channel: Channel): boolean => channel.type === PUBLIC_THREAD;
  return {
    id: GUILD,
    name: 'Test server',
    unavailable: false,
    owner_id: personId('owner'),
    member_count: people,
    large: false,
    features: [],
    emojis: [],
    stickers: [],
    roles: [
      {
        id: GUILD,
        name: '@everyone',
        permissions: '0',
        position: 0,
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    members: [
      {
        user: userJson(BOT, 'Signpost'),
        roles: [],
        joined_at: new Date(0).toISOString(),
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    channels: channels.filter(channel => channel.guild === GUILD && !isThread(channel)).map(channelJson),
    threads: channels.filter(channel => isThread(channel) && channel.id !== UNSEEN_THREAD).map(channelJson),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    preferred_locale: 'en-GB',
    afk_timeout: 300,
    system_channel_flags: 0,
    premium_progress_bar_enabled: false,
  };
}
