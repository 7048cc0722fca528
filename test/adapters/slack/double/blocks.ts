import { isObject, type Json, objects, textAt } from './json.ts';

/** Slack's limits and structure of Block Kit, written down apart from the adapter's own table (docs.slack.dev/reference/block-kit). */
interface Rule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const BLOCKS: Readonly<Record<string, Rule>> = {
  header: { required: ['text'], optional: [] },
  section: { required: [], optional: ['text', 'fields', 'accessory', 'expand'] },
  context: { required: ['elements'], optional: [] },
  actions: { required: ['elements'], optional: [] },
  divider: { required: [], optional: [] },
};
const ELEMENTS: Readonly<Record<string, Rule>> = {
  button: {
    required: ['text', 'action_id'],
    optional: ['url', 'value', 'style', 'confirm', 'accessibility_label'],
  },
  static_select: {
    required: ['options', 'action_id'],
    optional: ['placeholder', 'initial_option', 'confirm', 'focus_on_load'],
  },
};

export type Surface = 'message' | 'home';

/** Everything that Slack would refuse in a list of blocks, or that calls people. */
export function blockFaults(blocks: unknown, surface: Surface, mayMention = false): string[] {
  if (!Array.isArray(blocks)) return ['blocks: not a list'];
  const faults: string[] = [];
  const fault = (where: string, what: string): void => void faults.push(`${where}: ${what}`);
  const most = surface === 'home' ? 100 : 50;
  if (blocks.length === 0 || blocks.length > most)
    fault('blocks', `${blocks.length} of them, allowed are 1 to ${most}`);
  if (surface === 'message' && JSON.stringify(blocks).length > 13_200) fault('blocks', 'msg_blocks_too_long');
  const ids = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    const where = `blocks[${at}]`;
    if (!isObject(block)) fault(where, 'not an object');
    else checkBlock(block, where, ids, mayMention, fault);
  }
  return faults;
}

type Report = (where: string, what: string) => void;

function checkBlock(block: Json, where: string, ids: Set<string>, mayMention: boolean, fault: Report): void {
  const type = textAt(block, 'type');
  const rule = BLOCKS[type];
  if (!rule) {
    fault(where, `unknown block type "${type}"`);
    return;
  }
  checkFields(block, rule, ['type', 'block_id'], where, fault);
  const text = (value: unknown, kind: string | undefined, longest: number, at: string): void =>
    checkText(value, kind, longest, at, mayMention, fault);
  if (type === 'header') text(block['text'], 'plain_text', 150, `${where}.text`);
  if (type === 'section') {
    if (block['text'] === undefined && block['fields'] === undefined) fault(where, 'neither text nor fields');
    if (block['text'] !== undefined) text(block['text'], undefined, 3000, `${where}.text`);
    const fields = objects(block['fields']);
    if (block['fields'] !== undefined && (fields.length === 0 || fields.length > 10))
      fault(where, `${fields.length} fields, allowed are 1 to 10`);
    for (const field of fields) text(field, undefined, 2000, `${where}.fields`);
  }
  const elements = objects(block['elements']);
  if (type === 'context') {
    if (elements.length === 0 || elements.length > 10) fault(where, `${elements.length} elements, allowed are 1 to 10`);
    for (const element of elements) text(element, undefined, 3000, `${where}.elements`);
  }
  if (type === 'actions') {
    if (elements.length === 0 || elements.length > 25) fault(where, `${elements.length} elements, allowed are 1 to 25`);
    for (const element of elements) checkElement(element, where, ids, mayMention, fault);
  }
}

