import type { AdvisorEvent } from '../advisor.ts';
import type { Logger } from './log.ts';

/** Writes what the advisor reports into the log. What people write is there at debug only; who they are is never there. */
export function createReport(log: Logger): (event: AdvisorEvent) => void {
  return event => {
    const { platform, request } = event.origin;
    if (event.type === 'rated') {
      const { topics, helpful, request: rated } = event.rating;
      log.info({ platform, request: rated, topics, helpful }, 'rated');
      return;
    }
    if (event.type === 'failed') {
      log.error({ platform, request, command: event.command, err: event.error }, 'an answer failed');
      log.debug({ platform, request, question: event.question }, 'asked');
      return;
    }
    const { kind, topics, handoff, confidence, question } = event.reply;
    const sure = Math.round(confidence * 1000) / 1000;
    log.info({ platform, request, command: event.command, kind, topics, handoff, confidence: sure }, 'answered');
    log.debug({ platform, request, question }, 'asked');
  };
}
