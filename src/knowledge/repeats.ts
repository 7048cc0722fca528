import { tokenize } from '../engine/text.ts';
import type { Path } from './document.ts';
import { entriesOf, type Item, items } from './items.ts';
import type { Parts } from './parts.ts';
import { type Problem, place } from './problem.ts';

interface Line {
  readonly item: Item<{ id: string }>;
  readonly path: Path;
  readonly text: string;
  /** whether it must say something: examples may be signs only, and the same again with others ("thanks", "thanks :)") */
  readonly must: boolean;
}

/**
 * Lines that nobody can be matched to, or that stand twice.
 * @returns problems: lines without words, lines that are written the same; remarks: lines that only read the same ("dont ask?", "Don't ask.").
 * A list of what people really asked has those. They do no harm within an entry, and between two they make the bot ask back;
 * so a bot starts with them, and only the check names them.
 */
export function checkLines(parts: Parts): { problems: Problem[]; remarks: Problem[] } {
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  /** the first line of those that read the same, and of those that are written the same */
  const read = new Map<string, Line>();
  const written = new Map<string, Line>();
  for (const line of linesOf(parts)) {
    const { item, path, text, must } = line;
    const words = tokenize(text).join(' ');
    if (words === '') {
      if (must)
        problems.push(
          item.problem(path, 'This line holds no letters or digits, so nobody can be matched to it. Write a question.'),
        );
      continue;
    }
    const same = written.get(plain(text));
    const like = read.get(words);
    if (!like) read.set(words, line);
    if (!same) written.set(plain(text), line);
    const before = same ?? like;
    if (!before) continue;
    const where = place(before.item.problem(before.path, ''));
    if (before.item.value.id !== item.value.id) {
      const under = `under "${before.item.value.id}" at ${where}`;
      if (same)
        problems.push(
          item.problem(
            path,
            `The same line stands ${under}. A line can lead to one place only: keep it where it fits best.`,
          ),
        );
      else remarks.push(item.problem(path, `This line reads like one ${under}. Keep it where it fits best.`));
    } else if (before.text === text)
      problems.push(item.problem(path, `This line stands already at ${where}. Take one of them out.`));
    else if (must) remarks.push(item.problem(path, `This line reads like the one at ${where}. Take one of them out.`));
  }
  return { problems, remarks };
}

/** A line as it is written, whatever the case and the spaces. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

function linesOf(parts: Parts): Line[] {
  const examples = [...items(parts.smalltalk), ...items(parts.outside), ...items(parts.handoffs)];
  return [
    ...entriesOf(parts).flatMap(item => [
      { item, path: ['question'], text: item.value.question, must: true },
      ...(item.value.alternates ?? []).map((text, at) => ({ item, path: ['alternates', at], text, must: true })),
      ...(item.value.utterances ?? []).map((text, at) => ({ item, path: ['utterances', at], text, must: true })),
    ]),
    ...examples.flatMap(item =>
      (item.value.examples ?? []).map((text, at) => ({ item, path: ['examples', at], text, must: false })),
    ),
  ];
}
