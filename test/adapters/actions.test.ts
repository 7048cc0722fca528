import { assert as check, constantFrom, dictionary, integer, oneof, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, decodeAction, encodeAction } from '../../adapters/actions.ts';
import { ownLibrary } from '../library.ts';

/** The limit of Discord for the id of a component. */
const LONGEST = 100;

describe('actions behind buttons', () => {
  const actions: Action[] = [
    { type: 'show', topic: 'degree-needed' },
    { type: 'run', command: 'path', input: { goal: 'DevOps & cloud', known: 'C#, C++ | "SQL"' } },
    { type: 'run', command: 'topics', input: {} },
    { type: 'more', reply: 'r17', topic: 'degree-needed', page: 2 },
    { type: 'helpful', reply: 'r17', topic: '', page: 0 },
    { type: 'confirm', reply: '', topic: '', page: 0 },
  ];
  test.each(actions.map(action => [action.type, action] as const))('%s comes back as it was', (_, action) => {
    expect(decodeAction(encodeAction(action)!)).toEqual(action);
  });

  test('every entry and every skill fits into a button', async () => {
    const { knowledge } = await ownLibrary();
    for (const { id } of knowledge.entries) {
      expect(encodeAction({ type: 'show', topic: id })).toBeDefined();
      expect(encodeAction({ type: 'unhelpful', reply: 'x'.repeat(36), topic: id, page: 0 })).toBeDefined();
    }
    for (const { name } of [...knowledge.skills, ...knowledge.tracks])
      for (const input of [{ name }, { goal: name }])
        expect(encodeAction({ type: 'run', command: 'skill', input: input as Record<string, string> })).toBeDefined();
  });

  test('what does not fit is left out, or loses what can be done without', () => {
    expect(encodeAction({ type: 'show', topic: 'x'.repeat(200) })).toBeUndefined();
    expect(encodeAction({ type: 'run', command: 'path', input: { known: 'ü'.repeat(50) } })).toBeUndefined();
    const id = encodeAction({ type: 'helpful', reply: 'r', topic: 'x'.repeat(100), page: 3 });
    expect(decodeAction(id!)).toEqual({ type: 'helpful', reply: 'r', topic: '', page: 3 });
  });

  test.each(['', '0|show|x', '2|show|x', '1', '1|dance|x', '1|more|a|b|-1', '1|more|a|b|half', 'show|x', '|||', '💥'])(
    '"%s" is none of ours',
    id => {
      expect(decodeAction(id)).toBeUndefined();
    },
  );

  test('whatever is encoded fits and comes back; whatever is read never throws', () => {
    const word = string({ unit: 'grapheme', maxLength: 20 }).filter(text => !text.includes('|'));
    const action = oneof(
      record({ type: constantFrom('show' as const), topic: word }),
      record({
        type: constantFrom('run' as const),
        command: constantFrom('path', 'skill'),
        input: dictionary(constantFrom('goal', 'known', 'name'), string({ maxLength: 30 })),
      }),
      record({
        type: constantFrom('more' as const, 'person' as const),
        reply: word,
        topic: word,
        page: integer({ min: 0, max: 99 }),
      }),
    );
    check(
      property(action, each => {
        const id = encodeAction(each);
        if (id === undefined) return;
        expect(id.length).toBeLessThanOrEqual(LONGEST);
        const back = decodeAction(id)!;
        expect(back.type).toBe(each.type);
        if (back.type === 'run') expect({ ...back.input }).toEqual({ ...(each as typeof back).input });
      }),
    );
    check(
      property(string({ unit: 'binary', maxLength: 120 }), text => {
        decodeAction(text);
        decodeAction(`1|${text}`);
      }),
    );
  });
});
