import { fields, type Note, text } from './checking.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { isObject, type Json } from './json.ts';
import { checkText, type TextRules } from './texts.ts';

export const SUPPRESS_EMBEDS = 1 << 2;
export const EPHEMERAL = 1 << 6;
const SILENT = 1 << 12;
export const COMPONENTS_V2 = 1 << 15;

/** Which way a message goes: what it may hold depends on it. */
export type Way = 'channel' | 'callback' | 'webhook' | 'edit';

/** discord.js sends `enforce_nonce` and `tts` with everything, although they mean something only where a message is new. */
const COMMON = [
  'enforce_nonce',
  'content',
  'tts',
  'embeds',
  'allowed_mentions',
  'components',
  'attachments',
  'flags',
  'poll',
];
const KNOWN: Readonly<Record<Way, readonly string[]>> = {
  channel: [...COMMON, 'nonce', 'message_reference', 'sticker_ids', 'shared_client_theme'],
  callback: COMMON,
  webhook: [...COMMON, 'username', 'avatar_url', 'thread_name', 'applied_tags'],
  edit: ['enforce_nonce', 'tts', 'content', 'embeds', 'allowed_mentions', 'components', 'attachments', 'flags', 'poll'],
};
const FLAGS: Readonly<Record<Way, number>> = {
  channel: SUPPRESS_EMBEDS | SILENT | COMPONENTS_V2,
  callback: SUPPRESS_EMBEDS | EPHEMERAL | SILENT | COMPONENTS_V2,
  webhook: SUPPRESS_EMBEDS | EPHEMERAL | SILENT | COMPONENTS_V2,
  edit: SUPPRESS_EMBEDS | EPHEMERAL | COMPONENTS_V2,
};

export interface MessageRules {
  readonly way: Way;
  /** ids that may stand in a mention */
  readonly named: ReadonlySet<string>;
  /** ids that may be called by `allowed_mentions` */
  readonly callable: ReadonlySet<string>;
  /** the message that is edited already is of the second kind */
  readonly second?: boolean;
}

/** Checks everything that is shown to people. */
export function checkMessage(body: Json, rules: MessageRules, where: string, note: Note): void {
  fields(body, KNOWN[rules.way], where, note);
  const flags = Number(body['flags'] ?? 0);
  if (!Number.isInteger(flags) || (flags & ~FLAGS[rules.way]) !== 0) note(`${where}: flags ${body['flags']}`);
  const second = rules.second === true || (flags & COMPONENTS_V2) !== 0;
  const texts: TextRules = { links: false, named: rules.named };
  const filled = (name: string): boolean => {
    const value = body[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  };
  if (second && ['content', 'embeds', 'poll', 'sticker_ids'].some(filled))
    note(`${where}: content or embeds beside components of the second kind`);
  if (rules.way !== 'edit' && !['content', 'embeds', 'components', 'attachments', 'poll', 'sticker_ids'].some(filled))
    note(`${where}: an empty message`);
  if (body['content'] !== undefined && body['content'] !== null)
    checkText(text(body['content'], 0, 2000, `${where}.content`, note), texts, `${where}.content`, note);
  if (body['embeds'] !== undefined && body['embeds'] !== null) checkEmbeds(body['embeds'], texts, where, note);
  if (body['components'] !== undefined && body['components'] !== null)
    checkComponents(body['components'], second, texts, `${where}.components`, note);
  if (body['tts'] === true) note(`${where}: read aloud to everybody`);
  checkNonce(body, where, note);
  checkMentions(body['allowed_mentions'], rules.callable, where, note);
}

function checkNonce(body: Json, where: string, note: Note): void {
  const { nonce } = body;
  if (body['enforce_nonce'] === true && nonce === undefined) note(`${where}: enforce_nonce without a nonce`);
  if (nonce !== undefined && !(Number.isInteger(nonce) || (typeof nonce === 'string' && nonce.length <= 25)))
    note(`${where}: nonce ${JSON.stringify(nonce)}`);
}

function checkMentions(value: unknown, callable: ReadonlySet<string>, where: string, note: Note): void {
  const here = `${where}.allowed_mentions`;
  if (!isObject(value)) {
    note(`${here}: missing`);
    return;
  }
  fields(value, ['parse', 'roles', 'users', 'replied_user'], here, note);
  const { parse, roles = [], users = [] } = value;
  if (!Array.isArray(parse) || parse.length > 0) note(`${here}: expected parse []`);
  if (value['replied_user'] === true) note(`${here}: replied_user calls who asked`);
  for (const id of [roles, users].flat()) if (!callable.has(String(id))) note(`${here}: ${id} must not be called`);
}
