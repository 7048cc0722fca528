import { EMPTY_VOCABULARY, type VocabularySource } from '../engine/vocabulary.ts';
import { FOOD } from './everyday/food.ts';
import { HEALTH } from './everyday/health.ts';
import { HOME } from './everyday/home.ts';
import { LEISURE } from './everyday/leisure.ts';
import { MONEY } from './everyday/money.ts';
import { QUALITIES } from './everyday/qualities.ts';
import { SERVICE } from './everyday/service.ts';
import { TECHNOLOGY } from './everyday/technology.ts';
import { TIME } from './everyday/time.ts';
import { TRAVEL } from './everyday/travel.ts';
import { WORK } from './everyday/work.ts';
import { WORLD } from './everyday/world.ts';

const ALL = [MONEY, SERVICE, QUALITIES, TIME, WORK, TECHNOLOGY, TRAVEL, HEALTH, FOOD, HOME, WORLD, LEISURE];

/**
 * Everyday English: words that mean nearly the same (buy, purchase), and things of one kind (currencies, dishes, car parts).
 * A knowledge folder without a vocabulary of its own is read with it, so that few alternates go further: with ten lines an entry
 * the wanted entry comes first for 86 instead of 83.5 % of the questions (CLINC150; src/engine/README.md).
 */
export const EVERYDAY: VocabularySource = {
  ...EMPTY_VOCABULARY,
  alike: Object.fromEntries(ALL.flatMap(groups)),
  // Who asks for words of the same kind need not mean the same: with 1, half as many questions again from outside are answered (CLINC150).
  strength: 0.7,
};

/** @param text a group on each line, `name: word, another`, and lines that begin with a space go on with the one before */
function groups(text: string): [string, string[]][] {
  return text
    .trim()
    .replace(/\n +/g, ' ')
    .split('\n')
    .map(line => {
      const [name = '', members = ''] = line.split(': ');
      return [name, members.split(', ')];
    });
}
