import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry, Knowledge } from '../../src/knowledge/knowledge.ts';
import { ownLibrary } from '../library.ts';
import { TOPICS } from './topics.ts';

/** American spellings. Names keep theirs: they are taken out of a text before it is looked through. */
const AMERICAN =
  /\b(?:(?:behavi|col|fav|hon|lab|neighb|rum|vap|flav)or\w*|(?:organi|reali|recogni|speciali|optimi|summari|priori?ti|minimi|maximi|moderni|utili|apologi|criti?ci|categori|containeri|visuali|normali|standardi|finali|memori)z\w+|analyz\w+|paralyz\w+|catalyz\w+|centers?|centered|theaters?|defenses?|offenses?|licenses?\b(?=\s+(?:to|is|for))|catalogs?|dialogs|(?:label|model|travel|cancel|signal|channel|fuel|total|tunnel)(?:ed|ing|ers?)|fulfill?s?\b(?<!fulfil)(?<!fulfils)|enroll|enrollment|skillful|program(?=s? of study)|gray|aging|math|resumes?(?=\s+(?:and|or|is|with|for)\b)|judgment|gotten|freshman|sophomore|vacations?|learned|spelled|practicing)\b/giu;
const NAMES =
  /World Health Organization|Bureau of Labor Statistics|US Bureau of Labor|Fiber|Citizenship and Immigration Services/g;
/** Words of advertising, and promises that nobody can keep. */
const PRAISE =
  /\b(?:amazing|awesome|exciting|thrilling|incredible|revolutionary|cutting[- ]edge|game[- ]chang\w+|skyrocket\w*|supercharg\w+|world[- ]class|best[- ]in[- ]class|ultimate|unparalleled|unlock your|dream job|limitless|lucrative|rockstars?|ninjas?|delve|embark|ever-evolving|fast-paced|empower\w*|you will (?:surely|certainly|definitely)|easy money|get rich)\b/giu;
/** A year, a share or an amount of money: somebody must have counted. */
const CLAIM = /\b(?:19|20)\d\d\b|\d\s?(?:%|per ?cent\b)|[$€£₹]\s?\d|\b\d{1,3}(?:,\d{3})+\b/u;
/** Entries that touch law, money matters or health, and who is named where advice ends. */
const BEYOND: Readonly<Record<string, RegExp>> = {
  'workplace-problems': /union|labour office|employment lawyer/,
  'working-abroad': /immigration lawyer/,
  'burnout-and-balance': /doctor or therapist[\s\S]*emergency number/,
  'impostor-syndrome': /doctor or therapist/,
  'layoffs-and-gaps': /employment lawyer[\s\S]*see a doctor/,
  'salary-negotiation': /lawyer and a tax adviser/,
  'salary-overview': /tax adviser/,
  freelancing: /accountant or a lawyer/,
};

const paragraphs = (entry: Entry): string[] => entry.answer.trim().split(/\n{2,}/);
const wordsIn = (text: string): number =>
  text
    .replace(/\]\([^)]*\)/g, ']')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length;

