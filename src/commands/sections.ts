import type { SlotMention } from '../engine/slots.ts';
import type { Entry, Skill } from '../knowledge/knowledge.ts';
import type { Block, Section, SkillCard, SourceNote, Suggestion } from '../reply.ts';
import { figuresBlock, fitting, inCompany } from './figures.ts';
import type { Library } from './library.ts';

/**
 * An entry as it answers: its text, then the figures that belong to it and fit the question's details.
 * @param details looks for them; only pay depends on them
 */
export function entrySection(
  entry: Entry,
  library: Library,
  details: () => readonly SlotMention[] = () => [],
): Section {
  const figures = library.figuresOf(entry.id);
  const isPay = figures.some(figure => figure.kind === 'pay');
  const mentions = isPay || isSalary(entry) ? details() : [];
  const place = mentions.some(mention => mention.slot === 'place')
    ? library.knowledge.figures.filter(figure => figure.kind === 'pay' && !figures.includes(figure))
    : [];
  const fits = isPay ? fitting([...figures, ...(isSalary(entry) ? place : [])], mentions) : figures;
  const table = figuresBlock(inCompany(fits, library.knowledge.figures, isSalary(entry) ? mentions : []));
  return {
    title: entry.question,
    topic: entry.id,
    blocks: [{ type: 'text', text: entry.answer }, ...(table ? [table] : [])],
  };
}

function isSalary(entry: Entry): boolean {
  return entry.id.startsWith('salary-');
}

/** The card of a skill: what it is, why, what comes before and after, what to build. */
export function skillCard(skill: Skill, library: Library): SkillCard {
  const name = (id: string): string => library.skill(id)?.name ?? id;
  const after = skill.prerequisites.map(name);
  if (skill.oneOf.length > 0) after.push(skill.oneOf.map(name).join(' or '));
  const leadsTo = library.knowledge.skills
    .filter(other => other.prerequisites.includes(skill.id) || other.oneOf.includes(skill.id))
    .map(other => other.name);
  return {
    id: skill.id,
    name: skill.name,
    level: skill.level,
    what: skill.what,
    why: skill.why,
    build: skill.build,
    after,
    leadsTo,
  };
}

/** Sources of the given entries and of the figures in the blocks, each once, in order. */
export function sourcesOf(ids: readonly string[], blocks: readonly Block[], library: Library): SourceNote[] {
  const shown = blocks.flatMap(block => (block.type === 'figures' ? block.rows.map(row => row.source) : []));
  return [...new Set([...shown, ...ids])].flatMap(id => {
    const source = library.source(id);
    return source
      ? [{ id, label: source.label, year: source.year ?? null, ...(source.url ? { url: source.url } : {}) }]
      : [];
  });
}

/** An entry as something to ask next. */
export function askEntry(id: string, library: Library): Suggestion[] {
  const entry = library.entry(id);
  return entry ? [{ label: entry.question, topic: id }] : [];
}

const MOST_FEATURED = 3;

/** What to offer somebody who has not asked anything yet: the featured entries, or else the first ones. */
export function featured(library: Library): Suggestion[] {
  const { entries } = library.knowledge;
  const chosen = entries.filter(entry => entry.featured);
  return (chosen.length > 0 ? chosen : entries)
    .slice(0, MOST_FEATURED)
    .map(entry => ({ label: entry.question, topic: entry.id }));
}

/** A skill as something to ask next, in words that suit every name, in the singular and in the plural. */
export function askSkill(id: string, library: Library): Suggestion[] {
  const skill = library.skill(id);
  return skill
    ? [{ label: `Tell me about ${skill.name}`, command: { name: 'skill', input: { name: skill.name } } }]
    : [];
}
