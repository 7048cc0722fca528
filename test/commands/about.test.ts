import { expect, test } from 'vitest';
import { render } from '../../adapters/terminal/render.ts';
import { createAdvisor, createAdvisorFor } from '../../src/advisor.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import type { Reply } from '../../src/reply.ts';
import { ownLibrary } from '../library.ts';

const ENTRY = '- {id: cats, question: "How do I feed a cat?", alternates: [cat food times], answer: Twice a day.}\n';

/** What a bot over this folder says to a question that it cannot answer, and what its help says. */
function saying(about?: string): { declined: string; help: string } {
  const files = [{ path: 'faq/general.yaml', text: ENTRY }];
  const read = readKnowledge(about === undefined ? files : [...files, { path: 'about.yaml', text: about }]);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  const advisor = createAdvisorFor(read.knowledge);
  const text = (reply: Reply): string => render(reply).replace(/\s+/g, ' ');
  return { declined: text(advisor.ask('what will the weather be in Oslo')), help: text(advisor.run('help', {})) };
}

test('a bot over a folder of its own does not speak of careers', () => {
  const { declined, help } = saying();
  expect(declined).toContain('I do not have an answer to that. Try other words');
  expect(help).toContain('Ask me in your own words');
});

test('about.yaml says what it is about', () => {
  const { declined, help } = saying('{title: Cat care, subject: the care of cats, covers: food and sleep}\n');
  expect(declined).toContain('I give advice on the care of cats: food and sleep. Try');
  expect(help).toContain('Ask me about the care of cats in your own words');
  expect(saying('subject: cats\n').declined).toContain('I give advice on cats. Try');
});

test('our own knowledge says so, learnt anew or restored', async () => {
  const { about } = createAdvisor(await ownLibrary());
  expect(about).toEqual({
    title: 'Career advice for backend developers',
    subject: 'careers in backend development',
    covers: 'starting, learning, finding work, pay, growing and working life',
  });
});
