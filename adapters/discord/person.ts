import { ComponentType } from 'discord.js';
import type { Bot } from './bot.ts';
import { isForum } from './calls.ts';
import type { Asker, Given } from './desk.ts';
import { cut, escaped } from './escape.ts';
import { LIMITS } from './limits.ts';
import { inline } from './markdown.ts';
import { message, type Payload } from './render.ts';

const LONGEST_QUESTION = 900;
const LONGEST_OFFER = 600;

/** Opens a thread where people help, with the question and what the bot had offered. @returns its id, or nothing where that failed */
export async function askPerson(given: Given, asker: Asker, bot: Bot): Promise<string | undefined> {
  const { personChannel } = bot.options;
  if (personChannel === undefined) return undefined;
  bot.surroundings.meter.count('discord', 'asked_person');
  const name = cut(given.question, LIMITS.threadName) || 'A question';
  const payload = request(given, asker, bot.options.personRole);
  const place = await bot.client.channels.fetch(personChannel).catch(() => null);
  if (isForum(place?.type)) {
    const opened = await bot.calls.openPost(personChannel, name, payload);
    return 'done' in opened ? opened.done.id : undefined;
  }
  const sent = await bot.calls.send(personChannel, given.request, payload);
  if ('fault' in sent) return undefined;
  const opened = await bot.calls.openThread(personChannel, sent.done.id, name);
  return 'done' in opened ? opened.done.id : personChannel;
}

/** Calls the role and nobody else. */
function request({ question, reply }: Given, asker: Asker, role: string | undefined): Payload {
  const quoted = question
    .slice(0, LONGEST_QUESTION)
    .split('\n')
    .map(line => `> ${escaped(line)}`)
    .join('\n');
  const offered =
    reply.choices.length > 0
      ? reply.choices.map(choice => `- ${escaped(cut(choice.label, 150))}`).join('\n')
      : reply.sections
          .map(
            section =>
              `- ${section.title === '' ? '' : `**${escaped(cut(section.title, 150))}**: `}${shortAnswer(section)}`,
          )
          .join('\n');
  const text = [
    `### A question for a person`,
    `<@${asker.person}> asked in <#${asker.channel}>:`,
    `${quoted}\n`,
    `What I had offered:`,
    cutWhole(offered),
  ].join('\n');
  const made = message(text, []);
  if (role === undefined) return made;
  return {
    ...made,
    components: [{ type: ComponentType.TextDisplay, content: `<@&${role}>` }, ...(made.components ?? [])],
    allowed_mentions: { parse: [], roles: [role] },
  };
}

function shortAnswer(section: Given['reply']['sections'][number]): string {
  const first = section.blocks.find(block => block.type === 'text');
  return inline(cut(first?.type === 'text' ? (first.text.split(/\n\s*\n/)[0] ?? '') : 'a list or a card', 300));
}

/** Whole lines only, so that no sign is cut from its partner. */
function cutWhole(lines: string): string {
  let text = '';
  for (const line of lines.split('\n')) {
    if (text.length + line.length > LONGEST_OFFER * 2) break;
    text += `${line}\n`;
  }
  return text.trimEnd();
}
