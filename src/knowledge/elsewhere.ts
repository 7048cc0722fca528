import { CULTURE } from './elsewhere/culture.ts';
import { HISTORY } from './elsewhere/history.ts';
import { LEISURE } from './elsewhere/leisure.ts';
import { NATURE } from './elsewhere/nature.ts';
import { PEOPLE } from './elsewhere/people.ts';
import { SCIENCE } from './elsewhere/science.ts';
import { TALK } from './elsewhere/talk.ts';
import { WORLD } from './elsewhere/world.ts';

/**
 * Messages that no bot with a few entries answers, whatever it is about: general knowledge, gossip, opinions, thinking aloud.
 * A knowledge folder without an out-of-scope.yaml of its own is learnt beside them, so that it knows what a question to somebody else looks like:
 * on CLINC150 half as many questions from outside are asked back (src/engine/README.md).
 */
export const ELSEWHERE: readonly string[] = [SCIENCE, NATURE, WORLD, HISTORY, CULTURE, PEOPLE, LEISURE, TALK].flatMap(
  text => text.split('\n').filter(line => line !== ''),
);
