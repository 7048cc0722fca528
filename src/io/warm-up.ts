import { createAdvisor } from '../advisor.ts';
import type { Library } from '../commands/library.ts';
import type { Reply } from '../reply.ts';

/** Messages that are asked beforehand: after so many the engine's code is compiled and all is made that is made when first needed. */
const MESSAGES = 600;
/** One in so many is put together from several lines, as long messages are. */
const LONG = 8;
const LINES_OF_LONG = 5;

/**
 * Asks some of the knowledge's own lines, answered and out of scope, with nobody listening, so that the first people do not wait
 * while code is compiled. Takes about a fifth of a second.
 * @returns what would have been answered, for the platforms to warm up with
 */
export function warmUp(library: Library): Reply[] {
  const advisor = createAdvisor(library);
  const { entries, outside } = library.knowledge;
  const lines = [
    ...entries.flatMap(({ question, alternates }) => [question, ...alternates]),
    ...outside.flatMap(({ examples }) => examples),
  ];
  const stride = Math.max(1, Math.floor(lines.length / MESSAGES));
  const replies: Reply[] = [];
  for (let at = 0; at < lines.length; at += stride) {
    const isLong = (at / stride) % LONG === 0;
    // The sign … makes it a text of two bytes a character, for which regular expressions are compiled a second time.
    replies.push(advisor.ask(isLong ? `${lines.slice(at, at + LINES_OF_LONG).join('. ')} …` : lines[at]!));
  }
  return replies;
}
