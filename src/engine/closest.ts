import Fuse from 'fuse.js';

/** Names further away than this (0 same, 1 nothing in common) are not worth suggesting. */
const FARTHEST = 0.45;

/**
 * The name that was probably meant.
 * @param wanted what somebody wrote
 * @param names what there is
 * @returns the nearest of the names, or nothing where none is near
 */
export function closest(wanted: string, names: readonly string[]): string | undefined {
  return closestFew(wanted, names, 1)[0];
}

/** Up to `most` names that were probably meant, nearest first. */
export function closestFew(wanted: string, names: readonly string[], most: number): string[] {
  if (wanted.trim() === '') return [];
  const fuse = new Fuse(names, {
    includeScore: true,
    threshold: FARTHEST,
    ignoreLocation: true,
    minMatchCharLength: 2,
  });
  const found = fuse.search(wanted.slice(0, 60), { limit: most });
  return found.map(result => result.item);
}
