import { fields, list, type Note, number, text, unique } from './checking.ts';
import { isObject, type Json, objects } from './json.ts';
import { checkText, type TextRules } from './texts.ts';

/** Component types of API v10. */
export const ROW = 1;
export const BUTTON = 2;
export const STRING_SELECT = 3;
export const TEXT_INPUT = 4;
const SECTION = 9;
export const TEXT_DISPLAY = 10;
const THUMBNAIL = 11;
const GALLERY = 12;
const FILE = 13;
const SEPARATOR = 14;
const CONTAINER = 17;
const LABEL = 18;
const OTHER_SELECTS = [5, 6, 7, 8];

const LINK_BUTTON = 5;
const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;

/** Every component, the nested ones too. */
export function everyComponent(value: unknown): Json[] {
  return objects(value).flatMap(component => [
    component,
    ...everyComponent(component['components']),
    ...(isObject(component['accessory']) ? everyComponent([component['accessory']]) : []),
    ...(isObject(component['component']) ? everyComponent([component['component']]) : []),
  ]);
}

export function checkComponents(value: unknown, second: boolean, rules: TextRules, where: string, note: Note): void {
  const top = list(value, 0, second ? MOST_COMPONENTS : 5, where, note);
  const all = everyComponent(value);
  unique(
    all.flatMap(each => (each['custom_id'] === undefined ? [] : [each['custom_id']])),
    `${where}: custom_id`,
    note,
  );
  unique(
    all.flatMap(each => (each['id'] === undefined || each['id'] === 0 ? [] : [each['id']])),
    `${where}: id`,
    note,
  );
  const allowed = second ? [ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR, CONTAINER] : [ROW];
  checkAll(top, allowed, rules, where, note);
  if (!second) return;
  if (all.length > MOST_COMPONENTS) note(`${where}: ${all.length} components, expected up to ${MOST_COMPONENTS}`);
  const length = all
    .filter(each => each['type'] === TEXT_DISPLAY)
    .reduce((sum, each) => sum + String(each['content']).length, 0);
  if (length > MOST_TEXT) note(`${where}: ${length} characters of text, expected up to ${MOST_TEXT}`);
}

function checkAll(items: readonly Json[], allowed: readonly number[], rules: TextRules, where: string, note: Note) {
  for (const [at, item] of items.entries()) {
    const here = `${where}[${at}]`;
    if (!allowed.includes(Number(item['type']))) note(`${here}: a component of type ${item['type']} has no place here`);
    else checkOne(item, rules, here, note);
  }
}

function checkOne(item: Json, rules: TextRules, where: string, note: Note): void {
  const known = (...names: readonly string[]): void => fields(item, ['type', 'id', ...names], where, note);
  switch (item['type']) {
    case ROW: {
      known('components');
      const children = list(item['components'], 1, 5, where, note);
      checkAll(children, [BUTTON, STRING_SELECT, ...OTHER_SELECTS], rules, where, note);
      if (children.some(child => child['type'] !== BUTTON) && children.length > 1)
        note(`${where}: a select needs a row`);
      return;
    }
    case BUTTON:
      known('style', 'label', 'emoji', 'custom_id', 'url', 'disabled');
      checkButton(item, rules, where, note);
      return;
    case STRING_SELECT:
      known('custom_id', 'options', 'placeholder', 'min_values', 'max_values', 'disabled', 'required');
      checkSelect(item, rules, where, note);
      return;
    case SECTION:
      known('components', 'accessory');
      checkAll(list(item['components'], 1, 3, where, note), [TEXT_DISPLAY], rules, where, note);
      if (!isObject(item['accessory'])) note(`${where}: a section needs an accessory`);
      checkAll(objects([item['accessory']]), [BUTTON, THUMBNAIL], rules, `${where}.accessory`, note);
      return;
    case TEXT_DISPLAY:
      known('content');
      checkText(text(item['content'], 1, MOST_TEXT, where, note), { ...rules, links: true }, where, note);
      return;
    case SEPARATOR:
      known('divider', 'spacing');
      if (item['spacing'] !== undefined) number(item['spacing'], 1, 2, `${where}.spacing`, note);
      return;
    case CONTAINER:
      known('components', 'accent_color', 'spoiler');
      if (item['accent_color'] !== undefined && item['accent_color'] !== null)
        number(item['accent_color'], 0, 0xff_ff_ff, `${where}.accent_color`, note);
      checkAll(
        list(item['components'], 1, MOST_COMPONENTS, where, note),
        [ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR],
        rules,
        where,
        note,
      );
  }
}

