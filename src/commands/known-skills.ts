import type { Skill } from '../knowledge/knowledge.ts';
import type { Library } from './library.ts';

/** Longer lists are cut here. */
const LOOKED_AT = 1000;
/** No name holds more pieces than this. */
const MOST_PIECES = 3;

/** Skills named in a list such as "python, sql and some docker", and the parts that name none; each once. */
export function knownSkills(text: string, library: Library): { skills: Skill[]; unknown: string[] } {
  const skills = new Set<Skill>();
  const unknown = new Set<string>();
  const pieces = text.slice(0, LOOKED_AT).split(PIECES);
  for (let from = 0; from < pieces.length; ) {
    const found = longestName(pieces, from, library);
    const rest = found ? '' : bare(pieces[from]!);
    const inside = rest === '' ? [] : skillsIn(rest, library);
    for (const skill of found ? [found.skill] : inside) skills.add(skill);
    if (rest !== '' && inside.length === 0) unknown.add(rest);
    from = found?.to ?? from + 2;
  }
  return { skills: [...skills], unknown: [...unknown] };
}

/** What stands between two names; it is kept, because it may also stand inside of one ("CI/CD", "Docker and containers"). Addresses stay whole. */
const PIECES = /(\s*(?:[,;&\n]|(?<![:/]|:\/\/\S*)\/|(?<!\+)\+(?!\+)|\band\b)\s*)/i;

/** The longest run of pieces from there on that names a skill; every second piece is what stands between. */
function longestName(
  pieces: readonly string[],
  from: number,
  library: Library,
): { readonly skill: Skill; readonly to: number } | undefined {
  const last = Math.min(pieces.length, from + 2 * MOST_PIECES);
  for (let to = last - ((last - from + 1) % 2); to > from; to -= 2) {
    const name = pieces.slice(from, to).join('').trim();
    const skill = library.skillNamed(name) ?? library.skillNamed(bare(name));
    // A comma inside of a name is rare: "java, script" are two words of a list.
    if (skill && (!/[,;\n]/.test(name) || name.toLowerCase() === skill.name.toLowerCase()))
      return { skill, to: to + 1 };
  }
  return undefined;
}

function bare(name: string): string {
  return name
    .replace(/^\s*(?:i know|i have|know|knowing|have|some|a bit of|a little|basic|basics of|the)\b/i, '')
    .replace(/\b(?:basics|skills?|experience|knowledge)\s*$/i, '')
    .trim();
}

function skillsIn(text: string, library: Library): Skill[] {
  const plain = library.skillNames.find(library.plainWords(text));
  const mentions = plain.length > 0 ? plain : library.skillNames.find(library.words(text));
  return mentions.flatMap(mention => library.skill(mention.id) ?? []);
}
