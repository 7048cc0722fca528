import { describe, expect, test } from 'vitest';
import { cut, escaped, mentions, readable } from '../../../adapters/slack/escape.ts';
import { inline, paragraphs, pieces } from '../../../adapters/slack/mrkdwn.ts';

describe('Markdown as mrkdwn', () => {
  test.each([
    ['**bold** and *italic*', '*bold* and _italic_'],
    ['`a < b` & c', '`a &lt; b` &amp; c'],
    ['[Roadmap](https://roadmap.sh/backend?a=1&b=2)', '<https://roadmap.sh/backend?a=1&amp;b=2|Roadmap>'],
    ['**[bold link](https://e.example)**', '*<https://e.example|bold link>*'],
    ['<!channel> <@U1>', '&lt;!channel&gt; &lt;@U1&gt;'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ])('%s', (markdown, expected) => {
    expect(inline(markdown)).toBe(expected);
  });

  test('wrapped lines flow, lists stay lists and keep the line that announces them', () => {
    expect(paragraphs('One\ntwo.\n\nBring:\n- a\n- **b**\n\n1. first\n2. second\nAfter.')).toEqual([
      'One two.',
      'Bring:\n• a\n• *b*',
      '1. first\n2. second',
      'After.',
    ]);
  });

  test('long text is cut at lines, sentences or words, never inside of a link or an escaped character', () => {
    const link = '<https://e.example/long|a label with words>';
    for (let most = 12; most < 60; most += 1) {
      const made = pieces(`Some words. ${link} &amp; more words &lt; here`, Math.max(most, link.length + 2));
      for (const piece of made) expect(piece).not.toMatch(/<[^>]*$|&\w{0,3}$/);
      expect(made.join(' ')).toContain(link);
    }
    expect(pieces('', 10)).toEqual([]);
  });
});

describe('what people write', () => {
  test('arrives readable', () => {
    expect(readable('a &lt; b &amp;&amp; c &gt; d')).toBe('a < b && c > d');
    expect(readable('<@UBOT> hi <@U1|ada> in <#C1|general>, see <https://e.example|this>', 'UBOT')).toBe(
      'hi ada in general, see this',
    );
    expect(readable('<!channel> <!here|@here> <https://e.example>')).toBe('here https://e.example');
    expect(readable('&amp;lt;')).toBe('&lt;');
  });

  test('is escaped and cut before it is said back', () => {
    expect(escaped('<!channel> & co')).toBe('&lt;!channel&gt; &amp; co');
    expect(cut('😀😀😀', 4)).toBe('😀…');
    expect(cut('short', 10)).toBe('short');
  });

  test('a mention is recognised with and without a name', () => {
    expect(mentions('hi <@UBOT>', 'UBOT')).toBe(true);
    expect(mentions('hi <@UBOT|signpost>', 'UBOT')).toBe(true);
    expect(mentions('hi <@UBOTTLE>', 'UBOT')).toBe(false);
  });
});
