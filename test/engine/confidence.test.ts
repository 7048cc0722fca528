import { describe, expect, test } from 'vitest';
import { createConfidence, type Role } from '../../src/engine/confidence.ts';
import { OPTIONS } from '../../src/engine/matcher.ts';
import { LABELS, smallMatcher } from './labels.ts';

describe('confidence', () => {
  const matcher = smallMatcher();
  const confidence = (text: string): number => matcher.rank(text).confidence;

  test('is a probability, whatever the text', () => {
    for (const text of ['', 'x', 'how much does a developer earn', 'zzz '.repeat(500), LABELS[0]!.lines.join(' ')]) {
      expect(confidence(text)).toBeGreaterThanOrEqual(0);
      expect(confidence(text)).toBeLessThanOrEqual(1);
    }
  });

  test('is higher for a question that the knowledge has than for one that it has not', () => {
    const asked = ['how much does a software engineer earn', 'do i need a university degree'];
    const outside = ['what will the weather be at the weekend', 'recipe for rice with potatoes', 'thanks a lot mate'];
    const lowest = Math.min(...asked.map(confidence));
    expect(lowest).toBeGreaterThan(Math.max(...outside.map(confidence)));
  });

  test('falls with words that nobody taught it', () => {
    const known = 'how much does a developer earn';
    const unknown = 'blorptastic quuxly frobnicating wibblesome zanthium plumbago vexillum quixotry';
    expect(confidence(`${known} ${unknown}`)).toBeLessThan(confidence(known));
    expect(confidence(unknown)).toBeLessThan(0.1);
  });

  test('falls when another entry is as near', () => {
    expect(confidence('degree salary')).toBeLessThan(confidence('is a computer science degree necessary'));
  });
});

describe('what the probability is made of', () => {
  const roles: readonly Role[] = ['entry', 'entry', 'outside'];
  const scale = OPTIONS.training.scale;
  const of = (weights: readonly number[], scores: readonly number[], coverage = 1): number =>
    createConfidence(roles, { bias: 0, weights }, scale, OPTIONS.confidence.coverage).of(
      Float64Array.from(scores),
      coverage,
    );

  test('the share of the best entry among all labels', () => {
    expect(of([1, 0, 0], [0.9, 0.1, 0.1])).toBeGreaterThan(of([1, 0, 0], [0.9, 0.88, 0.1]));
    expect(of([1, 0, 0], [0.9, 0.1, 0.1])).toBeGreaterThan(of([1, 0, 0], [0.9, 0.1, 0.9]));
  });
  test('its strength, and its lead over what no entry answers', () => {
    expect(of([0, 1, 0], [0.9, 0.1, 0.1])).toBeGreaterThan(of([0, 1, 0], [0.4, 0.1, 0.1]));
    expect(of([0, 0, 1], [0.9, 0.1, 0.1])).toBeGreaterThan(of([0, 0, 1], [0.9, 0.1, 0.8]));
  });
  test('the share is looked up in steps, and no probability changes by more than 0.002', () => {
    for (const scores of [
      [0.9, 0.88, 0.1],
      [0.5, 0.499, 0.498],
      [0.7, 0.2, 0.75],
      [0.3, 0.3, 0.3],
    ]) {
      const best = Math.max(scores[0]!, scores[1]!);
      const sum = scores.reduce((all, score) => all + Math.exp(scale * (score - best)), 0);
      expect(Math.abs(of([1, 0, 0], scores) - 1 / (1 + sum))).toBeLessThan(0.002);
    }
  });
  test('less where words are unknown', () => {
    expect(of([0, 1, 0], [0.9, 0.1, 0.1], 0.6)).toBeLessThan(of([0, 1, 0], [0.9, 0.1, 0.1]));
    expect(of([0, 1, 0], [0.9, 0.1, 0.1], 0)).toBe(0);
  });
});
