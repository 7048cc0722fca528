import { createMatcher, type Label, type Matcher, type MatcherOptions } from '../../src/engine/matcher.ts';
import type { VocabularySource } from '../../src/engine/vocabulary.ts';

const label = (role: Label['role'], id: string, ...lines: string[]): Label => ({ id, role, lines });

/** A small knowledge: enough to see which label wins, quick to learn. */
export const LABELS: readonly Label[] = [
  label(
    'entry',
    'pay',
    'how much does a backend developer earn',
    'what is the salary of a software engineer',
    'how much money do developers make in a year',
    'average pay of a programmer',
    'what do senior developers earn',
    'salary of a java developer',
  ),
  label(
    'entry',
    'degree',
    'do i need a degree to become a developer',
    'can i get hired without a university degree',
    'is a computer science degree necessary',
    'no degree, is that a problem for employers',
    'does university matter for programmers',
    'dropped out of university, can i still be a developer',
  ),
  label(
    'entry',
    'java',
    'is java still worth learning',
    'should i learn java for the backend',
    'how long does it take to learn java well',
    'java or something newer',
    'what is java used for at work',
  ),
  label(
    'entry',
    'javascript',
    'is javascript good on the server',
    'should i learn javascript with node',
    'what is javascript used for in the backend',
    'node and javascript for the server side',
    'how do i get better at javascript',
  ),
  label(
    'entry',
    'sql',
    'how much sql must i know',
    'is sql enough or do i need more',
    'learn sql for relational tables',
    'which sql database should i begin with',
  ),
  label(
    'entry',
    'nosql',
    'when is nosql the better choice',
    'should i learn nosql and documents',
    'what is nosql good for',
    'nosql database for a beginner',
  ),
  label(
    'entry',
    'interview',
    'how do i prepare for a technical interview',
    'what do they ask in a backend interview',
    'i am nervous about my first interview',
    'coding interview preparation tips',
    'how many rounds does an interview have',
  ),
  label('smalltalk', 'thanks', 'thank you', 'thanks a lot', 'cheers mate', 'many thanks for your help'),
  label('smalltalk', 'greeting', 'hello', 'hi there', 'good morning', 'hey bot'),
  label(
    'outside',
    'weather',
    'what will the weather be tomorrow',
    'is it going to rain today',
    'how warm is it in oslo',
    'weather forecast for the weekend',
  ),
  label(
    'outside',
    'cooking',
    'how do i cook rice',
    'recipe for a chocolate cake',
    'how long must an egg boil',
    'what can i cook with potatoes',
  ),
  label('handoff', 'legal', 'can i sue my employer', 'is my contract valid in court', 'do i need a lawyer for this'),
];

export const VOCABULARY: VocabularySource = {
  same: { javascript: ['js'], 'software engineer': ['swe'] },
  alike: { money: ['salary', 'pay', 'earn', 'make money', 'wage', 'compensation'] },
  plain_english: {
    go: { means: 'golang', after: ['learn'], before: ['developer'], never_before: ['to', 'for'] },
    node: { means: 'nodejs', after: ['learn', 'with'], before: ['developer'], never_before: ['of'] },
  },
  exact: ['java', 'javascript', 'sql', 'nosql', 'c', 'c#', 'css'],
};

export const smallMatcher = (options?: MatcherOptions, labels = LABELS): Matcher =>
  createMatcher(labels, VOCABULARY, options);
