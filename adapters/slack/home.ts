import type { App } from '@slack/bolt';
import type { Suggestion } from '../../src/reply.ts';
import { actionOf, button, distinct, menu, plain, row } from './buttons.ts';
import type { Counter } from './counter.ts';
import { cut } from './escape.ts';
import { LIMITS } from './limits.ts';
import { forgetRow, HOME, notice, recordMessage } from './notices.ts';
import { context, header, type SlackBlock, sections } from './parts.ts';
import type { Message } from './render.ts';

/** The App Home: what the bot can do, what to look through, what this person asked, and what is stored about them. */
export interface Home {
  /** Shows the first page. @param said a line on top, such as that something is done */
  open(person: string, said?: Message): Promise<void>;
  /** Shows an answer, with the way back. */
  show(person: string, message: Message): Promise<void>;
}

export function createHome(app: App, counter: Counter): Home {
  const { delivery, desk, surroundings } = counter;
  const open = async (person: string, said?: Message): Promise<void> => {
    const blocks = [
      ...(said?.blocks ?? []),
      ...welcome(counter),
      ...browse(counter),
      ...recent(desk.recent(person)),
      ...(await stored(counter, person)),
    ];
    await delivery.publish(person, distinct(blocks).slice(0, LIMITS.blocksInView));
  };
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    surroundings.meter.count('slack', 'home');
    await counter.hand('home', () => open(event.user));
  });
  return {
    open,
    async show(person, message) {
      const back = row([{ type: 'button', text: plain('Back', LIMITS.buttonText), action_id: HOME }]);
      await delivery.publish(person, [...back, ...message.blocks]);
    },
  };
}

function welcome({ surroundings: { advisor } }: Counter): SlackBlock[] {
  const { entries, skills } = advisor.size;
  const lines = advisor.commands
    .filter(command => command.name !== 'ask')
    .map(command => `• \`/career ${command.example}\`: ${command.description}`);
  return [
    header(advisor.about.title ?? 'Signpost'),
    ...sections(
      `Ask in your own words, spelling mistakes and all: \`/career\` anywhere, a mention in a channel, or a message to me. I know ${entries} questions${skills > 0 ? ` and ${skills} skills` : ''}, with sources and years, and say so when I do not know.`,
    ),
    ...sections(lines.join('\n')),
    ...context('With `/career` only you see the answer; a button shares it. Mentions are answered in the thread.'),
  ];
}

function browse({ surroundings: { advisor } }: Counter): SlackBlock[] {
  const themes = advisor.suggest('theme', '', LIMITS.options);
  const skills = advisor.suggest('skill', '', LIMITS.options);
  return [
    ...(themes.length > 0 || skills.length > 0 ? [header('Look around')] : []),
    ...menu(themes, 'Topics', 'pick_topic'),
    ...menu(skills, 'Skills', 'pick_skill'),
  ];
}

function recent(questions: readonly string[]): SlackBlock[] {
  if (questions.length === 0) return [];
  const asked = questions.map(question => {
    // Long questions are shortened, so that they fit into a button's id; the beginning says what was asked.
    const input = { question: cut(question, 60) };
    const action = actionOf({ label: question, command: { name: 'ask', input } } satisfies Suggestion);
    return button(question, action);
  });
  return [header('What you asked lately'), ...row(asked), ...context('In memory only, for a day.')];
}

async function stored({ surroundings: { records } }: Counter, person: string): Promise<SlackBlock[]> {
  const title = header('What is stored about you');
  if (!records) return [title, ...notice('nothing_stored').blocks];
  const { blocks } = recordMessage(await records.stored({ platform: 'slack', person }));
  return [title, ...blocks.filter(block => block.type !== 'header'), ...forgetRow()];
}
