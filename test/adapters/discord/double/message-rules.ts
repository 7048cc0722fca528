import { isObject, type Json, objects, text } from './json.ts';

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;

/** What Discord would refuse in a message, and what it would do that the bot must never cause. */
export function messageProblems(payload: Json, where: { readonly ephemeral: boolean }): string[] {
  const problems: string[] = [];
  const flags = Number(payload['flags'] ?? 0);
  const content = text(payload['content']);
  const v2 = (flags & V2) !== 0;
  const known = V2 | (where.ephemeral ? EPHEMERAL : 0) | (1 << 2) | (1 << 12);
  if ((flags & ~known) !== 0) problems.push(`flags ${flags} are not allowed here`);
  if (v2 && (content !== '' || objects(payload['embeds']).length > 0))
    problems.push('content or embeds beside Components V2');
  if (content.length > 2000) problems.push(`content has ${content.length} characters`);
  problems.push(...embedProblems(objects(payload['embeds'])));
  problems.push(...mentionProblems(payload['allowed_mentions']));
  problems.push(...componentProblems(objects(payload['components']), v2));
  if (v2 && objects(payload['components']).length === 0) problems.push('Components V2 without a component');
  if (!v2 && content === '' && objects(payload['embeds']).length === 0) problems.push('an empty message');
  return problems;
}

function mentionProblems(allowed: unknown): string[] {
  if (!isObject(allowed)) return ['no allowed_mentions'];
  const parse = allowed['parse'];
  if (!Array.isArray(parse) || parse.length > 0) return ['allowed_mentions does not have "parse": []'];
  return allowed['replied_user'] === true || Array.isArray(allowed['users']) ? ['allowed_mentions calls somebody'] : [];
}

function embedProblems(embeds: readonly Json[]): string[] {
  const problems: string[] = [];
  if (embeds.length > 10) problems.push('more than 10 embeds');
  let sum = 0;
  for (const embed of embeds) {
    const fields = objects(embed['fields']);
    const parts: [unknown, number, string][] = [
      [embed['title'], 256, 'title'],
      [embed['description'], 4096, 'description'],
      ...fields.flatMap((field): [unknown, number, string][] => [
        [field['name'], 256, 'field name'],
        [field['value'], 1024, 'field value'],
      ]),
    ];
    if (fields.length > 25) problems.push('more than 25 fields');
    for (const [value, most, name] of parts) {
      sum += text(value).length;
      if (text(value).length > most) problems.push(`embed ${name} of ${text(value).length} characters`);
    }
  }
  if (sum > 6000) problems.push(`embeds of ${sum} characters`);
  return problems;
}

interface Tally {
  count: number;
  characters: number;
  readonly ids: string[];
}

function componentProblems(components: readonly Json[], v2: boolean): string[] {
  const problems: string[] = [];
  const tally: Tally = { count: 0, characters: 0, ids: [] };
  for (const component of components) walk(component, v2 ? 'top' : 'old', tally, problems);
  if (!v2 && components.length > 5) problems.push('more than 5 rows');
  if (v2 && tally.count > 40) problems.push(`${tally.count} components`);
  if (v2 && tally.characters > 4000) problems.push(`${tally.characters} characters of text`);
  if (new Set(tally.ids).size < tally.ids.length) problems.push(`a custom_id stands twice: ${tally.ids.join(' ')}`);
  return problems;
}

const CHILDREN: Readonly<Record<string, readonly number[]>> = {
  old: [1],
  top: [1, 9, 10, 12, 13, 14, 17],
  container: [1, 9, 10, 12, 13, 14],
  row: [2, 3, 5, 6, 7, 8],
};

function walk(component: Json, inside: string, tally: Tally, problems: string[]): void {
  const type = Number(component['type']);
  tally.count += 1;
  if (!CHILDREN[inside]?.includes(type)) problems.push(`a component of type ${type} in ${inside}`);
  const children = objects(component['components']);
  if (type === 10) {
    const content = text(component['content']);
    tally.characters += content.length;
    if (content.trim() === '') problems.push('an empty text display');
  }
  if (type === 17) {
    if (children.length === 0) problems.push('an empty container');
    const colour = component['accent_color'];
    if (
      colour !== undefined &&
      colour !== null &&
      !(Number.isInteger(colour) && Number(colour) >= 0 && Number(colour) <= 0xffffff)
    )
      problems.push('a wrong accent_color');
    for (const child of children) walk(child, 'container', tally, problems);
  }
  if (type === 1) {
    const selects = children.filter(child => Number(child['type']) !== 2).length;
    if (children.length === 0 || children.length > 5 || (selects > 0 && children.length > 1))
      problems.push(`a row of ${children.length} with ${selects} selects`);
    for (const child of children) walk(child, 'row', tally, problems);
  }
  if (type === 2) buttonProblems(component, tally, problems);
  if (type === 3) selectProblems(component, tally, problems);
}

function customId(component: Json, tally: Tally, problems: string[]): void {
  const id = text(component['custom_id']);
  if (id.length < 1 || id.length > 100) problems.push(`a custom_id of ${id.length} characters`);
  tally.ids.push(id);
}

function buttonProblems(button: Json, tally: Tally, problems: string[]): void {
  const style = Number(button['style']);
  const label = text(button['label']);
  if (label.length < 1 || label.length > 80) problems.push(`a button label of ${label.length} characters`);
  if (style === 5) {
    if (text(button['url']) === '' || button['custom_id'] !== undefined)
      problems.push('a link button without url, or with custom_id');
  } else if (style >= 1 && style <= 4) customId(button, tally, problems);
  else problems.push(`a button of style ${style}`);
}

function selectProblems(select: Json, tally: Tally, problems: string[]): void {
  customId(select, tally, problems);
  const options = objects(select['options']);
  if (options.length < 1 || options.length > 25) problems.push(`a select of ${options.length} options`);
  if (text(select['placeholder']).length > 150) problems.push('a placeholder of more than 150 characters');
  const values = options.map(option => text(option['value']));
  if (new Set(values).size < values.length) problems.push('a select value stands twice');
  for (const option of options)
    for (const [name, most] of [
      ['label', 100],
      ['value', 100],
    ] as const)
      if (text(option[name]).length < 1 || text(option[name]).length > most)
        problems.push(`a select ${name} of ${text(option[name]).length} characters`);
}
