import type { SlotMention } from '../engine/slots.ts';
import type { Reply, Section } from '../reply.ts';
import type { Command } from './command.ts';
import { BY_LEVEL, BY_STACK, figuresBlock, fitting, inCompany, OVERVIEW } from './figures.ts';
import type { Library } from './library.ts';
import { replyOf } from './reply-of.ts';
import { askEntry, sourcesOf } from './sections.ts';
import { list } from './skill.ts';

export const pay: Command = {
  name: 'pay',
  description: 'Pay figures side by side, each with its source, place and year',
  parameters: [
    { name: 'level', description: 'junior, mid, senior or lead', required: false, completes: 'level' },
    {
      name: 'stack',
      description: 'A technology, a role or a country, such as java, devops or germany',
      required: false,
      completes: 'stack',
    },
  ],
  example: 'pay senior java',
  parse: text => ({ level: text.trim() }),
  run({ input }, library) {
    const typed = [input['level'], input['stack']].filter(part => part !== undefined && part.trim() !== '').join(' ');
    return payReply(typed, library);
  },
};

function payReply(typed: string, library: Library): Reply {
  const mentions = library.slots.find(library.words(typed));
  const all = library.knowledge.figures.filter(figure => figure.kind === 'pay');
  const topic = topicOf(mentions);
  const general = all.filter(figure => figure.topics?.includes(topic));
  const figures = fitting(all, mentions);
  const fits = mentions.length > 0 && figures.length < all.length;
  const shown = fits ? inCompany(figures, all, mentions) : general.length > 0 ? general : all;
  const table = figuresBlock(shown);
  const single = fits && figures.length === 1 && shown.length > 1;
  const what = mentions.map(mention => nameOf(mention, library));
  const title = what.length > 0 ? `Pay: ${list(what, 'and')}` : 'Pay of backend developers';
  if (!table) {
    return replyOf('unknown', typed, [
      {
        title,
        blocks: [
          { type: 'text', text: 'No pay figures are stored here. Whoever runs this bot can add some in pay.yaml.' },
        ],
      },
    ]);
  }
  const section: Section = {
    title,
    topic,
    blocks: [{ type: 'text', text: lead(typed, mentions, fits, single, what) }, table],
  };
  return replyOf('answer', typed, [section], {
    topics: library.entry(topic) ? [topic] : [],
    candidates: library.entry(topic) ? [{ topic, confidence: 1 }] : [],
    confidence: 1,
    sources: sourcesOf([], section.blocks, library),
    next: [OVERVIEW, BY_LEVEL, BY_STACK, 'salary-negotiation']
      .filter(id => id !== topic)
      .flatMap(id => askEntry(id, library))
      .slice(0, 3),
  });
}

function topicOf(mentions: readonly SlotMention[]): string {
  if (mentions.some(mention => mention.slot === 'stack')) return BY_STACK;
  return mentions.some(mention => mention.slot === 'level') ? BY_LEVEL : OVERVIEW;
}

function nameOf(mention: SlotMention, library: Library): string {
  if (mention.slot === 'place') return mention.id;
  if (mention.slot === 'level') return `${mention.id} level`;
  return library.track(mention.id)?.name ?? library.skill(mention.id)?.name ?? mention.id;
}

function lead(
  typed: string,
  mentions: readonly SlotMention[],
  fits: boolean,
  single: boolean,
  what: readonly string[],
): string {
  const caution = 'Read them side by side: each counts other people in another place and year.';
  if (typed !== '' && mentions.length === 0)
    return `I recognised no level, technology or country in what you typed, so here is the general picture. ${caution}`;
  if (mentions.length > 0 && !fits)
    return `No source here gives a figure for ${list(what, 'and')}; these are the nearest there are. ${caution}`;
  if (single)
    return `Only the first of these figures is about ${list(what, 'and')}; those after it are about backend developers in general. ${caution}`;
  if (mentions.length > 1)
    return `These figures come nearest to ${list(what, 'and')}; where no source covers the combination, each part stands on its own. ${caution}`;
  return `What is known here, with year, place and source. ${caution}`;
}