function checkButton(item: Json, rules: TextRules, where: string, note: Note): void {
  number(item['style'], 1, 6, `${where}.style`, note);
  if (item['label'] === undefined && item['emoji'] === undefined) note(`${where}: neither label nor emoji`);
  if (item['label'] !== undefined) {
    const label = text(item['label'], 1, 80, `${where}.label`, note);
    checkText(label, { ...rules, links: false }, `${where}.label`, note);
  }
  if (item['style'] === LINK_BUTTON) {
    text(item['url'], 1, 512, `${where}.url`, note);
    if (item['custom_id'] !== undefined) note(`${where}: a link has no custom_id`);
  } else {
    text(item['custom_id'], 1, 100, `${where}.custom_id`, note);
    if (item['url'] !== undefined) note(`${where}: only a link has an address`);
  }
}

function checkSelect(item: Json, rules: TextRules, where: string, note: Note): void {
  text(item['custom_id'], 1, 100, `${where}.custom_id`, note);
  text(item['placeholder'], 0, 150, `${where}.placeholder`, note);
  const options = list(item['options'], 1, 25, `${where}.options`, note);
  unique(
    options.map(option => option['value']),
    `${where}.options: value`,
    note,
  );
  for (const [at, option] of options.entries()) {
    const here = `${where}.options[${at}]`;
    fields(option, ['label', 'value', 'description', 'emoji', 'default'], here, note);
    checkText(text(option['label'], 1, 100, `${here}.label`, note), { ...rules, links: false }, here, note);
    text(option['value'], 1, 100, `${here}.value`, note);
    if (option['description'] !== undefined) text(option['description'], 1, 100, `${here}.description`, note);
  }
  if (item['min_values'] !== undefined) number(item['min_values'], 0, 25, `${where}.min_values`, note);
  if (item['max_values'] !== undefined) number(item['max_values'], 1, options.length, `${where}.max_values`, note);
}

/** A modal: inputs stand in labels; rows are deprecated there. */
export function checkModal(data: Json, rules: TextRules, where: string, note: Note): void {
  fields(data, ['title', 'custom_id', 'components'], where, note);
  text(data['title'], 1, 45, `${where}.title`, note);
  text(data['custom_id'], 1, 100, `${where}.custom_id`, note);
  for (const [at, item] of list(data['components'], 1, 5, where, note).entries()) {
    const here = `${where}[${at}]`;
    if (item['type'] === TEXT_DISPLAY) checkOne(item, rules, here, note);
    else if (item['type'] !== LABEL) note(`${here}: expected a label in a modal, not type ${item['type']}`);
    else {
      fields(item, ['type', 'id', 'label', 'description', 'component'], here, note);
      text(item['label'], 1, 45, `${here}.label`, note);
      text(item['description'], 0, 100, `${here}.description`, note);
      const inside = isObject(item['component']) ? item['component'] : {};
      if (inside['type'] === STRING_SELECT) checkSelect(inside, rules, here, note);
      else if (inside['type'] !== TEXT_INPUT) note(`${here}: type ${inside['type']} has no place in a label`);
      else checkInput(inside, here, note);
    }
  }
}

function checkInput(item: Json, where: string, note: Note): void {
  const known = ['type', 'id', 'custom_id', 'style', 'min_length', 'max_length', 'required', 'value', 'placeholder'];
  fields(item, known, where, note);
  text(item['custom_id'], 1, 100, `${where}.custom_id`, note);
  number(item['style'], 1, 2, `${where}.style`, note);
  if (item['min_length'] !== undefined) number(item['min_length'], 0, 4000, `${where}.min_length`, note);
  if (item['max_length'] !== undefined) number(item['max_length'], 1, 4000, `${where}.max_length`, note);
  text(item['value'], 0, 4000, `${where}.value`, note);
  text(item['placeholder'], 0, 100, `${where}.placeholder`, note);
}
