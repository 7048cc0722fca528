import { newest } from '../../../newest.ts';
import type { Json } from './json.ts';
import {
  BOT,
  type Channel,
  DM,
  FORUM,
  FORUM_TYPE,
  GENERAL,
  GUILD,
  type Message,
  PERSON_CHANNEL,
  type Permission,
  TEXT,
} from './places.ts';
import { channelJson, guildJson, messageJson, permissionsOf } from './wire.ts';

export * from './places.ts';

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
  const people = new Map<string, string>();
  const names = new Map<string, string>([[BOT, 'bot']]);
  const directs = new Map<string, Channel>();
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
  const nameOf = (id: string): string => names.get(id) ?? 'somebody';
  const world: World = {
    channels,
    messages,
    nextId,
    person(name) {
      if (name === 'bot') return BOT;
      const known = people.get(name);
      if (known !== undefined) return known;
      const id = nextId();
      people.set(name, id);
      names.set(id, name);
      for (const [, gone] of newest(people)) names.delete(gone);
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
      const known = directs.get(person);
      if (known) return known;
      const made = add({ id: nextId(), type: DM, name: '', person });
      directs.set(person, made);
      for (const [, gone] of newest(directs)) channels.delete(gone.id);
      return made;
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
