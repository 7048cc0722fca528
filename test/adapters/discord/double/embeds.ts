import { fields, list, type Note, number, text } from './checking.ts';
import { isObject, type Json } from './json.ts';
import { checkText, type TextRules } from './texts.ts';

/** Limits as in Discord's reference, "Embed Limits". */
const TITLE = 256;
const DESCRIPTION = 4096;
const FIELDS = 25;
const FIELD_NAME = 256;
const FIELD_VALUE = 1024;
const FOOTER = 2048;
const AUTHOR = 256;
const TOGETHER = 6000;
const EMBEDS = 10;

export function checkEmbeds(value: unknown, rules: TextRules, where: string, note: Note): void {
  let together = 0;
  const take = (part: unknown, least: number, most: number, place: string, links: boolean): void => {
    const found = text(part, least, most, place, note);
    together += found.length;
    checkText(found, { ...rules, links }, place, note);
  };
  for (const [at, embed] of list(value, 0, EMBEDS, `${where}.embeds`, note).entries()) {
    const here = `${where}.embeds[${at}]`;
    fields(
      embed,
      ['title', 'type', 'description', 'url', 'timestamp', 'color', 'footer', 'image', 'thumbnail', 'author', 'fields'],
      here,
      note,
    );
    if (!['title', 'description', 'fields', 'author', 'image'].some(name => name in embed)) note(`${here}: empty`);
    if (embed['title'] !== undefined) take(embed['title'], 1, TITLE, `${here}.title`, false);
    if (embed['description'] !== undefined) take(embed['description'], 1, DESCRIPTION, `${here}.description`, true);
    if (embed['color'] !== undefined) number(embed['color'], 0, 0xff_ff_ff, `${here}.color`, note);
    if (embed['url'] !== undefined && !/^https?:\/\//.test(String(embed['url']))) note(`${here}.url: no address`);
    if (embed['timestamp'] !== undefined && Number.isNaN(Date.parse(String(embed['timestamp']))))
      note(`${here}.timestamp: no time`);
    named(embed['footer'], ['text', 'icon_url', 'proxy_icon_url'], `${here}.footer`, note, footer =>
      take(footer['text'], 1, FOOTER, `${here}.footer`, false),
    );
    named(embed['author'], ['name', 'url', 'icon_url', 'proxy_icon_url'], `${here}.author`, note, author =>
      take(author['name'], 1, AUTHOR, `${here}.author`, false),
    );
    for (const [index, field] of list(embed['fields'], 0, FIELDS, `${here}.fields`, note).entries()) {
      const place = `${here}.fields[${index}]`;
      fields(field, ['name', 'value', 'inline'], place, note);
      take(field['name'], 1, FIELD_NAME, `${place}.name`, false);
      take(field['value'], 1, FIELD_VALUE, `${place}.value`, true);
    }
  }
  if (together > TOGETHER) note(`${where}.embeds: ${together} characters in all, expected up to ${TOGETHER}`);
}

function named(value: unknown, known: readonly string[], where: string, note: Note, check: (part: Json) => void): void {
  if (value === undefined) return;
  if (!isObject(value)) {
    note(`${where}: no object`);
    return;
  }
  fields(value, known, where, note);
  check(value);
}
