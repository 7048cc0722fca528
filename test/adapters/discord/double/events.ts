import { randomUUID } from 'node:crypto';
import { newest } from '../../../newest.ts';
import { DIRECT_MESSAGES, GUILD_MESSAGES, mayRead } from './gateway.ts';
import { type Json, objects, textAt } from './json.ts';
import { actionsIn } from './reading.ts';
import type { Interaction, Scene, Shown } from './scene.ts';
import { APPLICATION, BOT, type Channel, DM, GENERAL, type Message } from './world.ts';

/** Where something is said, and by whom; people go by a name. */
export interface Place {
  readonly person?: string;
  readonly channel?: string;
  /** in the direct conversation with the bot */
  readonly direct?: boolean;
  /** in a server that the bot is not in: the person has installed it for themselves */
  readonly outside?: boolean;
  readonly locale?: string;
}

export interface Said extends Place {
  /** the message that it replies to */
  readonly replyTo?: { readonly id: string };
  /** a reply calls the author of the other message, unless that is switched off */
  readonly ping?: boolean;
  /** written by another bot, or through a webhook */
  readonly by?: 'bot' | 'webhook';
}

const OUTSIDE = '1180000000000000099';
const OUTSIDE_CHANNEL = '1180000000000000098';

/** What people do. Each hands an event to the gateway and returns at once. */
export interface Events {
  /** Somebody writes a message. "@me" in it becomes a mention of the bot. */
  say(text: string, said?: Said): Message;
  edit(message: Message, text: string, place?: Place): void;
  remove(message: { readonly id: string }): void;
  command(name: string, options?: Readonly<Record<string, string | boolean>>, place?: Place): Interaction;
  complete(name: string, option: string, typed: string, place?: Place): Interaction;
  menu(name: string, target: Message, place?: Place): Interaction;
  /** Clicks a button or picks an entry, found by its label or id. */
  click(on: Shown, label: string, place?: Place): Interaction;
  /** Clicks something by an id of an earlier release. */
  clickId(on: Shown, id: string, place?: Place): Interaction;
  submit(modal: Shown, values: Readonly<Record<string, string>>, place?: Place): Interaction;
}

