import { describe, expect, test } from 'vitest';
import { createLimiter, type Limit, type Limiter } from '../../adapters/limiter.ts';

const MINUTE = 60_000;
const times = (count: number, take: () => Limit | undefined): (Limit | undefined)[] =>
  Array.from({ length: count }, take);

describe('the limiter', () => {
  let time = 1;
  const limiter = (perPerson: number, perChannel = 1000, overall = 1000): Limiter =>
    createLimiter({ perPerson, perChannel, overall }, () => time);

  test('lets a minute of questions through at once, then asks to wait', () => {
    const { take } = limiter(3);
    expect(times(4, () => take('ada', 'general'))).toEqual([undefined, undefined, undefined, 'person']);
    expect(take('grace', 'general')).toBeUndefined();
  });

  test('fills up evenly, and never above a minute', () => {
    const { take } = limiter(6);
    times(6, () => take('ada'));
    time += MINUTE / 6 - 100;
    expect(take('ada')).toBe('person');
    time += 200;
    expect(take('ada')).toBeUndefined();
    expect(take('ada')).toBe('person');
    time += 60 * MINUTE;
    expect(times(7, () => take('ada')).filter(limit => limit === undefined)).toHaveLength(6);
  });

  test('knows channels and the whole', () => {
    const channel = limiter(100, 2);
    expect([channel.take('ada', 'help'), channel.take('grace', 'help'), channel.take('edsger', 'help')]).toEqual([
      undefined,
      undefined,
      'channel',
    ]);
    expect(channel.take('edsger', 'general')).toBeUndefined();
    expect(channel.take('edsger')).toBeUndefined();
    const whole = limiter(100, 100, 2);
    expect([whole.take('ada'), whole.take('grace'), whole.take('edsger')]).toEqual([undefined, undefined, 'overall']);
  });

  test('a question that is refused costs nobody else anything', () => {
    const { take } = limiter(1, 100, 3);
    expect(take('ada', 'help')).toBeUndefined();
    times(50, () => take('ada', 'help'));
    expect(take('grace', 'help')).toBeUndefined();
    expect(take('edsger', 'help')).toBeUndefined();
  });

  test('a person whose name is that of a channel is not taken for it', () => {
    const { take } = limiter(1, 1);
    expect(take('general', 'general')).toBeUndefined();
    expect(take('channel general', 'x')).toBeUndefined();
  });
});
