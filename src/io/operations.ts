import type { Advisor, AdvisorEvent } from '../advisor.ts';
import type { Config } from './config.ts';
import { createHttp, type HttpSide, type Part } from './http.ts';
import { createLog, type Logger, type LogTarget } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createReloading, type Reloading } from './reload.ts';
import { createReport } from './report.ts';
import type { Fault } from './settings.ts';
import { secretsOf } from './show-config.ts';
import { watchFolder } from './watch.ts';

/** Something that listens beside the flow and has a state of its own, such as the journal. */
export interface Companion extends Part {
  heard(event: AdvisorEvent): void;
  /** what waits to be written, for the metrics */
  queued(): number;
  /** Writes what is left and closes. Never throws. */
  stop(): Promise<void>;
}

/** Everything that stands beside the flow while the bot serves: log, metrics, HTTP side, the watch over the knowledge, companions. */
export interface Operations {
  readonly log: Logger;
  readonly meter: Pick<Metrics, 'count' | 'acknowledged' | 'replied'>;
  readonly http: Pick<HttpSide, 'mount'>;
  /** Has the platforms' connections shown in readiness and metrics. */
  show(parts: readonly Part[]): void;
  /** Opens the HTTP side and begins to watch the knowledge. @returns what is wrong with HOST and PORT, or nothing */
  start(): Promise<Fault | undefined>;
  /** Reads the knowledge again now. */
  reload(): void;
  /** Counts and logs what nobody expected. */
  unexpected(error: unknown): void;
  /** From now on readiness says that the bot is stopping. */
  retire(): void;
  stop(): Promise<void>;
}

export interface OperationsOptions {
  readonly config: Config;
  readonly advisor: Advisor;
  /** folder in which what was learnt is kept */
  readonly keepIn: string;
  /** key of the knowledge that was read, and what its folder looked like then */
  readonly key: string;
  readonly seen: string;
  readonly companions?: readonly Companion[];
  readonly target?: LogTarget;
}

export function createOperations(options: OperationsOptions): Operations {
  const { config, advisor, keepIn, key, seen, companions = [], target } = options;
  const log = createLog(config.logLevel, secretsOf(config), target);
  const metrics = createMetrics();
  const reloading = createReloading({
    advisor,
    folder: config.knowledgeDir,
    keepIn,
    key,
    log,
    count: metrics.reloaded,
  });
  const parts: Part[] = [knowledgePart(reloading), ...companions];
  const http = createHttp({
    host: config.host,
    port: config.port,
    parts: () => parts,
    metrics,
    failed(error) {
      metrics.fault('http');
      log.error({ err: error }, 'a request could not be answered');
    },
  });
  for (const heard of [createReport(log), metrics.heard, ...companions.map(each => each.heard)]) advisor.listen(heard);
  metrics.readiness(() => parts.map(part => ({ name: part.name, ready: part.state().ready })));
  for (const { name, queued } of companions)
    metrics.gauge(`signpost_${name}_queue`, `What waits to be written by the ${name}`, queued);
  metrics.gauge('signpost_knowledge_entries', 'Entries in use', () => advisor.size.entries);
  let watch: { stop(): void } = { stop: () => {} };
  return {
    log,
    meter: metrics,
    http,
    show: more => void parts.push(...more),
    async start() {
      const opened = await http.start();
      if ('fault' in opened) return opened.fault;
      log.info({ host: config.host, port: opened.port }, 'health and metrics can be asked for');
      watch = watchFolder(config.knowledgeDir, seen, () => void reloading.reload());
      return undefined;
    },
    reload: () => void reloading.reload(),
    unexpected(error) {
      metrics.fault('unhandled');
      log.error({ err: error }, 'something happened that nobody expected');
    },
    retire: () => http.retire(),
    async stop() {
      watch.stop();
      reloading.stop();
      await Promise.all([http.stop(), ...companions.map(each => each.stop())]);
    },
  };
}

/** The bot never serves without knowledge; what can be wrong is the folder since then, and the line says so. */
function knowledgePart(reloading: Reloading): Part {
  return { name: 'knowledge', state: () => ({ ready: true, detail: reloading.detail() }) };
}
