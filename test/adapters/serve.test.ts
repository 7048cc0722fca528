import { describe, expect, test } from 'vitest';
import { type Adapter, StartError } from '../../adapters/adapter.ts';
import { type Operating, serveAll } from '../../adapters/serve.ts';

/** Notes what happens, in order. */
function stage(): { story: string[]; operating: (fault?: string) => Operating } {
  const story: string[] = [];
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return {
    story,
    operating: fault => ({
      log,
      show: parts => void story.push(`shows ${parts.map(part => `${part.name} ${part.state().ready}`).join(', ')}`),
      start: async () => fault,
      retire: () => void story.push('retires'),
      stop: async () => void story.push('beside stops'),
    }),
  };
}

function adapter(name: string, story: string[], start: () => Promise<void> = async () => {}): Adapter {
  return {
    name,
    async start() {
      story.push(`${name} starts`);
      await start();
      story.push(`${name} ready`);
    },
    async stop() {
      story.push(`${name} stops`);
    },
    ready: () => ({ ready: false, detail: 'not yet' }),
  };
}

describe('serving', () => {
  test('ends in order: unready first, then the platforms, then what they rely on', async () => {
    const { story, operating } = stage();
    const stopping = new AbortController();
    const done = serveAll([adapter('one', story), adapter('two', story)], operating(), stopping.signal);
    setTimeout(() => stopping.abort(), 20);
    await done;
    expect(story[0]).toBe('shows one false, two false');
    expect(story.slice(-4)).toEqual(['retires', 'one stops', 'two stops', 'beside stops']);
  });

  test('a platform that cannot be reached does not hold up the other, nor the end', async () => {
    const { story, operating } = stage();
    const stopping = new AbortController();
    const far = adapter('far', story, () => Promise.reject(new Error('connection refused')));
    const done = serveAll([far, adapter('near', story)], operating(), stopping.signal);
    setTimeout(() => stopping.abort(), 50);
    await done;
    expect(story).toContain('near ready');
    expect(story).not.toContain('far ready');
    expect(story.slice(-3)).toEqual(['far stops', 'near stops', 'beside stops']);
  });

  test('a platform that can never start ends all, after everything is closed', async () => {
    const { story, operating } = stage();
    const wrong = adapter('wrong', story, () => Promise.reject(new StartError('DISCORD_TOKEN is refused')));
    const done = serveAll([wrong, adapter('right', story)], operating(), new AbortController().signal);
    await expect(done).rejects.toThrow('DISCORD_TOKEN is refused');
    expect(story.at(-1)).toBe('beside stops');
  });

  test('a fault of the HTTP side ends it before any platform is connected', async () => {
    const { story, operating } = stage();
    const done = serveAll([adapter('one', story)], operating('PORT is taken'), new AbortController().signal);
    await expect(done).rejects.toThrow(StartError);
    expect(story).not.toContain('one starts');
  });

  test('a platform that does not stop is left behind', async () => {
    const { story, operating } = stage();
    const stopping = new AbortController();
    const stuck = { ...adapter('stuck', story), stop: () => new Promise<void>(() => {}) };
    const done = serveAll([stuck], operating(), stopping.signal, 50);
    stopping.abort();
    await done;
    expect(story).toContain('retires');
  });
});
