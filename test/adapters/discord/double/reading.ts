import { BUTTON, everyComponent, STRING_SELECT, TEXT_DISPLAY } from './components.ts';
import { type Json, objects, textAt } from './json.ts';

/** Everything that a person can read in a message, but for what stands on buttons. */
export function readableText(body: Json): string {
  const embeds = objects(body['embeds']).flatMap(embed => [
    textAt(embed, 'author', 'name'),
    textAt(embed, 'title'),
    textAt(embed, 'description'),
    ...objects(embed['fields']).flatMap(field => [textAt(field, 'name'), textAt(field, 'value')]),
    textAt(embed, 'footer', 'text'),
  ]);
  const displays = everyComponent(body['components']).flatMap(each =>
    each['type'] === TEXT_DISPLAY ? [textAt(each, 'content')] : [],
  );
  return [textAt(body, 'content'), ...embeds, ...displays].filter(text => text !== '').join('\n');
}

export interface Clickable {
  readonly label: string;
  readonly id: string;
  /** what an interaction says of it */
  readonly data: Json;
}

/** Everything in a message that can be clicked or picked. */
export function actionsIn(body: Json): Clickable[] {
  return everyComponent(body['components']).flatMap((component): Clickable[] => {
    const custom_id = textAt(component, 'custom_id');
    if (component['disabled'] === true) return [];
    if (component['type'] === BUTTON)
      return [{ label: textAt(component, 'label'), id: custom_id, data: { custom_id, component_type: BUTTON, id: 1 } }];
    if (component['type'] !== STRING_SELECT) return [];
    return objects(component['options']).map(option => ({
      label: textAt(option, 'label'),
      id: textAt(option, 'value'),
      data: { custom_id, component_type: STRING_SELECT, id: 1, values: [textAt(option, 'value')] },
    }));
  });
}
