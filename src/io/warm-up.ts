import { createAdvisor } from '../advisor.ts';
import type { Library } from '../commands/library.ts';
import type { Reply } from '../reply.ts';
import { compiledEagerly } from './v8.ts';

/** Messages that are asked beforehand: after so many the engine's code is compiled and all is made that is made when first needed. */
const MESSAGES = 850;
/** One in so many is put together from several lines, as long messages are, */
const LONG = 4;
const LINES_OF_LONG = 6;
/** and one in so many is misspelt. */
const MISSPELT = 3;

/**
 * Asks some of the knowledge's own lines, answered and out of scope, with nobody listening, so that the first people do not wait
 * while code is compiled. Takes about a third of a second.
 * @returns what would have been answered, for the platforms to warm up with
 */
export function warmUp(library: Library): Reply[] {
  return compiledEagerly(() => askedBeforehand(library));
}

function askedBeforehand(library: Library): Reply[] {
  const advisor = createAdvisor(library);
  const { entries, outside, elsewhere } = library.knowledge;
  const lines = [
    ...entries.flatMap(({ question, alternates }) => [question, ...alternates]),
    ...outside.flatMap(({ examples }) => examples),
    ...elsewhere,
  ];
  const stride = Math.max(1, Math.floor(lines.length / MESSAGES));
  const replies: Reply[] = [];
  for (let at = 0, message = 0; at < lines.length; at += stride, message++) {
    const line = message % MISSPELT === 0 ? misspelt(lines[at]!) : lines[at]!;
    // The sign … makes it a text of two bytes a character, for which regular expressions are compiled a second time.
    const text = message % LONG === 0 ? `${lines.slice(at, at + LINES_OF_LONG).join('. ')} … ${line}` : line;
    replies.push(advisor.ask(text));
  }
  return replies;
}

/** Each longer word with two letters swapped, as thumbs do. */
function misspelt(line: string): string {
  return line.replace(/\b(\w{3})(\w)(\w)/g, '$1$3$2');
}
