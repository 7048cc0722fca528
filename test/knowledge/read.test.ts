import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';

const ENTRY = `- id: degree-needed
  question: Do I need a degree?
  alternates:
    - can i get hired without university
  answer: No, but it helps.
`;

/** Problems of a folder with the given files, as printed. */
function problems(files: Record<string, string>): string[] {
  const result = readKnowledge(Object.entries(files).map(([path, text]) => ({ path, text })));
  return 'problems' in result ? result.problems.map(formatProblem) : [];
}

describe('a knowledge folder', () => {
  test('the smallest one is a list with one entry', () => {
    const result = readKnowledge([
      { path: 'faq/general.yaml', text: '- {id: a, question: What is it?, answer: It is this.}\n' },
    ]);
    expect('knowledge' in result && result.knowledge.entries).toEqual([
      {
        id: 'a',
        theme: 'general',
        question: 'What is it?',
        alternates: [],
        utterances: [],
        answer: 'It is this.',
        sources: [],
        related: [],
      },
    ]);
    expect('knowledge' in result && result.knowledge.themes).toEqual([
      { id: 'general', title: 'General', entries: ['a'] },
    ]);
  });

  test('a theme file may have a title', () => {
    const result = readKnowledge([
      { path: 'faq/x.yaml', text: `title: Learning routes\nentries:\n${ENTRY.replace(/^/gm, '  ')}` },
    ]);
    expect('knowledge' in result && result.knowledge.themes[0]?.title).toBe('Learning routes');
  });

  test('all problems come at once, in the order of files and lines, with what to do', () => {
    const found = problems({
      'faq/a.yaml': `- id: Degree Needed\n  question: Do I?\n  alternate:\n    - x\n`,
      'faq/b.yaml': 'title: B\nentries:\n  - id: b\n    question: 404\n    answer: ok\n',
      'notes.yaml': '[]',
    });
    expect(found).toEqual([
      'faq/a.yaml:1:3: "answer" is missing. Add it; expected text.',
      'faq/a.yaml:1:7: id: expected an id of small letters, digits and single hyphens, such as "degree-needed".',
      'faq/a.yaml:3:3: Unknown key "alternate". Did you mean "alternates"?',
      'faq/b.yaml:4:15: question: expected text, found the number 404. Put it in quotes.',
      expect.stringMatching(/^notes\.yaml:1:1: No file of this name is used\./),
    ]);
  });

  test.each([
    ['a folder without entries', {}, 'faq:1:1: No faq/*.yaml file was found.'],
    ['an empty file', { 'faq/a.yaml': '' }, 'faq/a.yaml:1:1:'],
    ['text instead of a list', { 'faq/a.yaml': 'hello' }, 'faq/a.yaml:1:1:'],
    ['a key that stands twice', { 'faq/a.yaml': `${ENTRY}  answer: Yes.\n` }, 'faq/a.yaml:6:3: This key stands twice'],
    ['bad indentation', { 'faq/a.yaml': `${ENTRY} answer: Yes.\n` }, 'faq/a.yaml:6:'],
    ['a tab', { 'faq/a.yaml': '- id: a\n\tquestion: x\n' }, 'faq/a.yaml:2:'],
    ['a bracket that never closes', { 'faq/a.yaml': '- [id: a\n' }, 'faq/a.yaml:'],
    ['a tag', { 'faq/a.yaml': '- !!js/function "x"\n' }, 'faq/a.yaml:1:3:'],
    [
      'nothing after a key',
      { 'faq/a.yaml': '- id: a\n  question:\n  answer: x\n' },
      'faq/a.yaml:2:12: question: expected text, found nothing.',
    ],
    [
      'an empty line among the alternates',
      { 'faq/a.yaml': `${ENTRY}  related: []\n`.replace('can i get hired without university', '""') },
      'faq/a.yaml:4:7: alternates, item 1: is empty',
    ],
    [
      'a line of signs only',
      { 'faq/a.yaml': ENTRY.replace('can i get hired without university', '"???"') },
      'faq/a.yaml:4:7: This line holds no letters',
    ],
    [
      'an id that stands twice',
      { 'faq/a.yaml': ENTRY, 'faq/b.yaml': ENTRY.replace(/question.*|can i.*/g, match => `${match} now`) },
      'faq/b.yaml:1:7: The entry "degree-needed" stands already at faq/a.yaml:1.',
    ],
    [
      'a line under two entries',
      {
        'faq/a.yaml': ENTRY,
        'faq/b.yaml': ENTRY.replace('degree-needed', 'other').replace('Do I need a degree?', 'Other?'),
      },
      'faq/b.yaml:4:7: The same line stands under "degree-needed" at faq/a.yaml:4.',
    ],
    [
      'a line twice in one entry',
      { 'faq/a.yaml': ENTRY.replace('can i get hired without university', 'Do I need a degree?') },
      'faq/a.yaml:4:7: This line stands already at faq/a.yaml:2.',
    ],
    [
      'a line under two entries in another case',
      {
        'faq/a.yaml': ENTRY,
        'faq/b.yaml': ENTRY.replace('degree-needed', 'other').replace('Do I', 'DO  I').replace('can i', 'i'),
      },
      'faq/b.yaml:2:13: The same line stands under "degree-needed" at faq/a.yaml:2.',
    ],
    [
      'an unknown related entry',
      { 'faq/a.yaml': `${ENTRY}  related: [degree-neded]\n` },
      'No entry has the id "degree-neded". Did you mean "degree-needed"?',
    ],
    [
      'an entry related to itself',
      { 'faq/a.yaml': `${ENTRY}  related: [degree-needed]\n` },
      'cannot be related to itself',
    ],
    [
      'an unknown source',
      { 'faq/a.yaml': `${ENTRY}  sources: [bls]\n`, 'sources.yaml': '- {id: bls-web, label: BLS}\n' },
      'No source has the id "bls". Did you mean "bls-web"?',
    ],
    [
      'a year that is none',
      { 'faq/a.yaml': ENTRY, 'sources.yaml': '- {id: a, label: A, year: 20025}\n' },
      'sources.yaml:1:27: year: expected a year such as 2024',
    ],
    [
      'an address that is none',
      { 'faq/a.yaml': ENTRY, 'sources.yaml': '- {id: a, label: A, url: "javascript:alert(1)"}\n' },
      'url: expected an address that begins with https://',
    ],
    [
      'small talk that is also a question',
      { 'faq/a.yaml': ENTRY, 'smalltalk.yaml': '- {id: t, reply: Hi., examples: [do i need a degree?]}\n' },
      'smalltalk.yaml:1:34: The same line stands under "degree-needed"',
    ],
    [
      'two meanings of one spelling',
      { 'faq/a.yaml': ENTRY, 'vocabulary.yaml': 'same:\n  kubernetes: [k8s]\n  kube: [k8s]\n' },
      'vocabulary.yaml:3:10: "k8s" stands under "kubernetes" already.',
    ],
    [
      'a chain of spellings',
      { 'faq/a.yaml': ENTRY, 'vocabulary.yaml': 'same:\n  kubernetes: [kube]\n  kube: [k8s]\n' },
      '"kube" is itself a spelling of "kubernetes"',
    ],
    [
      'a figure without a number',
      {
        'faq/a.yaml': ENTRY,
        'sources.yaml': '- {id: s, label: S}\n',
        'pay.yaml': '- {id: f, kind: share, label: L, place: P, source: s, unit: percent}\n',
      },
      'pay.yaml:1:3: A figure needs a number',
    ],
    [
      'a range upside down',
      {
        'faq/a.yaml': ENTRY,
        'sources.yaml': '- {id: s, label: S}\n',
        'pay.yaml': '- {id: f, kind: share, label: L, place: P, source: s, unit: percent, low: 5, high: 2}\n',
      },
      'low (5) is above high (2). Swap them.',
    ],
    [
      'pay without a currency',
      {
        'faq/a.yaml': ENTRY,
        'sources.yaml': '- {id: s, label: S}\n',
        'pay.yaml': '- {id: f, kind: pay, label: L, place: P, source: s, unit: per year, low: 5}\n',
      },
      '"currency" is missing',
    ],
  ])('%s is found', (_, files, message) => {
    const found = problems(files as Record<string, string>);
    expect(found.join('\n')).toContain(message);
  });

  test.each([
    [
      'within an entry',
      { 'faq/a.yaml': ENTRY.replace('can i get hired without university', 'DO I need a degree') },
      'faq/a.yaml:4:7: This line reads like the one at faq/a.yaml:2.',
    ],
    [
      'under two entries',
      {
        'faq/a.yaml': ENTRY,
        'faq/b.yaml': ENTRY.replace('degree-needed', 'other').replace('degree?', 'degree!').replace('can i', 'i'),
      },
      'faq/b.yaml:2:13: This line reads like one under "degree-needed" at faq/a.yaml:2.',
    ],
  ])('a line that only reads the same %s is remarked on, and the folder can be used', (_, files, message) => {
    const result = readKnowledge(Object.entries(files).map(([path, text]) => ({ path, text })));
    expect('knowledge' in result && result.remarks.map(formatProblem)).toEqual([expect.stringContaining(message)]);
  });

  test('remarks stand among the problems where there are some', () => {
    const twice = ENTRY.replace('can i get hired without university', 'DO I need a degree');
    expect(problems({ 'faq/a.yaml': `${twice}  related: [other]\n` })).toHaveLength(2);
  });

  const skill = (id: string, more = ''): string =>
    `- {id: ${id}, name: ${id.toUpperCase()}, topic: degree-needed, level: core, what: W., why: Y., build: B.${more}}\n`;

  test('skills that need each other in a circle are found', () => {
    const text = skill('a', ', prerequisites: [b]') + skill('b', ', prerequisites: [c]') + skill('c', ', one_of: [a]');
    expect(problems({ 'faq/a.yaml': ENTRY, 'skills/x.yaml': text })).toEqual([
      'skills/x.yaml:1:100: These skills need each other in a circle: a → b → c → a. Take one of these prerequisites out.',
    ]);
  });

  test('an alias belongs to one skill, whatever its case, spaces and hyphens', () => {
    const text = skill('a', ', aliases: [Spring Boot]') + skill('b', ', aliases: [spring-boot]');
    expect(problems({ 'faq/a.yaml': ENTRY, 'skills/x.yaml': text })).toEqual([
      expect.stringContaining('The alias "spring-boot" belongs to "a" already.'),
    ]);
  });

  test('unknown skills, topics and tracks are found with what was probably meant', () => {
    const found = problems({
      'faq/a.yaml': ENTRY,
      'skills/x.yaml': skill('docker', ', prerequisites: [linx]') + skill('linux').replace('degree-needed', 'degree'),
      'tracks.yaml': '- {id: t, name: T, what: W., topic: degree-needed, skills: [dockr]}\n',
    });
    expect(found).toHaveLength(3);
    expect(found.join('\n')).toContain('Did you mean "linux"?');
    expect(found.join('\n')).toContain('Did you mean "docker"?');
    expect(found.join('\n')).toContain('Did you mean "degree-needed"?');
  });

  test('anchors that explode are refused at once', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 12; at++)
      lines.push(`a${at}: &a${at} [${Array.from({ length: 10 }, () => `*a${at - 1}`).join(', ')}]`);
    const [found] = problems({ 'faq/a.yaml': lines.join('\n') });
    expect(found).toContain('cannot be read as YAML');
  });

  test('nesting without end is refused', () => {
    const [found] = problems({ 'faq/a.yaml': '['.repeat(50_000) });
    expect(found).toMatch(/^faq\/a\.yaml:/);
  });

  test('UTF-8 in any language is read', () => {
    const text =
      '- {id: ja, question: 学位は必要ですか, answer: いいえ。, alternates: [Нужен ли диплом?, هل أحتاج شهادة]}\n';
    expect(problems({ 'faq/a.yaml': text })).toEqual([]);
  });

  test('a folder with 150 entries and 15,000 alternates is read', () => {
    const text = Array.from({ length: 150 }, (_, entry) => {
      const lines = Array.from({ length: 100 }, (_, line) => `    - question number ${line} about thing ${entry}`);
      return `- id: entry-${entry}\n  question: What about ${entry}?\n  answer: It is ${entry}.\n  alternates:\n${lines.join('\n')}`;
    }).join('\n');
    expect(problems({ 'faq/a.yaml': text })).toEqual([]);
  });
});