describe('the entries', () => {
  let knowledge: Knowledge;
  /** ids of the entries that break a rule, each with what breaks it */
  const breaking = (rule: (entry: Entry) => string | false | undefined): string[] =>
    knowledge.entries.flatMap(entry => {
      const found = rule(entry);
      return found === false || found === undefined || found === '' ? [] : [`${entry.id}: ${found}`];
    });
  beforeAll(async () => {
    ({ knowledge } = await ownLibrary());
  });

  test('are one for each topic, in twelve themes', () => {
    const found = Object.fromEntries(knowledge.themes.map(theme => [theme.id, theme.entries]));
    expect(Object.keys(found).sort()).toEqual(Object.keys(TOPICS).sort());
    expect(Object.values(TOPICS).flat()).toHaveLength(108);
    for (const [theme, ids] of Object.entries(TOPICS)) expect(found[theme]).toEqual(expect.arrayContaining([...ids]));
    expect(knowledge.themes.filter(theme => theme.title.length < 4)).toEqual([]);
  });

  test('answer in 60 to 180 words', () => {
    const length = (entry: Entry): number => wordsIn(entry.answer);
    expect(breaking(entry => (length(entry) < 60 || length(entry) > 180) && `${length(entry)} words`)).toEqual([]);
  });

  test('begin with the short answer, then say why, and end with a step for this week', () => {
    expect(breaking(entry => paragraphs(entry).length < 3 && `${paragraphs(entry).length} paragraphs`)).toEqual([]);
    expect(breaking(entry => /^[-*\d]/.test(entry.answer) && entry.answer.slice(0, 30))).toEqual([]);
    expect(breaking(entry => wordsIn(paragraphs(entry)[0]!) > 55 && 'the first paragraph is long')).toEqual([]);
    const step = /^\*\*This week:\*\* \p{Ll}[\s\S]{20,}[.?)]$/u;
    expect(breaking(entry => !step.test(paragraphs(entry).at(-1)!) && paragraphs(entry).at(-1))).toEqual([]);
  });

  test('are asked in 20 to 40 other ways, none of them twice', () => {
    const count = (entry: Entry): number => entry.alternates.length;
    expect(breaking(entry => (count(entry) < 20 || count(entry) > 40) && `${count(entry)} alternates`)).toEqual([]);
    const plain = (line: string): string =>
      line
        .toLowerCase()
        .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
        .trim();
    const lines = knowledge.entries.flatMap(entry =>
      [entry.question, ...entry.alternates, ...entry.utterances].map(plain),
    );
    const seen = new Set<string>();
    expect(lines.filter(line => seen.size === seen.add(line).size)).toEqual([]);
  });

  test('are asked in many voices', () => {
    const share = (fits: (line: string) => boolean) => (entry: Entry) =>
      entry.alternates.filter(fits).length / entry.alternates.length;
    const full = share(line => /^\p{Lu}.*[.?!]$/u.test(line));
    const small = share(line => /^\p{Ll}/u.test(line));
    const terse = share(line => line.split(/\s+/).length <= 6);
    expect(breaking(entry => full(entry) === 0 && 'no full sentence')).toEqual([]);
    expect(breaking(entry => small(entry) === 0 && 'nothing without a capital')).toEqual([]);
    expect(breaking(entry => terse(entry) === 0 && 'no few words')).toEqual([]);
    expect(breaking(entry => terse(entry) > 0.5 && 'mostly few words')).toEqual([]);
  });

  test('cite a source where they name a year, a share or money', () => {
    expect(breaking(entry => entry.sources.length === 0 && CLAIM.exec(entry.answer)?.[0])).toEqual([]);
    const shown = new Set(knowledge.figures.flatMap(figure => figure.topics ?? []));
    expect(
      breaking(entry => shown.has(entry.id) && CLAIM.test(entry.answer) && entry.sources.length === 0 && 'figures'),
    ).toEqual([]);
  });

  test('hold no amount of money: figures are data', () => {
    expect(breaking(entry => /[$€£₹]\s?\d/u.exec(entry.answer)?.[0])).toEqual([]);
  });

  test('lead on to entries that exist, and not to themselves', () => {
    const ids = new Set(knowledge.entries.map(entry => entry.id));
    expect(breaking(entry => entry.related.find(id => !ids.has(id) || id === entry.id))).toEqual([]);
    expect(breaking(entry => entry.related.length < 2 && 'fewer than two')).toEqual([]);
  });

  test('cite sources that exist, and every source is cited', () => {
    const sources = new Set(knowledge.sources.map(source => source.id));
    const cited = [
      ...knowledge.entries.flatMap(entry => entry.sources),
      ...knowledge.figures.map(({ source }) => source),
    ];
    expect(cited.filter(id => !sources.has(id))).toEqual([]);
    expect([...sources].filter(id => !cited.includes(id))).toEqual([]);
  });

  test('say when they were reviewed', () => {
    expect(
      breaking(({ reviewed = '' }) => {
        const date = new Date(`${reviewed}T00:00:00Z`);
        const valid =
          reviewed.length === 10 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(reviewed);
        return !valid || reviewed < '2025-01-01' || reviewed > '2100' ? `reviewed "${reviewed}"` : false;
      }),
    ).toEqual([]);
  });

  test('say where advice ends, where they touch law, tax or health', () => {
    for (const [id, professional] of Object.entries(BEYOND))
      expect(knowledge.entries.find(entry => entry.id === id)?.answer, id).toMatch(professional);
  });

  test('and everything else that is shown are written in British English, without praise', () => {
    const texts = [
      ...knowledge.entries.map(entry => [entry.id, `${entry.question} ${entry.answer}`]),
      ...knowledge.skills.map(skill => [skill.id, `${skill.what} ${skill.why} ${skill.build}`]),
      ...knowledge.tracks.map(track => [track.id, `${track.name} ${track.what}`]),
      ...knowledge.figures.map(figure => [figure.id, `${figure.label} ${figure.spread ?? ''} ${figure.note ?? ''}`]),
      ...[...knowledge.smalltalk, ...knowledge.outside, ...knowledge.handoffs].map(({ id, reply = '' }) => [id, reply]),
    ] as const;
    const found = texts.flatMap(([id, text]) => {
      const words = [...text!.replace(NAMES, '').matchAll(AMERICAN), ...text!.matchAll(PRAISE)].map(([word]) => word);
      return words.length > 0 ? [`${id}: ${words.join(', ')}`] : [];
    });
    expect(found).toEqual([]);
  });

  test('the two lists of words find what they are for', () => {
    expect('Organize your favorite color programs and behavior'.match(AMERICAN)).toEqual([
      'Organize',
      'favorite',
      'color',
      'behavior',
    ]);
    expect('organise the programme, prize the size, a centre and a licence, learnt'.match(AMERICAN)).toBeNull();
    expect('an exciting, fast-paced dream job'.match(PRAISE)).toEqual(['exciting', 'fast-paced', 'dream job']);
  });
});
