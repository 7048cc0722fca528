/** Which entries do people mix up? `npm run confusions [-- FOLDER]` leaves out every line once and asks it; takes about a minute. */

import { readFolder } from '../../src/io/folder.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { confusions, FOLDS, found, leaveOneOut, questionsAmong } from './leave-one-out.ts';

const LEAST_FOUND = 0.8;
const MOST_PAIRS = 25;
const MOST_LINES = 6;

const { files, problems } = readFolder(process.argv[2] ?? 'knowledge');
const read = problems.length > 0 ? { problems } : readKnowledge(files);
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

if ('problems' in read) {
  for (const problem of read.problems) print(formatProblem(problem));
  process.exitCode = 2;
} else {
  const labels = labelsOf(read.knowledge);
  const asked = Array.from({ length: FOLDS }, (_, fold) => {
    if (process.stderr.isTTY) process.stderr.write(`\rpart ${fold + 1} of ${FOLDS}`);
    return leaveOneOut(labels, read.knowledge.vocabulary, [fold]);
  }).flat();
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const questions = questionsAmong(asked, read.knowledge);
  const share = found(questions);
  for (const { entries, lines } of confusions(asked).slice(0, MOST_PAIRS)) {
    print(`${entries.join(' and ')}: ${lines.length} lines`);
    for (const { line, own, first } of lines.slice(0, MOST_LINES)) print(`  ${own}, taken for ${first}: ${line}`);
  }
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
  print(
    `${percent(share)} of ${questions.length} questions and alternates find their own entry first; at least ${100 * LEAST_FOUND} % should. With utterances: ${percent(found(asked))} of ${asked.length}.`,
  );
  process.exitCode = share < LEAST_FOUND ? 1 : 0;
}
