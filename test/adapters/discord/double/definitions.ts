import { fields, list, type Note, number, text, unique } from './checking.ts';
import { isObject, type Json, objects } from './json.ts';

const CHAT = 1;
const MESSAGE = 3;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Most commands of each type: chat, user, message. */
const MOST = new Map([
  [CHAT, 100],
  [2, 15],
  [MESSAGE, 15],
]);
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);
const KNOWN = [
  'name type description options name_localizations description_localizations default_member_permissions',
  'dm_permission default_permission nsfw integration_types contexts handler',
]
  .join(' ')
  .split(' ');

/** Checks a bulk overwrite. */
export function checkCommands(value: unknown, everywhere: boolean, note: Note): Json[] {
  const commands = list(value, 0, 130, 'commands', note);
  for (const [type, most] of MOST) {
    const of = commands.filter(command => (command['type'] ?? CHAT) === type);
    if (of.length > most) note(`commands: ${of.length} of type ${type}, expected up to ${most}`);
    unique(
      of.map(command => command['name']),
      `commands of type ${type}: name`,
      note,
    );
  }
  for (const command of commands) checkCommand(command, everywhere, `command ${String(command['name'])}`, note);
  return commands;
}

function checkCommand(command: Json, everywhere: boolean, where: string, note: Note): void {
  fields(command, KNOWN, where, note);
  const chat = (command['type'] ?? CHAT) === CHAT;
  checkName(command, chat, where, note);
  if (chat) checkDescription(command, where, note);
  else if (command['description'] !== undefined && command['description'] !== '')
    note(`${where}: only a chat command has a description`);
  if (!chat && objects(command['options']).length > 0) note(`${where}: only a chat command has options`);
  for (const [name, most] of [
    ['contexts', 2],
    ['integration_types', 1],
  ] as const) {
    if (everywhere) checkNumbers(command[name], most, `${where}.${name}`, note);
    else if (command[name] !== undefined) note(`${where}.${name}: only for commands of every server`);
  }
  if (command['dm_permission'] !== undefined) note(`${where}: dm_permission is deprecated`);
  const permissions = command['default_member_permissions'];
  if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions)))
    note(`${where}: default_member_permissions`);
  const options = list(command['options'], 0, 25, `${where}.options`, note);
  checkOptions(options, where, note);
  if (size(command) > 8000) note(`${where}: ${size(command)} characters in all, expected up to 8000`);
}

function checkOptions(options: readonly Json[], where: string, note: Note): void {
  unique(
    options.map(option => option['name']),
    `${where}.options: name`,
    note,
  );
  const firstOptional = options.findIndex(option => option['required'] !== true);
  if (firstOptional >= 0 && options.slice(firstOptional).some(option => option['required'] === true))
    note(`${where}: required options stand before the others`);
  for (const option of options) {
    const here = `${where} ${String(option['name'])}`;
    const known =
      'type name description name_localizations description_localizations required choices options channel_types min_value max_value min_length max_length autocomplete';
    fields(option, known.split(' '), here, note);
    number(option['type'], 1, 11, `${here}.type`, note);
    checkName(option, true, here, note);
    checkDescription(option, here, note);
    const choices = list(option['choices'], 0, 25, `${here}.choices`, note);
    if (choices.length > 0 && option['autocomplete'] === true) note(`${here}: choices beside autocomplete`);
    for (const choice of choices) {
      fields(choice, ['name', 'name_localizations', 'value'], here, note);
      text(choice['name'], 1, 100, `${here}.choices`, note);
      if (option['type'] === 3) text(choice['value'], 1, 100, `${here}.choices`, note);
    }
    for (const limit of ['min_length', 'max_length'])
      if (option[limit] !== undefined) number(option[limit], 0, 6000, `${here}.${limit}`, note);
  }
}

function checkName(item: Json, strict: boolean, where: string, note: Note): void {
  const names = [item['name'], ...localised(item['name_localizations'], where, note)];
  for (const each of names) {
    const name = text(each, 1, 32, `${where}.name`, note);
    if (strict && (!NAME.test(name) || name !== name.toLowerCase())) note(`${where}: the name "${name}"`);
  }
}

function checkDescription(item: Json, where: string, note: Note): void {
  for (const each of [item['description'], ...localised(item['description_localizations'], where, note)])
    text(each, 1, 100, `${where}.description`, note);
}

function localised(value: unknown, where: string, note: Note): unknown[] {
  if (!isObject(value)) return [];
  for (const locale of Object.keys(value)) if (!LOCALES.has(locale)) note(`${where}: no locale "${locale}"`);
  return Object.values(value);
}

function checkNumbers(value: unknown, most: number, where: string, note: Note): void {
  const numbers = Array.isArray(value) ? value : [];
  if (numbers.length === 0) note(`${where}: left to Discord's default`);
  for (const each of numbers) number(each, 0, most, where, note);
  unique(numbers, where, note);
}

function size(item: Json): number {
  const own = ['name', 'description'].reduce((sum, name) => sum + String(item[name] ?? '').length, 0);
  const choices = objects(item['choices']).reduce(
    (sum, choice) => sum + `${choice['name']}${choice['value']}`.length,
    0,
  );
  return own + choices + objects(item['options']).reduce((sum, option) => sum + size(option), 0);
}

/** A command as Discord gives it back: with what it fills in, without what is false. */
export function storedCommand(command: Json, application: string, id: string): Json {
  const { name_localizations, description_localizations, options, ...rest } = command;
  const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);
  return {
    id,
    application_id: application,
    version: id,
    default_member_permissions: null,
    type: CHAT,
    description: '',
    dm_permission: true,
    nsfw: false,
    ...rest,
    contexts: sorted(command['contexts'] ?? null),
    integration_types: sorted(command['integration_types'] ?? [0]),
    ...(objects(options).length > 0 ? { options: objects(options).map(storedOption) } : {}),
    name_localizations: name_localizations ?? null,
    description_localizations: description_localizations ?? null,
  };
}

function storedOption(option: Json): Json {
  const { name_localizations, description_localizations, ...rest } = option;
  const kept = Object.entries(rest).filter(
    ([name, value]) => value !== false && value !== undefined && !(name === 'choices' && objects(value).length === 0),
  );
  return {
    ...Object.fromEntries(kept),
    ...(isObject(name_localizations) ? { name_localizations } : {}),
    ...(isObject(description_localizations) ? { description_localizations } : {}),
  };
}
