import type { Advisor } from '../advisor.ts';
import { formatProblem, type Problem } from '../knowledge/problem.ts';
import { type LearnAside, learnAside } from './learn-aside.ts';
import { restoreSteps } from './load.ts';
import type { Logger } from './log.ts';
import { inSlices } from './slices.ts';

/** What became of a reload, as the metrics count it. */
export type ReloadResult = 'loaded' | 'unchanged' | 'refused' | 'failed';

export interface Reloading {
  /** Reads the folder again. While one reading is under way, any number of calls make one more. Never rejects. */
  reload(): Promise<void>;
  /** one line for a person: what is known since when, and what is wrong with the folder since then */
  detail(): string;
  stop(): void;
}

export interface ReloadOptions {
  readonly advisor: Advisor;
  readonly folder: string;
  readonly keepIn: string;
  /** key of the knowledge that is in use */
  readonly key: string;
  readonly log: Logger;
  readonly count: (result: ReloadResult) => void;
  readonly learn?: LearnAside;
  readonly now?: () => Date;
}

/** Problems of one reading that are logged one by one. */
const MOST_LOGGED = 20;

/** Takes a changed knowledge folder over into a running advisor; a broken one changes nothing. */
export function createReloading(options: ReloadOptions): Reloading {
  const { advisor, folder, keepIn, log, count, learn = learnAside, now = () => new Date() } = options;
  const stopping = new AbortController();
  let { key } = options;
  let since = now();
  let trouble = '';
  let running: Promise<void> | undefined;
  let again = false;

  const refuse = (problems: readonly Problem[]): void => {
    for (const problem of problems.slice(0, MOST_LOGGED))
      log.error({ problem: formatProblem(problem) }, 'knowledge refused');
    log.error(
      { folder, problems: problems.length },
      'the changed knowledge was refused; the bot goes on with what it knew before',
    );
    const [first] = problems;
    trouble = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the folder, first ${first ? formatProblem(first) : ''}`;
    count('refused');
  };
  const once = async (): Promise<void> => {
    try {
      const started = performance.now();
      const answer = await learn({ folder, known: key, keepIn }, stopping.signal);
      if (stopping.signal.aborted) return;
      if ('problems' in answer) return refuse(answer.problems);
      if ('body' in answer) {
        const library = await inSlices(restoreSteps(answer.body));
        if (stopping.signal.aborted) return;
        advisor.replace(library);
        key = answer.key;
        since = now();
        const { entries, lines, skills } = advisor.size;
        log.info(
          { entries, lines, skills, folder, milliseconds: Math.round(performance.now() - started) },
          'knowledge reloaded',
        );
      }
      trouble = '';
      count('body' in answer ? 'loaded' : 'unchanged');
    } catch (error) {
      if (stopping.signal.aborted) return;
      trouble = 'the changed folder could not be read; the log says why';
      log.error(
        { err: error, folder },
        'the changed knowledge could not be read; the bot goes on with what it knew before',
      );
      count('failed');
    }
  };
  const untilDone = async (): Promise<void> => {
    do {
      again = false;
      await once();
    } while (again && !stopping.signal.aborted);
    running = undefined;
  };
  return {
    reload() {
      again = running !== undefined;
      running ??= untilDone();
      return running;
    },
    detail() {
      const { entries, lines, skills } = advisor.size;
      const known = `${entries} entries, ${lines} lines, ${skills} skills, read ${since.toISOString()}`;
      return trouble === '' ? known : `${known}; not taken over: ${trouble}`;
    },
    stop: () => stopping.abort(),
  };
}
