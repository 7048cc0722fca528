import type { Skill } from '../knowledge/knowledge.ts';

/** What somebody still has to learn for a goal. */
export interface Route {
  /** missing skills in stages: what stands in one stage needs only what is known and the stages before it */
  readonly stages: readonly (readonly Skill[])[];
  /** skills of the goal, their prerequisites among them, that are known already */
  readonly known: readonly Skill[];
}

/**
 * The skills that are missing for a goal, in an order that respects every prerequisite.
 * Whoever knows a skill is taken to know what it builds on. Of several ways to fulfil "one of these", the one with the least left to learn wins.
 * @param skills the whole graph, free of circles
 * @param goals ids of the skills that make the goal
 * @param knownIds ids of what the person knows
 */
export function route(skills: readonly Skill[], goals: readonly string[], knownIds: readonly string[]): Route {
  const byId = new Map(skills.map(skill => [skill.id, skill]));
  const known = new Set<string>();
  const learnBackwards = (id: string): void => {
    const skill = byId.get(id);
    if (!skill || known.has(id)) return;
    known.add(id);
    for (const before of skill.prerequisites) learnBackwards(before);
  };
  for (const id of knownIds) learnBackwards(id);

  const needed = new Set<string>();
  const missing = (id: string, seen: Set<string>): number => {
    const skill = byId.get(id);
    if (!skill || known.has(id) || needed.has(id) || seen.has(id)) return 0;
    seen.add(id);
    return 1 + skill.prerequisites.reduce((sum, before) => sum + missing(before, seen), 0);
  };
  const need = (id: string): void => {
    const skill = byId.get(id);
    if (!skill || known.has(id) || needed.has(id)) return;
    needed.add(id);
    for (const before of skill.prerequisites) need(before);
    if (
      skill.oneOf.length === 0 ||
      skill.oneOf.some(other => known.has(other) || needed.has(other) || goals.includes(other))
    )
      return;
    const [cheapest] = [...skill.oneOf].sort((a, b) => missing(a, new Set()) - missing(b, new Set()));
    if (cheapest !== undefined) need(cheapest);
  };
  for (const goal of goals) need(goal);

  const stages: Skill[][] = [];
  const done = new Set(known);
  const open = skills.filter(skill => needed.has(skill.id));
  const waits = (id: string): boolean => needed.has(id) && !done.has(id);
  while (open.some(skill => !done.has(skill.id))) {
    const stage = open.filter(
      skill =>
        !done.has(skill.id) &&
        !skill.prerequisites.some(waits) &&
        (skill.oneOf.length === 0 || skill.oneOf.some(id => done.has(id)) || !skill.oneOf.some(waits)),
    );
    if (stage.length === 0) break;
    stages.push(stage);
    for (const skill of stage) done.add(skill.id);
  }
  const ofGoal = new Set<string>();
  const collect = (id: string): void => {
    const skill = byId.get(id);
    if (!skill || ofGoal.has(id)) return;
    ofGoal.add(id);
    for (const before of skill.prerequisites) collect(before);
  };
  for (const goal of goals) collect(goal);
  return { stages, known: skills.filter(skill => known.has(skill.id) && ofGoal.has(skill.id)) };
}
