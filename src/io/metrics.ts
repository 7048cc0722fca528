import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AdvisorEvent } from '../advisor.ts';
import type { ReloadResult } from './reload.ts';

export interface Metrics {
  /** Counts what the advisor reports. */
  heard(event: AdvisorEvent): void;
  /** Counts what happens on a platform: reconnects, rate limits, faults. */
  count(platform: string, event: string): void;
  /** Seconds from the arrival of a command or click to its acknowledgement, handed to the network. */
  acknowledged(platform: string, seconds: number): void;
  /** Seconds from the arrival of a message to its reply, taken by the platform. */
  replied(platform: string, seconds: number): void;
  reloaded(result: ReloadResult): void;
  /** Something that nobody expected: an unhandled rejection, a handler that threw. */
  fault(where: string): void;
  /** A number that is asked for whenever the metrics are. */
  gauge(name: string, help: string, read: () => number): void;
  /** Whether each part of the bot is ready, by its name. */
  readiness(read: () => readonly { readonly name: string; readonly ready: boolean }[]): void;
  /** everything in Prometheus' text format */
  text(): Promise<string>;
  readonly type: string;
}

/** Replies take from a fraction of a millisecond (the advisor) to seconds (a platform that is slow to take them). */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'nodejs_array_buffers_bytes',
    help: 'Bytes of array buffers, in which most of what was learnt stands',
    registers,
    collect() {
      this.set(process.memoryUsage().arrayBuffers);
    },
  });
  const questions = new Counter({
    name: 'signpost_questions_total',
    help: 'Questions and commands answered, by platform, command and kind of reply',
    labelNames: ['platform', 'command', 'kind'],
    registers,
  });
  const confidence = new Histogram({
    name: 'signpost_confidence',
    help: 'Probability that the first candidate was right, for questions in own words',
    labelNames: ['platform'],
    buckets: TENTHS,
    registers,
  });
  const latency = new Histogram({
    name: 'signpost_reply_seconds',
    help: 'Seconds from the arrival of a message to its reply, taken by the platform',
    labelNames: ['platform'],
    buckets: SECONDS,
    registers,
  });
  const acknowledgement = new Histogram({
    name: 'signpost_acknowledged_seconds',
    help: 'Seconds from the arrival of a command or click to its acknowledgement or answer, handed to the network',
    labelNames: ['platform'],
    buckets: SECONDS,
    registers,
  });
  const ratings = new Counter({
    name: 'signpost_ratings_total',
    help: 'Votes on replies',
    labelNames: ['platform', 'helpful'],
    registers,
  });
  const events = new Counter({
    name: 'signpost_platform_events_total',
    help: 'What happened on a platform: reconnects, rate limits, faults',
    labelNames: ['platform', 'event'],
    registers,
  });
  const errors = new Counter({
    name: 'signpost_errors_total',
    help: 'Faults inside the program, by where they were caught',
    labelNames: ['where'],
    registers,
  });
  const reloads = new Counter({
    name: 'signpost_reloads_total',
    help: 'Readings of a changed knowledge folder, by what became of them',
    labelNames: ['result'],
    registers,
  });
  // Rows that are there from the start can be watched for a change.
  for (const result of ['loaded', 'unchanged', 'refused', 'failed'] satisfies ReloadResult[])
    reloads.inc({ result }, 0);
  for (const where of ['advisor', 'http', 'unhandled']) errors.inc({ where }, 0);
  return {
    type: registry.contentType,
    text: () => registry.metrics(),
    heard(event) {
      const { platform } = event.origin;
      if (event.type === 'failed') errors.inc({ where: 'advisor' });
      if (event.type === 'rated') ratings.inc({ platform, helpful: String(event.rating.helpful) });
      if (event.type !== 'answered') return;
      questions.inc({ platform, command: event.command, kind: event.reply.kind });
      if (event.command === 'ask' && event.reply.candidates.length > 0)
        confidence.observe({ platform }, event.reply.confidence);
    },
    count: (platform, event) => events.inc({ platform, event }),
    acknowledged: (platform, seconds) => acknowledgement.observe({ platform }, seconds),
    replied: (platform, seconds) => latency.observe({ platform }, seconds),
    reloaded: result => reloads.inc({ result }),
    fault: where => errors.inc({ where }),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    readiness(read) {
      new Gauge({
        name: 'signpost_ready',
        help: '1 where a part of the bot is ready, 0 where it is not',
        labelNames: ['part'],
        registers,
        collect() {
          for (const { name, ready } of read()) this.set({ part: name }, ready ? 1 : 0);
        },
      });
    },
  };
}
