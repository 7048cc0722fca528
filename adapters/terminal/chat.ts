import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Advisor, AskOptions } from '../../src/advisor.ts';
import type { Reply, Suggestion, Turn } from '../../src/reply.ts';
import type { Adapter } from '../adapter.ts';
import { type Look, styled, wrapped } from './markdown.ts';
import { render } from './render.ts';

/** Turns that a conversation remembers. */
const MOST_TURNS = 8;
const WIDEST = 100;

export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** a person sits there: prompt, greeting, numbered picks; otherwise one reply a line */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** columns of the terminal now; it may change while people type */
  readonly columns: () => number;
  /** lines shown under the greeting */
  readonly notice?: readonly string[];
}

export interface Terminal extends Adapter {
  /** Resolves when the conversation has ended, with the number of messages that came. */
  readonly ended: Promise<number>;
}

/** The chat in a terminal, or over a pipe: one conversation until /quit or the end of the input. */
export function createTerminal(advisor: Advisor, options: TerminalOptions): Terminal {
  const { input, output, interactive } = options;
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    terminal: interactive,
    prompt: interactive ? '\n› ' : '',
    historySize: 200,
  });
  let turns: Turn[] = [];
  let picks: readonly Suggestion[] = [];
  let messages = 0;
  let open = false;
  let finish: (messages: number) => void = () => {};
  const ended = new Promise<number>(resolve => {
    finish = resolve;
  });
  const look = (): Look => ({ colour: options.colour, width: Math.min(WIDEST, Math.max(30, options.columns())) });
  const print = (text: string): void => {
    output.write(`${text}\n`);
  };
  const show = (reply: Reply): void => {
    turns = [...turns, reply.turn].slice(-MOST_TURNS);
    picks = [...reply.choices.map(choice => ({ label: choice.label, topic: choice.topic })), ...reply.next];
    print(`${interactive ? '\n' : ''}${render(reply, look())}${interactive ? '' : '\n'}`);
  };
  const about = (): AskOptions => ({ context: { turns }, origin: { platform: 'terminal' } });
  const pick = (next: Suggestion): Reply => {
    if (next.command) return advisor.run(next.command.name, next.command.input, about());
    return next.topic === undefined ? advisor.ask(next.label, about()) : advisor.show(next.topic, about());
  };
  const answer = (line: string): void => {
    const text = line.trim();
    if (text === '') return;
    messages += 1;
    const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
    const picked = picks[number - 1];
    const slash = /^\/(\w+)\s*(.*)$/s.exec(text);
    if (slash) runCommand(slash[1]!.toLowerCase(), slash[2]!);
    else show(picked ? pick(picked) : advisor.ask(text, about()));
  };
  const runCommand = (name: string, rest: string): void => {
    if (name === 'quit' || name === 'exit' || name === 'q') {
      lines.close();
      return;
    }
    const command =
      advisor.commands.find(each => each.name === name) ??
      advisor.commands.filter(each => each.name.startsWith(name)).at(0);
    if (command) show(advisor.run(command.name, command.parse(rest), about()));
    else
      print(
        wrapped(
          `There is no /${name}. There are ${advisor.commands.map(each => `/${each.name}`).join(', ')} and /quit.`,
          look(),
        ),
      );
  };
  return {
    name: 'terminal',
    ended,
    async start() {
      open = true;
      if (interactive) print(greeting(advisor, options.notice ?? [], look()));
      lines.on('line', line => {
        answer(line);
        // After /quit there is nothing to prompt for.
        if (interactive && open) lines.prompt();
      });
      lines.once('close', () => {
        open = false;
        if (interactive) print(wrapped('\nGoodbye, and good luck.', look()));
        finish(messages);
      });
      lines.on('SIGINT', () => lines.close());
      if (interactive) lines.prompt();
    },
    async stop() {
      lines.close();
    },
    ready: () => ({ ready: open, detail: open ? 'terminal chat open' : 'terminal chat closed' }),
  };
}

function greeting(advisor: Advisor, notice: readonly string[], look: Look): string {
  const { entries, skills } = advisor.size;
  const { title } = advisor.about;
  return [
    styled('bold', ['Signpost', ...(title === undefined ? [] : [title])].join(': '), look),
    wrapped(
      `Ask in your own words. I know ${entries} questions${skills > 0 ? ` and ${skills} skills` : ''}; numbers pick what I offer.`,
      look,
    ),
    wrapped(
      styled(
        'dim',
        '/help, /topics, /skill docker, /path devops from python, /pay senior; /quit or Ctrl-D ends.',
        look,
      ),
      look,
    ),
    ...notice.map(line => wrapped(styled('dim', line, look), look)),
  ].join('\n');
}
