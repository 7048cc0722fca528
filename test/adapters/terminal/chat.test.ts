import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createTerminal, type TerminalOptions } from '../../../adapters/terminal/chat.ts';
import { createAdvisor } from '../../../src/advisor.ts';
import { ownLibrary } from '../../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);

/** Types lines into a chat, ends the input, and gives everything that was shown. */
async function chat(
  lines: readonly string[],
  options: Partial<TerminalOptions> = {},
): Promise<{ shown: string; messages: number }> {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  let shown = '';
  output.on('data', (text: string) => {
    shown += text;
  });
  const terminal = createTerminal(advisor, {
    input,
    output,
    interactive: true,
    colour: false,
    columns: () => 80,
    ...options,
  });
  await terminal.start();
  for (const line of lines) input.write(`${line}\n`);
  input.end();
  const messages = await terminal.ended;
  await terminal.stop();
  return { shown: stripVTControlCharacters(shown), messages };
}

describe('the chat', () => {
  test('greets, answers, and says goodbye at the end of the input', async () => {
    const { shown, messages } = await chat(['do i need a degree?'], { notice: ['To answer in Discord, set a token.'] });
    expect(shown).toMatch(/Signpost[\s\S]*To answer in Discord[\s\S]*This week:[\s\S]*Goodbye/);
    expect(messages).toBe(1);
  });

  test('a number picks what was offered', async () => {
    const first = advisor.ask('do i need a degree?').next[0]!;
    const { shown } = await chat(['do i need a degree?', '1']);
    expect(shown).toContain(first.label);
    const picked = library
      .entry(first.topic!)!
      .answer.split(/[\s*]+/)
      .slice(0, 4)
      .join(' ');
    expect(shown.replace(/\s+/g, ' ')).toContain(picked);
  });

  test('a number that was not offered is a message like others', async () => {
    expect((await chat(['99'])).shown).not.toContain('undefined');
    expect((await chat(['do i need a degree?', '99', '0', '-1'])).messages).toBe(4);
  });

  test('commands begin with a slash, may be cut short, and unknown ones are told', async () => {
    const { shown } = await chat([
      '/help',
      '/topics money',
      '/skill docker',
      '/path devops from python',
      '/pa junior',
      '/dance',
    ]);
    expect(shown).toContain('How to ask');
    expect(shown).toContain('How do I negotiate the salary of a new job offer?');
    expect(shown).toContain('Prove it:');
    expect(shown).toContain('The way to DevOps engineer from Python');
    expect(shown).toMatch(
      /There is no \/dance\. There are \/ask, \/skill, \/path, \/pay, \/topics, \/help and\s\/quit\./,
    );
  });

  test('/quit ends it; what is typed after it is not answered', async () => {
    const { shown, messages } = await chat(['hello', '/quit', 'do i need a degree?']);
    expect(shown).toContain('Goodbye');
    expect(shown).not.toContain('This week:');
    expect(messages).toBe(2);
  });

  test('keeps the conversation', async () => {
    const { shown } = await chat(['how much does a java developer earn?', 'and python?']);
    const reply = advisor.ask('and python?', {
      context: { turns: [advisor.ask('how much does a java developer earn?').turn] },
    });
    expect(shown).toContain(reply.sections[0]!.title);
    expect(reply.topics).toEqual(['salary-by-stack']);
  });

  test('wraps to the width of the terminal, and to 30 columns at least', async () => {
    for (const columns of [10, 30, 60]) {
      const { shown } = await chat(['do i need a degree?'], { columns: () => columns, interactive: false });
      const width = Math.max(30, columns);
      const long = shown
        .split('\n')
        .filter(line => line.length > width && !line.includes('http') && / \S+ /.test(line.trim()));
      expect(long).toEqual([]);
    }
  });

  test('without a person in front of it there is no greeting and no prompt', async () => {
    const { shown } = await chat(['hello', '', '  '], { interactive: false });
    expect(shown).not.toContain('›');
    expect(shown).not.toContain('Goodbye');
    expect((await chat([], { interactive: false })).messages).toBe(0);
  });

  test('has colour only when asked for', async () => {
    const raw = async (colour: boolean): Promise<string> => {
      const output = new PassThrough({ encoding: 'utf8' });
      const input = new PassThrough();
      const terminal = createTerminal(advisor, { input, output, interactive: false, colour, columns: () => 80 });
      await terminal.start();
      input.end('do i need a degree?\n');
      await terminal.ended;
      return String(output.read());
    };
    expect(await raw(true)).toContain('\u001b[');
    expect(await raw(false)).not.toContain('\u001b[');
  });

  test('is ready while it is open', async () => {
    const input = new PassThrough();
    const terminal = createTerminal(advisor, {
      input,
      output: new PassThrough(),
      interactive: true,
      colour: false,
      columns: () => 80,
    });
    expect(terminal.ready().ready).toBe(false);
    await terminal.start();
    expect(terminal.ready()).toEqual({ ready: true, detail: 'terminal chat open' });
    await terminal.stop();
    await terminal.ended;
    expect(terminal.ready().ready).toBe(false);
  });
});
