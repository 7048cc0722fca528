import { type Json, objects, text } from './json.ts';

/** Everything that a person can read in a message, in order: texts, buttons, the entries of menus. */
export function readable(payload: Json): string {
  return [text(payload['content']), ...parts(payload).map(part => part.read)].filter(line => line !== '').join('\n');
}

/** Something that can be clicked: a button, or an entry of a menu with its value. */
export interface Clickable {
  readonly label: string;
  readonly customId: string;
  readonly value?: string;
}

export function clickables(payload: Json): Clickable[] {
  return parts(payload).flatMap(part => part.clicks);
}

function parts(payload: Json): { readonly read: string; readonly clicks: readonly Clickable[] }[] {
  return objects(payload['components']).flatMap(component => {
    const type = Number(component['type']);
    const customId = text(component['custom_id']);
    if (type === 10) return [{ read: text(component['content']), clicks: [] }];
    if (type === 2) {
      const label = text(component['label']);
      return [{ read: `(${label})`, clicks: [{ label, customId }] }];
    }
    if (type === 3) {
      const options = objects(component['options']);
      const clicks = options.map(option => ({ label: text(option['label']), customId, value: text(option['value']) }));
      return [{ read: clicks.map(click => `[${click.label}]`).join('\n'), clicks }];
    }
    return parts(component);
  });
}
