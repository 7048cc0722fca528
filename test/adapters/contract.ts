import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A platform under test: the real adapter, and people who talk to it through a double of the platform. */
export interface Stage {
  /** Somebody says something in a private conversation with the bot. Resolves with everything that this person can read in the reply. */
  say(text: string, person?: string): Promise<string>;
  /** What the program says of the connection: the adapter's own `ready()`, or /readyz. */
  ready(): Promise<boolean>;
  /** Ends the adapter as an operator would. Resolves with the milliseconds it took. */
  stop(): Promise<number>;
}

/** What every adapter must do, whatever the platform. */
export function describeAdapter(name: string, open: () => Promise<Stage>): void {
  describe(`${name} keeps the contract of adapters`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await open();
    });
    afterAll(async () => {
      await stage.stop();
    });

    test('it is ready once it has started', async () => {
      expect(await stage.ready()).toBe(true);
    });

    test('a plain question gets its answer, with the next step', async () => {
      const read = await stage.say('Do I need a degree to work as a backend developer?', 'ada');
      expect(read).toContain('degree');
      expect(read).toContain('This week');
    });

    test('figures come with their sources and years', async () => {
      const read = await stage.say('how much does a junior backend developer earn?', 'ada');
      expect(read).toMatch(/\b20(?:1|2)\d\b/);
      expect(read).toMatch(/Stack Overflow|Bureau of Labor/);
    });

    test('a follow-up takes its missing part from the turn before', async () => {
      await stage.say('how much does a junior backend developer earn?', 'grace');
      expect(await stage.say('and a senior?', 'grace')).toMatch(/senior/i);
    });

    test('the conversation of one person is not that of another', async () => {
      await stage.say('how much does a junior backend developer earn?', 'grace');
      const [after, alone] = [
        await stage.say('and for seniors?', 'grace'),
        await stage.say('and for seniors?', 'edsger'),
      ];
      expect(after).not.toBe(alone);
    });

    test('a question that leaves room is asked back, with choices', async () => {
      expect(await stage.say('help with job', 'barbara')).toContain('Did you mean');
    });

    test('nonsense, emptiness and far-away questions get a polite reply', async () => {
      for (const text of ['asdf qwer zxcv', '🤷', '?????', 'what will the weather be in Oslo tomorrow'])
        expect((await stage.say(text, 'ken')).length, text).toBeGreaterThan(20);
    });

    test('a sign of a crisis gets the careful reply that names help', async () => {
      expect(await stage.say('I want to kill myself', 'anon')).toMatch(/emergency|crisis|helpline/i);
    });

    test('the longest message is answered', async () => {
      const story = 'I have been a cook for ten years and I like it less every day. '.repeat(28);
      const text = `${story} Do I need a degree to work as a backend developer?`;
      expect(await stage.say(text, 'dennis')).toContain('degree');
    });

    test('what somebody writes cannot call others or break the layout', async () => {
      const read = await stage.say(
        '@everyone <!channel> <@U123> **look** `at` [this](https://example.com) docker',
        'mallory',
      );
      expect(read).not.toMatch(/@everyone|<!channel>|<@U123>/);
    });

    test('it ends within five seconds and is not ready any more', async () => {
      expect(await stage.stop()).toBeLessThan(5000);
      expect(await stage.ready()).toBe(false);
    });
  });
}
