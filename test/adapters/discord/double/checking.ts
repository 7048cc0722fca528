import { isObject, type Json } from './json.ts';

/** Notes what Discord would refuse, and what it would take although it must not be sent. */
export type Note = (what: string) => void;

export function fields(body: Json, known: readonly string[], where: string, note: Note): void {
  for (const name of Object.keys(body)) if (!known.includes(name)) note(`${where}: there is no field "${name}"`);
}

export function text(value: unknown, least: number, most: number, where: string, note: Note): string {
  if (typeof value !== 'string') {
    if (value !== undefined || least > 0) note(`${where}: ${JSON.stringify(value)} is no text`);
    return '';
  }
  if (value.trim().length < least || value.length > most)
    note(`${where}: ${value.length} characters, expected ${least} to ${most}`);
  return value;
}

export function list(value: unknown, least: number, most: number, where: string, note: Note): Json[] {
  const items = Array.isArray(value) ? value : [];
  if (!Array.isArray(value) && (value !== undefined || least > 0)) note(`${where}: no list`);
  if (items.length < least || items.length > most)
    note(`${where}: ${items.length} items, expected ${least} to ${most}`);
  return items.filter((item, at): item is Json => {
    if (!isObject(item)) note(`${where}[${at}]: no object`);
    return isObject(item);
  });
}

export function number(value: unknown, least: number, most: number, where: string, note: Note): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    note(`${where}: ${JSON.stringify(value)}, expected a whole number from ${least} to ${most}`);
}

export function unique(values: readonly unknown[], where: string, note: Note): void {
  if (new Set(values).size !== values.length) note(`${where}: not unique: ${values.join(', ')}`);
}
