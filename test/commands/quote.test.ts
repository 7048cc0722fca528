import { assert as check, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { quote } from '../../src/commands/quote.ts';
import { ownLibrary } from '../library.ts';

const advisor = createAdvisor(await ownLibrary());

describe('what is said back', () => {
  test.each([
    ['juggling', 'juggling'],
    ['  C#  and\nC++ / snake_case, v2.0 (beta)', 'C# and C++ / snake_case, v2.0 (beta)'],
    ['[x](https://evil.example)', 'x'],
    ['[[x](https://evil.example)](https://evil.example/2)', 'x (link)'],
    ['see https://evil.example/a?b=c now', 'see (link) now'],
    ['see (https://evil.example)', 'see (link)'],
    ['ht*tps://evil.example', 'ht (link)'],
    ['WWW.evil.example', '(link)'],
    ['**bold** _thin_ ~~gone~~ ||spoiler|| `code`', 'bold thin gone spoiler code'],
    ['<!channel> <@U123> @everyone', '!channel U123 everyone'],
    ['say "hi"', 'say hi'],
    ['a\u202eb\u200bc\u0000d', 'a b c d'],
    ['', '…'],
    ['***', '…'],
  ])('%j → %j', (typed, said) => {
    expect(quote(typed)).toBe(`"${said}"`);
  });

  test('is cut between characters', () => {
    expect(quote('x'.repeat(5000))).toBe(`"${'x'.repeat(59)}…"`);
    expect(quote('💥'.repeat(300))).toBe(`"${'💥'.repeat(59)}…"`);
    expect(quote(`${'x'.repeat(499)}💥`)).not.toMatch(/\p{Cs}/u);
  });

  test('holds no sign of Markdown and no address, whatever was typed', () => {
    check(
      property(string({ unit: 'grapheme', maxLength: 300 }), typed => {
        const said = quote(typed).slice(1, -1);
        expect([...said].length).toBeLessThanOrEqual(60);
        expect(said).not.toMatch(/[`*~|<>[\]\\@"\n\r]|:\/\//);
      }),
    );
  });

  const TYPED = '[x](https://evil.example) **qqqq** `zz` <@1>';
  test.each([
    ['skill', { name: TYPED }],
    ['path', { goal: TYPED }],
    ['path', { goal: 'devops', known: TYPED }],
    ['path', { goal: 'devops', known: 'juggling and https://evil.example/and/more' }],
    ['topics', { theme: TYPED }],
    ['pay', { level: TYPED }],
    ['ask', { question: TYPED }],
  ])('no command says it back with Markdown: %s %j', (name, input) => {
    const said = JSON.stringify(advisor.run(name, input).sections);
    expect(said).not.toMatch(/evil|\*\*qqqq|`zz`|<@1>/);
  });

  test('an entry that is gone is named without Markdown', () => {
    expect(JSON.stringify(advisor.show(TYPED).sections)).not.toMatch(/evil|\*\*qqqq|`zz`/);
  });
});
