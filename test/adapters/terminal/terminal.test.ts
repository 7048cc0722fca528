import { PassThrough } from 'node:stream';
import { createTerminal } from '../../../adapters/terminal/chat.ts';
import { createAdvisor } from '../../../src/advisor.ts';
import { ownLibrary } from '../../library.ts';
import { describeAdapter } from '../contract.ts';

/** One terminal a person: a terminal has one person in front of it. */
describeAdapter('terminal', async () => {
  const advisor = createAdvisor(await ownLibrary());
  const open = () => {
    const input = new PassThrough();
    const output = new PassThrough({ encoding: 'utf8' });
    const terminal = createTerminal(advisor, { input, output, interactive: false, colour: false, columns: () => 80 });
    void terminal.start();
    return { terminal, input, output };
  };
  const people = new Map<string, ReturnType<typeof open>>();
  const of = (person: string): ReturnType<typeof open> => {
    const found = people.get(person) ?? open();
    people.set(person, found);
    return found;
  };
  return {
    async say(text, person = 'somebody') {
      const { input, output } = of(person);
      const read = new Promise<string>(resolve => output.once('data', resolve));
      input.write(`${text}\n`);
      return read;
    },
    ready: async () =>
      [...people.values(), ...(people.size === 0 ? [of('first')] : [])].every(each => each.terminal.ready().ready),
    async stop() {
      const started = performance.now();
      for (const { terminal } of people.values()) await terminal.stop();
      return performance.now() - started;
    },
  };
});