export function createEvents(scene: Scene): Events {
  const { world, gateway } = scene;
  const channelOf = (place: Place, person: string): Channel => {
    if (place.direct) return world.direct(person);
    const id = place.outside ? OUTSIDE_CHANNEL : (place.channel ?? GENERAL);
    const known = world.channels.get(id);
    if (known) return known;
    const made = { id, type: 0, name: 'elsewhere', guild: OUTSIDE, denied: new Set<never>(), closed: false };
    world.channels.set(id, made);
    return made;
  };
  const invoke = (type: number, data: Json, place: Place, message?: Message): Interaction => {
    const person = world.person(place.person ?? 'ada');
    const channel = channelOf(place, person);
    const made: Interaction = {
      id: world.nextId(),
      token: `interaction-${randomUUID()}`,
      type,
      person,
      channel: channel.id,
      outside: place.outside === true,
      started: performance.now(),
      hidden: false,
      thinking: false,
      followups: 0,
      lost: false,
      faults: [],
      ...(message ? { message } : {}),
    };
    scene.interactions.set(made.token, made);
    newest(scene.interactions);
    const direct = channel.type === DM;
    const json = {
      id: made.id,
      application_id: APPLICATION,
      type,
      data,
      token: made.token,
      version: 1,
      channel: world.channelJson(channel),
      channel_id: channel.id,
      app_permissions: world.permissions(channel),
      locale: place.locale ?? 'en-GB',
      entitlements: [],
      authorizing_integration_owners: place.outside ? { 1: person } : { 0: channel.guild ?? '0' },
      context: direct ? 1 : 0,
      attachment_size_limit: 10_485_760,
      ...(direct
        ? { user: world.user(person) }
        : {
            guild_id: channel.guild,
            guild: { id: channel.guild, locale: 'en-GB', features: [] },
            guild_locale: 'en-GB',
            member: { ...world.member(person), permissions: world.permissions(channel) },
          }),
      ...(message ? { message: world.messageJson(message) } : {}),
    };
    gateway.dispatch('INTERACTION_CREATE', () => json, direct || place.outside ? undefined : channel.guild);
    return made;
  };
  const registered = (name: string, type: number, place: Place): Json => {
    const command = [...scene.commands.values()].flat().find(each => each['name'] === name && each['type'] === type);
    if (!command) throw new Error(`there is no command "${name}"`);
    const context = place.direct ? 1 : 0;
    const contexts = Array.isArray(command['contexts']) ? command['contexts'] : [0];
    if (!contexts.includes(context)) throw new Error(`"${name}" is not offered there`);
    return command;
  };
  const commandData = (name: string, place: Place, options: readonly Json[]): Json => {
    const command = registered(name, 1, place);
    for (const option of objects(command['options']))
      if (option['required'] === true && !options.some(each => each['name'] === option['name']))
        throw new Error(`"${name}" needs ${String(option['name'])}`);
    for (const option of options) {
      const defined = objects(command['options']).find(each => each['name'] === option['name']);
      if (!defined) throw new Error(`"${name}" has no option ${String(option['name'])}`);
      option['type'] = defined['type'];
    }
    return { id: command['id'], name, type: 1, ...(options.length > 0 ? { options } : {}) };
  };
  const pressed = (on: Shown, data: Json, place: Place): Interaction => {
    const message = world.messages.get(on.id);
    if (!message) throw new Error('that message is not there');
    const channel = world.channels.get(message.channel);
    const name = on.person === '' ? 'ada' : String(world.user(on.person)['username']);
    const here = channel?.type === DM ? { direct: true } : { channel: message.channel };
    return invoke(3, data, { person: name, ...here, ...place }, message);
  };
  return {
    say(text, said = {}) {
      const person = world.person(said.person ?? 'ada');
      const channel = channelOf(said, person);
      const content = text.replaceAll('@me', `<@${BOT}>`);
      const referred = said.replyTo && world.messages.get(said.replyTo.id);
      const called = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id);
      if (referred && said.ping !== false) called.push(referred.author);
      const author = { ...world.user(person), ...(said.by ? { bot: true } : {}) };
      const body: Json = {
        author,
        content,
        mentions: [...new Set(called)].map(world.user),
        ...(said.by === 'webhook' ? { webhook_id: person } : {}),
        ...(referred ? { message_reference: { message_id: referred.id } } : {}),
      };
      const message: Message = { id: world.nextId(), channel: channel.id, author: person, body, deleted: false };
      world.messages.set(message.id, message);
      newest(world.messages);
      announce('MESSAGE_CREATE', channel, message);
      return message;
    },
    edit(message, text) {
      const channel = world.channels.get(message.channel);
      message.body = {
        ...message.body,
        content: text.replaceAll('@me', `<@${BOT}>`),
        edited_timestamp: new Date().toISOString(),
      };
      if (channel) announce('MESSAGE_UPDATE', channel, message);
    },
    remove({ id }) {
      const message = world.messages.get(id);
      const channel = world.channels.get(message?.channel ?? '');
      if (!message || !channel) return;
      message.deleted = true;
      const needed = channel.type === DM ? DIRECT_MESSAGES : GUILD_MESSAGES;
      const gone = { id, channel_id: channel.id, ...(channel.guild ? { guild_id: channel.guild } : {}) };
      gateway.dispatch('MESSAGE_DELETE', intents => ((intents & needed) === 0 ? undefined : gone), channel.guild);
    },
    command: (name, options = {}, place = {}) =>
      invoke(
        2,
        commandData(
          name,
          place,
          Object.entries(options).map(([option, value]) => ({ name: option, value })),
        ),
        place,
      ),
    complete: (name, option, typed, place = {}) =>
      invoke(4, commandData(name, place, [{ name: option, value: typed, focused: true }]), place),
    menu(name, target, place = {}) {
      const command = registered(name, 3, place);
      const resolved = { messages: { [target.id]: world.messageJson(target) } };
      return invoke(2, { id: command['id'], name, type: 3, target_id: target.id, resolved }, place);
    },
    click(on, label, place = {}) {
      const actions = actionsIn(on.body);
      const action = actions.find(each => each.label === label || each.id === label);
      if (!action) throw new Error(`no "${label}" among ${actions.map(each => each.label).join(', ')}`);
      return pressed(on, action.data, place);
    },
    clickId: (on, custom_id, place = {}) => pressed(on, { custom_id, component_type: 2, id: 1 }, place),
    submit(modal, values, place = {}) {
      const components = Object.entries(values).map(([custom_id, value], at) => ({
        type: 18,
        id: at * 2 + 1,
        component: { type: 4, id: at * 2 + 2, custom_id, value },
      }));
      return invoke(
        5,
        { custom_id: textAt(modal.body, 'custom_id'), components },
        { channel: modal.channel, ...place },
      );
    },
  };

  function announce(t: string, channel: Channel, message: Message): void {
    const direct = channel.type === DM;
    const needed = direct ? DIRECT_MESSAGES : GUILD_MESSAGES;
    gateway.dispatch(
      t,
      intents => {
        if ((intents & needed) === 0) return undefined;
        const json = {
          ...world.messageJson(message, mayRead(message.body, intents, direct)),
          channel_type: channel.type,
        };
        const { user: _, ...member } = world.member(message.author);
        return channel.guild === undefined ? json : { ...json, guild_id: channel.guild, member };
      },
      channel.guild,
    );
  }
}
