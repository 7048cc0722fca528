import { newest } from '../../../newest.ts';
import { fields, list, text } from './checking.ts';
import { checkModal, everyComponent } from './components.ts';
import { isObject, type Json } from './json.ts';
import { checkMessage, EPHEMERAL, type MessageRules, type Way } from './messages.ts';
import { type Answer, failed, type Interaction, NOTHING, ok, type Scene, type Shown } from './scene.ts';
import { BOT, type Message } from './world.ts';

const LONGEST_WAIT = 3000;
const TOKEN_LIFE = 15 * 60_000;
const MOST_OUTSIDE = 5;

const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL = 5;

/** Callbacks that each kind of interaction takes. */
const ALLOWED: Readonly<Record<number, readonly number[]>> = {
  [COMMAND]: [4, 5, 9],
  [COMPONENT]: [4, 5, 6, 7, 9],
  [AUTOCOMPLETE]: [8],
  [MODAL]: [4, 5, 6, 7],
};

export interface Responses {
  callback(id: string, token: string, body: Json, withResponse: boolean): Answer;
  /** POST to the webhook of an interaction */
  follow(token: string, body: Json): Answer;
  /** PATCH, GET or DELETE of a message there; "@original" is the response */
  message(method: string, token: string, id: string, body: Json): Answer;
}

