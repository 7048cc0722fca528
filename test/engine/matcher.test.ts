import { describe, expect, test } from 'vitest';
import { createMatcher, type Label, leading, type MatcherOptions, OPTIONS } from '../../src/engine/matcher.ts';
import { ELSEWHERE } from '../../src/knowledge/elsewhere.ts';
import { LABELS, smallMatcher, VOCABULARY } from './labels.ts';

const matcher = smallMatcher();
const winner = (text: string): string => matcher.labels[matcher.rank(text).best]!.id;

describe('the matcher', () => {
  test('finds its own lines', () => {
    const lost = LABELS.flatMap(({ id, lines }) => lines.filter(line => winner(line) !== id));
    expect(lost).toEqual([]);
  });

  test.each([
    ['how much do backend people earn per year', 'pay'],
    ['developer compensation', 'pay'],
    ['is a university degree needed for this job', 'degree'],
    ['how should I prepare for interviews', 'interview'],
    ['thank you so much', 'thanks'],
    ['will it rain tomorrow', 'weather'],
    ['how long do I boil potatoes', 'cooking'],
    ['need a lawyer for my contract', 'legal'],
  ])('"%s" is nearest to %s', (text, id) => {
    expect(winner(text)).toBe(id);
  });

  test.each([
    ['how much do developrs ern', 'pay'],
    ['do i ned a univercity degre', 'degree'],
    ['intervew preperation', 'interview'],
  ])('misspelt, "%s" is still nearest to %s', (text, id) => {
    expect(winner(text)).toBe(id);
    expect(matcher.rank(text).corrected).not.toEqual([]);
  });

  test('beside what lies elsewhere the same entry is nearest, and what is far from all has a label of its own', () => {
    const elsewhere: Label = { id: 'anywhere', role: 'elsewhere', lines: ELSEWHERE };
    const beside = createMatcher([...LABELS, elsewhere], VOCABULARY);
    for (const text of ['how much do backend people earn per year', 'how should I prepare for interviews'])
      expect(beside.labels[beside.rank(text).best]!.id).toBe(winner(text));
    const far = 'how long did the siege of vienna last';
    expect(beside.labels[beside.rank(far).best]!.id).toBe('anywhere');
    // Words that only those lines have are no words of the knowledge: whoever types them is asked about something unknown.
    expect(beside.rank('elephants').coverage).toBe(0);
  });

  test.each([
    ['java', 'java'],
    ['javascript', 'javascript'],
    ['js', 'javascript'],
    ['sql', 'sql'],
    ['nosql', 'nosql'],
    ['should i learn java', 'java'],
    ['should i learn javascript', 'javascript'],
    ['should i learn sql', 'sql'],
    ['should i learn nosql', 'nosql'],
  ])('exact names stay exact: %s', (text, id) => {
    expect(winner(text)).toBe(id);
  });

  test('a name is never put right to its neighbour', () => {
    for (const name of ['java', 'javascript', 'sql', 'nosql', 'c', 'c#', 'css'])
      expect(matcher.read(name).words.map(({ text }) => text)).toEqual([name]);
  });

  test('a technology whose name is plain English is one only where it is meant', () => {
    const words = (text: string): string[] => matcher.read(text).words.map(({ text: word }) => word);
    expect(words('should i learn go')).toContain('golang');
    expect(words('where do i go to learn')).not.toContain('golang');
    expect(words('node developer')).toContain('nodejs');
    expect(words('a node of the tree')).not.toContain('nodejs');
  });

  test('learning twice gives the same replies to the last bit', () => {
    const again = smallMatcher();
    for (const text of ['how much do they pay', 'java or js', 'xyz', '', 'intervew'])
      expect(again.rank(text)).toEqual(matcher.rank(text));
    expect(again.trained.index.weight).toEqual(matcher.trained.index.weight);
    expect(again.trained.calibration).toEqual(matcher.trained.calibration);
  });

  test('what was learnt restores it without learning', () => {
    const restored = createMatcher(LABELS, undefined, OPTIONS, matcher.trained);
    for (const text of ['how much do they pay', 'java or js', 'intervew']) {
      expect(restored.rank(text)).toEqual(matcher.rank(text));
      expect(restored.nearestLines(0, restored.read(text).words, 2)).toEqual(
        matcher.nearestLines(0, matcher.read(text).words, 2),
      );
    }
  });

  test('explains itself with lines and words', () => {
    const { best, words } = matcher.rank('tell me the salary of a java developer');
    expect(matcher.nearestLines(best, words, 1)).toEqual(['salary of a java developer']);
    expect(matcher.because(best, words).map(({ feature }) => feature)).toContain('(money)');
  });

  test('works with one label, and with none', () => {
    const lonely = smallMatcher(undefined, LABELS.slice(0, 1));
    expect(lonely.labels[lonely.rank('what do they earn').best]?.id).toBe('pay');
    const empty = createMatcher([], VOCABULARY);
    expect(empty.rank('what do they earn').confidence).toBeGreaterThanOrEqual(0);
  });
});

