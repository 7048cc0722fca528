import { createAdvisor } from '../advisor.ts';
import type { Library } from '../commands/library.ts';

/** Questions that are asked beforehand: after so many the engine's code is compiled. They take about a tenth of a second. */
const QUESTIONS = 300;

/** Asks some of the knowledge's own lines, with nobody listening, so that the first people do not wait while code is compiled. */
export function warmUp(library: Library): void {
  const advisor = createAdvisor(library);
  const lines = library.knowledge.entries.flatMap(({ alternates, question }) => [question, ...alternates]);
  const stride = Math.max(1, Math.floor(lines.length / QUESTIONS));
  for (let at = 0; at < lines.length; at += stride) advisor.ask(lines[at]!);
}
