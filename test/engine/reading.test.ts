import { describe, expect, test } from 'vitest';
import { createMatcher, type Label, OPTIONS } from '../../src/engine/matcher.ts';

const label = (id: string, ...lines: string[]): Label => ({ id, role: 'entry', lines });
const matcher = createMatcher([
  label('layoffs', 'laid off', 'i was laid off last month', 'she got laid off too'),
  label('leading', 'lead a team', 'how do i lead people', 'lead others well', 'some lead badly'),
  label('beginning', 'where to begin', 'could you help me begin'),
  label('cloud', 'cloud or not', 'is cloud worth it', 'which cloud first'),
]);
const read = (text: string): string[] => matcher.read(text).words.map(word => word.text);

describe('a word that may be several', () => {
  test('is read as the one that stands beside its neighbours in the lines', () => {
    expect(read('lad off')).toEqual(['laid', 'off']);
    expect(read('lad a team')).toEqual(['lead', 'a', 'team']);
    expect(read('she lad people')).toEqual(['she', 'lead', 'people']);
    expect(read('colud you help')[0]).toBe('could');
    expect(read('which colud')[1]).toBe('cloud');
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

  test('counts in full where it is sure, and less where it is a guess', () => {
    const [sure, guess] = OPTIONS.corrected;
    const weight = (text: string): number | undefined => matcher.read(text).words[0]?.weight;
    expect(weight('begin')).toBe(1);
    expect(weight('begn')).toBe(sure);
    expect(weight('vegin')).toBe(guess);
    expect(guess).toBeLessThan(sure);
  });
});
