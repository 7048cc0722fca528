import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLANKS, blank, LONGEST_TEXT, whole, withoutBlanks } from '../../src/curation/blank.ts';

describe('what may tell who wrote is blanked', () => {
  test.each([
    ['mail me at jo.smith+x@example.co.uk please', 'mail me at [address] please'],
    ['see https://example.com/u/jo?id=7 and www.example.org', 'see [address] and [address]'],
    ['my page is jo-smith.dev/cv, any good?', 'my page is [address] any good?'],
    ['call +44 (0)20 7946-0018 or 0151/2345678', 'call [number] or [number]'],
    ['<@123456789012345678> and <@!42> and <#99> hello', '[person] and [person] and [person] hello'],
    ['<@U0AB12CD> asked <!channel> in <#C77|general>', '[person] asked [person] in [person]'],
    ['@jo_smith what about @everyone', '[person] what about [person]'],
    ['jo#1234 said so', '[person] said so'],
    ['is 60k € normal at 35?', 'is [number] € normal at [number]?'],
    ['born 1990-05-17, earning 45.000,50 EUR', 'born [number], earning [number] EUR'],
    ['account ab12cd34 is mine', 'account [number] is mine'],
    ['٣٤ سنة', '[number] سنة'],
    ['<https://slack.com/x|link>', '[address]'],
  ])('%s', (message, kept) => {
    expect(blank(message)).toBe(kept);
  });

  test.each([
    'k8s or s3 first',
    'is node.js or asp.net better',
    'what is ci/cd',
    'c++ vs c#',
    'i18n, oauth2 and utf8?',
  ])('names of the trade stay: %s', message => {
    expect(blank(message)).toBe(message);
  });

  const secret = fc.oneof(
    fc.emailAddress(),
    fc.webUrl(),
    // "a.js" is the name of a library: it stays, and no host ends like that.
    fc.domain().filter(host => !host.endsWith('.js')),
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100_000, max: 9_999_999 }))
      .map(([a, b]) => `+${a} ${b}`),
    fc.integer({ min: 0 }).map(String),
    fc.stringMatching(/^[0-9]{17,20}$/).map(id => `<@${id}>`),
    fc.stringMatching(/^[A-Z0-9]{9,11}$/).map(id => `<@U${id}>`),
    fc.stringMatching(/^[a-z][a-z_.]{2,15}$/).map(name => `@${name}`),
  );

  test('no secret gets through, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 8 }),
        secret,
        fc.constantFrom(' ', ', ', '? ', ' - ', '\n'),
        (text, hidden, gap) => {
          const kept = blank(`${text}${gap}${hidden}${gap}${text}`);
          expect(kept).not.toContain(hidden);
          expect(kept).not.toMatch(/[@<>]|https?:|\p{N}/u);
          expect(BLANKS.some(mark => kept.includes(mark))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('whatever is written becomes one line of a bounded length, and blanking it again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.lorem({ maxCount: 300 })), message => {
        for (const kept of [blank(message), whole(message)]) {
          expect([...kept].length).toBeLessThanOrEqual(LONGEST_TEXT);
          expect(kept).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
        expect(blank(blank(message))).toBe(blank(message));
      }),
      { numRuns: 1000 },
    );
  });

  test('a long story takes no longer than a short one by its length', () => {
    for (const part of ['a.', '1 ', '@a', '<@', 'a@', '+(', 'x1', '::', 'a#'])
      expect(blank(part.repeat(5000)).length).toBeLessThanOrEqual(LONGEST_TEXT);
  });

  test('without what was blanked the words remain', () => {
    expect(withoutBlanks('is [number] € normal at [number]?')).toBe('is € normal at?');
  });
});