/** Texts of words that mean nothing here, so that only the weights of the views decide. */
describe('the balance of words, pairs of words and letters', () => {
  const entry = (id: string, ...lines: string[]): Label => ({ id, role: 'entry', lines });
  const best = (labels: readonly Label[], text: string, views: MatcherOptions['views']): string | undefined => {
    const options = { ...OPTIONS, views, confidence: { ...OPTIONS.confidence, rounds: 0 } };
    return labels[createMatcher(labels, undefined, options).rank(text).best]?.id;
  };
  const [words, pairs, letters] = OPTIONS.views;

  test('words weigh more than pairs of words', () => {
    const labels = [
      entry('two neighbours', 'table river garden', 'table table river horse'),
      entry('more words', 'horse winter river', 'apple bread winter'),
      entry('neither', 'apple stone winter apple', 'apple table paper stone'),
    ];
    const text = 'bread apple table river';
    expect(best(labels, text, OPTIONS.views)).toBe('more words');
    expect(best(labels, text, [pairs, words, letters])).toBe('two neighbours');
  });

  test('words weigh more than letters', () => {
    const labels = [
      entry('neither', 'airport bread passport garden', 'bread passport winter'),
      entry('two words', 'teleport airport transport', 'transporter bread passport bread passport'),
      entry('like letters', 'transport paperweight winter horse transporter', 'transporter passport transport'),
    ];
    const text = 'airport wallpaper newspaper transporter';
    expect(best(labels, text, OPTIONS.views)).toBe('two words');
    expect(best(labels, text, [letters, pairs, words])).toBe('like letters');
  });
});

test('what people said in passing teaches less than a way to ask, and nothing changes where there is nothing else', () => {
  const label = (id: string, utterances: boolean): Label => {
    const lines = [`apple ${id}`, `bread ${id}`, `horse ${id}`];
    return { id, role: 'entry', lines, ...(utterances ? { utterances: new Set(lines) } : {}) };
  };
  const scoreOf = (often: number, ...labels: Label[]): number => {
    const options = { ...OPTIONS, often, confidence: { ...OPTIONS.confidence, rounds: 0 } };
    const [first, second] = createMatcher(labels, undefined, options).rank('apple bread').scores;
    return first! - second!;
  };
  const asked = label('winter', false);
  expect(scoreOf(3, asked, label('garden', true))).toBeGreaterThan(scoreOf(1, asked, label('garden', true)));
  expect(scoreOf(3, asked, label('garden', false))).toBe(scoreOf(1, asked, label('garden', false)));
});

test('leading positions come best first, the first of equals first', () => {
  const scores = Float64Array.from([0.1, 0.9, 0.5, 0.9, 0.2]);
  expect(leading(scores, 3)).toEqual([1, 3, 2]);
  expect(leading(scores, 2, at => at !== 1)).toEqual([3, 2]);
  expect(leading(scores, 9)).toEqual([1, 3, 2, 4, 0]);
  expect(leading(new Float64Array(0), 3)).toEqual([]);
});
