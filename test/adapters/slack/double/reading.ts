import { readableText } from './blocks.ts';
import { isObject, type Json, objects, textAt } from './json.ts';
import type { Shown } from './web-api.ts';

interface Clickable {
  readonly label: string;
  readonly id: string;
  readonly payload: Json;
}

/** Everything in a message that can be clicked or picked. */
export function actionsIn(body: Json): Clickable[] {
  return objects(body['blocks']).flatMap(block =>
    objects(block['elements']).flatMap((element): Clickable[] => {
      const id = textAt(element, 'action_id');
      const base = { action_id: id, block_id: 'b', action_ts: '1790000000.000001' };
      if (element['type'] === 'button') {
        const label = textAt(element, 'text', 'text');
        return [{ label, id, payload: { ...base, type: 'button', text: element['text'] } }];
      }
      return objects(element['options']).map(option => ({
        label: textAt(option, 'text', 'text'),
        id: textAt(option, 'value'),
        payload: { ...base, type: 'static_select', selected_option: option },
      }));
    }),
  );
}

/** What a person reads of something shown. */
export function read(shown: Shown | Json): string {
  const body = 'body' in shown && isObject(shown.body) ? shown.body : shown;
  return readableText(body);
}
