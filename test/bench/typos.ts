import { seededRandom } from '../../src/engine/random.ts';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Keys that lie side by side on a QWERTY keyboard. */
function neighbours(letter: string): string {
  const row = ROWS.findIndex(keys => keys.includes(letter));
  const at = ROWS[row]?.indexOf(letter) ?? -1;
  if (at < 0) return letter;
  const near = [ROWS[row]?.[at - 1], ROWS[row]?.[at + 1], ROWS[row - 1]?.[at], ROWS[row + 1]?.[at]];
  return near.filter(key => key !== undefined).join('');
}

/** One slip: a neighbour key, a letter left out, doubled or swapped with the next. The first letter stays. */
function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at]!;
  const kind = Math.floor(random() * 4);
  if (kind === 0) {
    const keys = neighbours(letter.toLowerCase());
    return word.slice(0, at) + keys[Math.floor(random() * keys.length)]! + word.slice(at + 1);
  }
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at);
  return word.slice(0, at) + word[at + 1]! + letter + word.slice(at + 2);
}

/** Words of fewer letters are rarely mistyped and not recognised by anybody when they are. */
const SHORTEST = 4;

/**
 * A question as somebody in a hurry types it: one slip in every fourth word, at least one where a word is long enough.
 * @param seed the same seed and text give the same slips
 */
export function withTypos(text: string, seed: number): string {
  const random = seededRandom(seed);
  const words = text.split(' ');
  const long = [...words.keys()].filter(at => words[at]!.length >= SHORTEST && /^\p{L}+$/u.test(words[at]!));
  const wanted = Math.min(long.length, Math.max(1, Math.round(words.length / 4)));
  for (let count = 0; count < wanted; count++) {
    const [at] = long.splice(Math.floor(random() * long.length), 1);
    words[at!] = slip(words[at!]!, random);
  }
  return words.join(' ');
}
