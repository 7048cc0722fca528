import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { batch, converse, replyJson } from '../../../adapters/terminal/ask.ts';
import { createAdvisor } from '../../../src/advisor.ts';
import { ownLibrary } from '../../library.ts';

const advisor = createAdvisor(await ownLibrary());

async function run(lines: readonly string[]): Promise<{ fine: boolean; replies: Record<string, unknown>[] }> {
  const output = new PassThrough({ encoding: 'utf8' });
  let text = '';
  output.on('data', (part: string) => {
    text += part;
  });
  const fine = await batch(advisor, Readable.from([lines.join('\n')]), output);
  const replies = text.split('\n').filter(Boolean);
  return { fine, replies: replies.map(line => JSON.parse(line) as Record<string, unknown>) };
}

describe('a batch', () => {
  test('answers every line in the order in which they came', async () => {
    const { fine, replies } = await run([
      '{"id": 1, "question": "do i need a degree?"}',
      '',
      '{"id": {"any": "thing"}, "turns": ["how much does a java developer earn?", "and python?"]}',
      '{"question": "hello"}\r',
    ]);
    expect(fine).toBe(true);
    expect(replies.map(({ id }) => id)).toEqual([1, { any: 'thing' }, null]);
    expect(replies.map(({ question }) => question)).toEqual(['do i need a degree?', 'and python?', 'hello']);
    expect(replies.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'smalltalk']);
    expect(replies[1]?.['topics']).toEqual(['salary-by-stack']);
  });

  test('has all the fields that scripts rely on', async () => {
    const { replies } = await run(['{"id": "x", "question": "what is docker"}']);
    expect(replies[0]).toMatchObject({
      id: 'x',
      question: 'what is docker',
      kind: 'answer',
      topics: ['containers'],
      candidates: expect.arrayContaining([{ topic: 'containers', confidence: expect.any(Number) }]),
      confidence: expect.any(Number),
      offered: [],
      skills: ['docker'],
      text: expect.stringContaining('Prove it:'),
      sources: expect.arrayContaining([
        { id: expect.any(String), label: expect.any(String), year: null, url: expect.any(String) },
      ]),
      next: expect.arrayContaining([expect.any(String)]),
      microseconds: expect.any(Number),
    });
    expect(replies[0]).not.toHaveProperty('handoff');
    expect((await run(['{"question": "I want to kill myself"}'])).replies[0]).toMatchObject({
      kind: 'unknown',
      handoff: 'crisis',
    });
  });

  test('every line is a conversation of its own', async () => {
    const alone = await run(['{"question": "and python?"}']);
    const after = await run(['{"question": "how much does a java developer earn?"}', '{"question": "and python?"}']);
    const topics = ({ replies }: Awaited<ReturnType<typeof run>>): unknown => replies.at(-1)?.['topics'];
    expect(topics(after)).toEqual(topics(alone));
  });

  test.each([
    ['not JSON', 'hello'],
    ['cut short', '{"question": "do i'],
    ['a list', '["do i need a degree?"]'],
    ['a text', '"do i need a degree?"'],
    ['nothing', 'null'],
    ['an object without a question', '{"id": 7}'],
    ['a number for a question', '{"id": 7, "question": 5}'],
    ['no turns', '{"id": 7, "turns": []}'],
    ['turns that are no texts', '{"id": 7, "turns": ["a", 5]}'],
    ['null bytes', '\u0000\u0000'],
  ])('a line that is %s gets an error, and the run goes on', async (_, line) => {
    const { fine, replies } = await run(['{"id": 1, "question": "hello"}', line, '{"id": 2, "question": "hello"}']);
    expect(fine).toBe(false);
    expect(replies).toHaveLength(3);
    expect(replies[1]).toEqual({ id: null, error: expect.stringMatching(/^line 2: /) });
    expect(replies[2]).toMatchObject({ id: 2, kind: 'smalltalk' });
  });

  test('waits for a reader that is slow', async () => {
    let written = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        written += chunk.toString().split('\n').length - 1;
        setImmediate(done);
      },
    });
    const lines = Array.from({ length: 200 }, (_, id) => `{"id": ${id}, "question": "hello"}`);
    expect(await batch(advisor, Readable.from([lines.join('\n')]), slow)).toBe(true);
    await new Promise(resolve => slow.end(resolve));
    expect(written).toBe(200);
  });

  test('text is what the terminal shows, without colour', () => {
    const { reply, microseconds } = converse(advisor, ['do i need a degree?']);
    expect(String(replyJson(reply, 1, microseconds)['text'])).not.toContain('\u001b');
    expect(microseconds).toBeGreaterThan(0);
    expect(converse(advisor, []).reply.question).toBe('');
  });
});
