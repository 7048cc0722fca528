/** What the order of skills depends on. */
export interface SkillNeeds {
  readonly id: string;
  /** all of these come first */
  readonly prerequisites: readonly string[];
  /** at least one of these comes first */
  readonly oneOf: readonly string[];
}

/**
 * Orders skills so that whatever a skill needs stands before it (Kahn 1962), keeping the given order where it is free.
 * Skills that are not in the list are taken as known.
 * @returns the order, and the ids of one circle where there is one (empty otherwise)
 */
export function orderSkills(skills: readonly SkillNeeds[]): { order: string[]; circle: string[] } {
  const there = new Map(skills.map(skill => [skill.id, skill]));
  const done = new Set<string>();
  const ready = (skill: SkillNeeds): boolean => {
    const missing = (id: string): boolean => there.has(id) && !done.has(id);
    if (skill.prerequisites.some(missing)) return false;
    return skill.oneOf.length === 0 || skill.oneOf.some(id => !missing(id));
  };
  const order: string[] = [];
  while (order.length < there.size) {
    const next = skills.find(skill => !done.has(skill.id) && ready(skill));
    if (!next) return { order, circle: findCircle(there, done) };
    done.add(next.id);
    order.push(next.id);
  }
  return { order, circle: [] };
}

function findCircle(there: ReadonlyMap<string, SkillNeeds>, done: ReadonlySet<string>): string[] {
  const way: string[] = [];
  let here = [...there.keys()].find(id => !done.has(id));
  while (here !== undefined && !way.includes(here)) {
    way.push(here);
    const needs = there.get(here);
    here = [...(needs?.prerequisites ?? []), ...(needs?.oneOf ?? [])].find(id => there.has(id) && !done.has(id));
  }
  return here === undefined ? [] : way.slice(way.indexOf(here));
}