function checkElement(element: Json, where: string, ids: Set<string>, mayMention: boolean, fault: Report): void {
  const type = textAt(element, 'type');
  const rule = ELEMENTS[type];
  if (!rule) {
    fault(where, `unknown element type "${type}"`);
    return;
  }
  checkFields(element, rule, ['type'], where, fault);
  const id = textAt(element, 'action_id');
  if (id.length === 0 || id.length > 255) fault(where, `action_id of ${id.length} characters`);
  if (ids.has(id)) fault(where, `action_id "${id}" stands twice`);
  ids.add(id);
  if (type === 'button') {
    checkText(element['text'], 'plain_text', 75, `${where}.text`, mayMention, fault);
    if (element['style'] !== undefined && !['primary', 'danger'].includes(textAt(element, 'style')))
      fault(where, 'style is neither primary nor danger');
    if (textAt(element, 'value').length > 2000) fault(where, 'value is too long');
  } else {
    const options = objects(element['options']);
    if (options.length === 0 || options.length > 100) fault(where, `${options.length} options, allowed are 1 to 100`);
    if (element['placeholder'] !== undefined)
      checkText(element['placeholder'], 'plain_text', 150, `${where}.placeholder`, mayMention, fault);
    const values = new Set<string>();
    for (const option of options) {
      checkFields(option, { required: ['text', 'value'], optional: ['description'] }, [], `${where}.options`, fault);
      checkText(option['text'], 'plain_text', 75, `${where}.options.text`, mayMention, fault);
      const value = textAt(option, 'value');
      if (value.length === 0 || value.length > 150) fault(where, `option value of ${value.length} characters`);
      if (values.has(value)) fault(where, `option value "${value}" stands twice`);
      values.add(value);
    }
  }
  if (element['confirm'] === undefined) return;
  const confirm = isObject(element['confirm']) ? element['confirm'] : {};
  checkFields(confirm, { required: ['title', 'text', 'confirm', 'deny'], optional: ['style'] }, [], where, fault);
  checkText(confirm['title'], 'plain_text', 100, `${where}.confirm.title`, mayMention, fault);
  checkText(confirm['text'], 'plain_text', 300, `${where}.confirm.text`, mayMention, fault);
  checkText(confirm['confirm'], 'plain_text', 30, `${where}.confirm.confirm`, mayMention, fault);
  checkText(confirm['deny'], 'plain_text', 30, `${where}.confirm.deny`, mayMention, fault);
}

function checkFields(item: Json, rule: Rule, always: readonly string[], where: string, fault: Report): void {
  for (const name of rule.required) if (item[name] === undefined) fault(where, `no "${name}"`);
  const known = [...rule.required, ...rule.optional, ...always];
  for (const name of Object.keys(item)) if (!known.includes(name)) fault(where, `unknown field "${name}"`);
}

function checkText(
  value: unknown,
  kind: string | undefined,
  longest: number,
  where: string,
  mayMention: boolean,
  fault: Report,
): void {
  if (!isObject(value)) {
    fault(where, 'no text object');
    return;
  }
  const type = textAt(value, 'type');
  const text = textAt(value, 'text');
  if (kind === undefined ? !['plain_text', 'mrkdwn'].includes(type) : type !== kind) fault(where, `type is "${type}"`);
  const rule = { required: ['type', 'text'], optional: type === 'plain_text' ? ['emoji'] : ['verbatim'] };
  checkFields(value, rule, [], where, fault);
  if (text.trim() === '') fault(where, 'empty text');
  if (text.length > longest) fault(where, `${text.length} characters, allowed are ${longest}`);
  if (type === 'mrkdwn') for (const each of mrkdwnFaults(text, mayMention)) fault(where, each);
}

/** Angle brackets that are no link, bare ampersands, and everything that calls somebody. */
export function mrkdwnFaults(text: string, mayMention = false): string[] {
  const faults: string[] = [];
  const plain = text.replace(/<([^<>]*)>/g, (all, inside: string) => {
    if (/^https?:\/\/[^\s|]+\|[^|]+$/.test(inside) || /^#C\w+$/.test(inside)) return '';
    if (mayMention && /^@[UW]\w+$/.test(inside)) return '';
    faults.push(`"${all}" calls somebody or is no link`);
    return '';
  });
  if (/[<>]/.test(plain)) faults.push(`a bare angle bracket in "${plain.slice(0, 80)}"`);
  if (/&(?!amp;|lt;|gt;)/.test(plain)) faults.push(`a bare ampersand in "${plain.slice(0, 80)}"`);
  return faults;
}

/** Every text that a person can read in a message, as one. */
export function readableText(message: unknown): string {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key === 'text') found.push(value);
    else if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (isObject(value)) for (const [name, each] of Object.entries(value)) walk(each, name);
  };
  walk(isObject(message) ? message['blocks'] : undefined, 'blocks');
  return found.join('\n');
}
