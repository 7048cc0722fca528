/** What a double remembers of each kind: more than any test looks back at, and not everything in a run of hours. */
export const REMEMBERED = 10_000;

/** Takes the oldest out of a map until so many are left. @returns what was taken out */
export function newest<K, V>(map: Map<K, V>, most = REMEMBERED): [K, V][] {
  const gone: [K, V][] = [];
  for (const entry of map) {
    if (map.size <= most) break;
    gone.push(entry);
    map.delete(entry[0]);
  }
  return gone;
}
