/**
 * What does each part of the engine buy? `npm run ablation [-- NAME …]` learns our knowledge without one part after the other and asks it the
 * golden questions: the table of src/engine/README.md, or its rows of these names. Takes about three minutes.
 */

import { createAdvisor } from '../../src/advisor.ts';
import { createLibrary } from '../../src/commands/library.ts';
import { createMatcher, type Label, type Matcher, type MatcherOptions, OPTIONS } from '../../src/engine/matcher.ts';
import { tokenize } from '../../src/engine/text.ts';
import { EMPTY_VOCABULARY, type VocabularySource } from '../../src/engine/vocabulary.ts';
import { readFolder } from '../../src/io/folder.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { auroc } from '../bench/measure.ts';
import { goldenQuestions } from '../questions/golden.ts';
import { type Golden, lastReply } from '../questions/score.ts';

interface Parts {
  readonly labels: readonly Label[];
  readonly vocabulary: VocabularySource;
  readonly options: MatcherOptions;
}

const built = ({ labels, vocabulary, options }: Parts): Matcher => createMatcher(labels, vocabulary, options);
const learnt = (training: Partial<MatcherOptions['training']>): MatcherOptions => ({
  ...OPTIONS,
  training: { ...OPTIONS.training, ...training },
});

function withoutSpelling(parts: Parts): Matcher {
  const matcher = built(parts);
  const typed = (text: string) => ({ words: matcher.plain(text), corrected: [], typed: tokenize(text) });
  return {
    ...matcher,
    read: typed,
    rank: text => matcher.rank(typeof text === 'string' ? typed(text) : text),
  };
}

function withoutUtterances(labels: readonly Label[]): Label[] {
  return labels.map(({ utterances = new Set<string>(), ...label }) => ({
    ...label,
    lines: label.lines.filter(line => !utterances.has(line)),
  }));
}

const VARIANTS: Readonly<Record<string, (parts: Parts) => Matcher>> = {
  'all of it': built,
  'all lines seen as often': parts => built({ ...parts, options: { ...OPTIONS, often: 1 } }),
  'without spelling': withoutSpelling,
  'without runs of letters': parts => built({ ...parts, options: { ...OPTIONS, views: [1, 0.8, 0] } }),
  'without pairs': parts => built({ ...parts, options: { ...OPTIONS, views: [1, 0, 0.8] } }),
  'without groups of like words': parts => built({ ...parts, vocabulary: { ...parts.vocabulary, alike: {} } }),
  'without any vocabulary': parts => built({ ...parts, vocabulary: EMPTY_VOCABULARY }),
  'one run instead of three': parts => built({ ...parts, options: { ...OPTIONS, runs: 1 } }),
  'not trained (centroids)': parts => built({ ...parts, options: learnt({ epochs: 0 }) }),
  'without utterances': parts => built({ ...parts, labels: withoutUtterances(parts.labels) }),
  'without out-of-scope examples': parts =>
    built({ ...parts, labels: parts.labels.filter(({ role }) => role !== 'outside') }),
};

const COLUMNS = ['first', 'typos', 'right', 'helped', 'wrong', 'outside', 'several', 'AUROC'] as const;
const SEVERAL = new Set(['dialogue', 'multi']);

const share = <T>(list: readonly T[], holds: (item: T) => boolean): string =>
  ((100 * list.filter(holds).length) / list.length).toFixed(1);

/** How sure it is where the wanted entry comes first, or where another does. */
function sure(list: readonly { isFirst: boolean; confidence: number }[], first: boolean): number[] {
  return list.filter(({ isFirst }) => isFirst === first).map(({ confidence }) => confidence);
}

function measured(ask: (question: Golden) => ReturnType<typeof lastReply>, questions: readonly Golden[]): string[] {
  const asked = questions
    .filter(({ topics }) => topics[0] !== 'smalltalk')
    .map(question => {
      const { kind, topics, choices, candidates, confidence } = ask(question);
      const wants = (topic: string | undefined): boolean => topic !== undefined && question.topics.includes(topic);
      return {
        kind: question.kind,
        inScope: question.topics[0] !== 'oos',
        confidence,
        isAnswered: kind === 'answer',
        isFirst: wants(candidates[0]?.topic),
        isRight: kind === 'answer' && wants(topics[0]),
        isOffered: choices.some(({ topic }) => wants(topic)),
        hasAll: question.topics.every(topic => topics.includes(topic)),
      };
    });
  const outside = asked.filter(({ inScope }) => !inScope);
  const several = asked.filter(({ kind }) => SEVERAL.has(kind));
  const single = asked.filter(({ kind, inScope }) => inScope && !SEVERAL.has(kind));
  return [
    share(single, ({ isFirst }) => isFirst),
    share(
      single.filter(({ kind }) => kind === 'typo'),
      ({ isFirst }) => isFirst,
    ),
    share(single, ({ isRight }) => isRight),
    share(single, ({ isRight, isOffered }) => isRight || isOffered),
    share(single, ({ isAnswered, isRight }) => isAnswered && !isRight),
    share(outside, ({ isAnswered }) => isAnswered),
    share(several, ({ kind, isRight, hasAll }) => (kind === 'multi' ? hasAll : isRight)),
    auroc(sure(single, true), [...sure(single, false), ...sure(outside, false)]).toFixed(3),
  ];
}

const { files, problems } = readFolder('knowledge');
const read = problems.length > 0 ? { problems } : readKnowledge(files);
const chosen = process.argv.slice(2);
const unknown = chosen.filter(name => !Object.hasOwn(VARIANTS, name));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

if ('problems' in read) {
  for (const problem of read.problems) print(formatProblem(problem));
  process.exitCode = 2;
} else if (unknown.length > 0) {
  print(`There is no row "${unknown.join('", "')}". The rows are:`);
  for (const name of Object.keys(VARIANTS)) print(`  ${name}`);
  process.exitCode = 2;
} else {
  const { knowledge } = read;
  const questions = goldenQuestions('test/questions');
  const parts: Parts = { labels: labelsOf(knowledge), vocabulary: knowledge.vocabulary, options: OPTIONS };
  print(`| | ${COLUMNS.join(' | ')} |`);
  print(`| --- |${' --: |'.repeat(COLUMNS.length)}`);
  for (const [name, build] of Object.entries(VARIANTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const advisor = createAdvisor(createLibrary(knowledge, build(parts)));
    print(`| ${name} | ${measured(({ turns, q = '' }) => lastReply(advisor, turns ?? [q]), questions).join(' | ')} |`);
  }
}
