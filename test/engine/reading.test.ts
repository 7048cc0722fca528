import { describe, expect, test } from 'vitest';
import { createMatcher, type Label, OPTIONS } from '../../src/engine/matcher.ts';
import { EMPTY_VOCABULARY } from '../../src/engine/vocabulary.ts';

const label = (id: string, ...lines: string[]): Label => ({ id, role: 'entry', lines });
const LABELS = [
  label('layoffs', 'laid off', 'i was laid off last month', 'she got laid off too', 'laid off again'),
  label(
    'leading',
    'lead a team',
    'how do i lead people',
    'lead others well',
    'some lead badly',
    'lead a team of people',
  ),
  label('beginning', 'where to begin', 'could you help me begin', 'could you say where i begin'),
  label('cloud', 'cloud or not', 'is cloud worth it', 'which cloud first', 'which cloud is best'),
];
const matcher = createMatcher(LABELS);
const read = (text: string): string[] => matcher.read(text).words.map(word => word.text);

describe('a word that may be several', () => {
  test('is read as the one that stands beside its neighbours in the lines', () => {
    expect(read('lad off')).toEqual(['laid', 'off']);
    expect(read('lad a team')).toEqual(['lead', 'a', 'team']);
    expect(read('she lad people')).toEqual(['she', 'lead', 'people']);
    expect(read('colud you help')[0]).toBe('could');
    expect(read('which colud')[1]).toBe('cloud');
  });

  test('is read so, too, where the vocabulary makes one word of both, so that they stand side by side in no line', () => {
    const joining = createMatcher(LABELS, { ...EMPTY_VOCABULARY, same: { layoff: ['laid off'] } });
    const readJoined = (text: string): string[] => joining.read(text).words.map(word => word.text);
    expect(readJoined('she got laid off')).toEqual(['she', 'got', 'layoff']);
    expect(readJoined('she got lad off')).toEqual(['she', 'got', 'layoff']);
    expect(readJoined('lad a team')).toEqual(['lead', 'a', 'team']);
  });

  test('is read as the likeliest where the neighbours say nothing', () => {
    expect(read('zzz lad zzz')[1]).toBe('lead');
    expect(read('lad')).toEqual(['lead']);
  });

  test('is named as it was typed and as it was read; the other readings leave no trace', () => {
    expect(matcher.read('lad off').corrected).toEqual([{ typed: 'lad', read: 'laid' }]);
    expect(matcher.read('lad off').typed).toEqual(['lad', 'off']);
    matcher.read('lad a team');
    expect(read('lad off')).toEqual(['laid', 'off']);
  });

  test('is a slip where only the vocabulary has it, and the lines have another beside these neighbours', () => {
    const vocabulary = { ...EMPTY_VOCABULARY, alike: { people: ['men', 'women'], bread: ['bun', 'loaf'] } };
    const asking = createMatcher(
      [
        label('meaning', 'what does it mean', 'what does this word mean', 'so what does it mean'),
        label('sports', 'may i run', 'when do they run', 'may i run here'),
      ],
      vocabulary,
    );
    const readBy = (text: string): string =>
      asking
        .read(text)
        .words.map(word => word.text)
        .join(' ');
    expect(readBy('what does it men')).toBe('what does it mean');
    expect(asking.read('what does it men').corrected).toEqual([{ typed: 'men', read: 'mean' }]);
    expect(readBy('men and women')).toBe('men and women');
    expect(asking.read('men and women').corrected).toEqual([]);
    expect(readBy('a bun')).toBe('a bun');
    expect(readBy('a loaf')).toBe('a loaf');
  });

  test('counts in full where it is sure, and less where it is a guess', () => {
    const [sure, guess] = OPTIONS.corrected;
    const weight = (text: string): number | undefined => matcher.read(text).words[0]?.weight;
    expect(weight('begin')).toBe(1);
    expect(weight('begn')).toBe(sure);
    expect(weight('vegin')).toBe(guess);
    expect(guess).toBeLessThan(sure);
  });
});