export function createResponses(scene: Scene): Responses {
  const { world, note } = scene;
  const byToken = (token: string): Interaction | undefined => scene.interactions.get(token);
  const rules = (of: Interaction, way: Way): MessageRules => ({
    way,
    named: new Set([of.person, BOT]),
    callable: new Set(),
  });
  const show = (of: Interaction, way: Shown['way'], message: Message, hidden: boolean): void => {
    scene.shown.push({
      way,
      channel: of.channel,
      hidden,
      person: of.person,
      id: message.id,
      replyTo: '',
      interaction: of.id,
      body: message.body,
      at: performance.now(),
    });
  };
  const store = (of: Interaction, body: Json, hidden: boolean): Message => {
    const message: Message = {
      id: world.nextId(),
      channel: of.channel,
      author: BOT,
      body: numbered(body),
      deleted: false,
    };
    if (hidden) message.body = { ...message.body, flags: Number(body['flags'] ?? 0) | EPHEMERAL };
    world.messages.set(message.id, message);
    newest(world.messages);
    return message;
  };

  const respond = (of: Interaction, type: number, data: Json): void => {
    const where = `callback ${type}`;
    switch (type) {
      case 4:
        checkMessage(data, rules(of, 'callback'), where, note);
        of.hidden = (Number(data['flags'] ?? 0) & EPHEMERAL) !== 0;
        of.original = store(of, data, of.hidden);
        show(of, 'callback', of.original, of.hidden);
        return;
      case 5:
        fields(data, ['flags'], where, note);
        of.hidden = (Number(data['flags'] ?? 0) & EPHEMERAL) !== 0;
        of.thinking = true;
        return;
      case 6:
        if (of.message) of.original = of.message;
        of.hidden = isHidden(of.message);
        return;
      case 7:
        checkMessage(data, { ...rules(of, 'edit'), second: false }, where, note);
        if (of.message) {
          of.message.body = edited(of.message, data);
          of.original = of.message;
          of.hidden = isHidden(of.message);
          show(of, 'update', of.message, of.hidden);
        }
        return;
      case 8:
        complete(of, data, where);
        return;
      case 9:
        checkModal(data, { links: false, named: new Set([of.person]) }, where, note);
        show(of, 'modal', { id: of.id, channel: of.channel, author: BOT, body: data, deleted: false }, true);
    }
  };
  const complete = (of: Interaction, data: Json, where: string): void => {
    fields(data, ['choices'], where, note);
    for (const [at, choice] of list(data['choices'], 0, 25, where, note).entries()) {
      fields(choice, ['name', 'value', 'name_localizations'], where, note);
      text(choice['name'], 1, 100, `${where}.choices[${at}].name`, note);
      text(choice['value'], 1, 100, `${where}.choices[${at}].value`, note);
    }
    show(of, 'autocomplete', { id: of.id, channel: of.channel, author: BOT, body: data, deleted: false }, true);
  };

  return {
    callback(id, token, body, withResponse) {
      const of = byToken(token);
      if (!of || of.id !== id) return failed(404, 10062, 'Unknown interaction');
      if (performance.now() - of.started > LONGEST_WAIT) return failed(404, 10062, 'Unknown interaction');
      if (of.responded !== undefined) {
        if (!of.lost) note(`callback: a second one for the same interaction`);
        return failed(400, 40060, 'Interaction has already been acknowledged.');
      }
      fields(body, ['type', 'data'], 'callback', note);
      const type = Number(body['type']);
      const data = isObject(body['data']) ? body['data'] : {};
      if (!(ALLOWED[of.type] ?? []).includes(type)) {
        note(`callback: type ${String(body['type'])} for an interaction of type ${of.type}`);
        return failed(400, 50035, 'Invalid Form Body');
      }
      of.responded = performance.now();
      of.callback = type;
      respond(of, type, data);
      if (!withResponse) return NOTHING;
      const shown = of.original ? world.messageJson(of.original) : undefined;
      return ok({
        interaction: {
          id,
          type: of.type,
          response_message_id: of.original?.id,
          response_message_loading: of.thinking,
          response_message_ephemeral: of.hidden,
        },
        ...(shown ? { resource: { type, message: shown } } : {}),
      });
    },
    follow(token, body) {
      const of = byToken(token);
      if (!of || of.responded === undefined) return failed(404, 10015, 'Unknown Webhook');
      if (performance.now() - of.started > TOKEN_LIFE) return failed(401, 50027, 'Invalid Webhook Token');
      of.followups += 1;
      if (of.outside && of.followups > MOST_OUTSIDE) return failed(400, 40094, 'Maximum number of follow up messages');
      checkMessage(body, rules(of, 'webhook'), 'followup', note);
      const hidden = of.thinking ? of.hidden : (Number(body['flags'] ?? 0) & EPHEMERAL) !== 0;
      const message = store(of, body, hidden);
      if (of.thinking) of.original = message;
      of.thinking = false;
      show(of, 'followup', message, hidden);
      return ok(world.messageJson(message));
    },
    message(method, token, id, body) {
      const of = byToken(token);
      if (!of || of.responded === undefined) return failed(404, 10015, 'Unknown Webhook');
      if (performance.now() - of.started > TOKEN_LIFE) return failed(401, 50027, 'Invalid Webhook Token');
      const found = id === '@original' ? of.original : world.messages.get(id);
      if (method === 'PATCH' && id === '@original' && of.thinking) {
        checkMessage(body, rules(of, 'webhook'), 'original', note);
        of.thinking = false;
        of.original = store(of, body, of.hidden);
        show(of, 'edit', of.original, of.hidden);
        return ok(world.messageJson(of.original));
      }
      if (method === 'DELETE' && id === '@original' && of.thinking) {
        of.thinking = false;
        return NOTHING;
      }
      if (!found || found.deleted) return failed(404, 10008, 'Unknown Message');
      if (method === 'DELETE') {
        found.deleted = true;
        return NOTHING;
      }
      if (method === 'PATCH') {
        checkMessage(body, { ...rules(of, 'edit') }, 'edit', note);
        found.body = edited(found, body);
        show(of, 'edit', found, of.hidden);
      }
      return ok(world.messageJson(found));
    },
  };
}

/** What a message holds after an edit; that it is private stays. */
function edited(message: Message, body: Json): Json {
  const flags = Number(message.body['flags'] ?? 0) | Number(body['flags'] ?? 0);
  return { ...message.body, ...numbered(body), flags };
}

function isHidden(message: Message | undefined): boolean {
  return (Number(message?.body['flags'] ?? 0) & EPHEMERAL) !== 0;
}

/** Discord numbers the components of a message. */
export function numbered(body: Json): Json {
  for (const [at, component] of everyComponent(body['components']).entries()) component['id'] ??= at + 1;
  return body;
}
