import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEvents, type Events } from './events.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { readableText } from './reading.ts';
import { createRest } from './rest.ts';
import type { Interaction, Scene, Shown } from './scene.ts';
import { createWorld, TOKEN } from './world.ts';

export interface DiscordOptions {
  /** shards that Discord recommends; fewer are refused */
  readonly shards?: number;
  /** privileged intents that the application was given */
  readonly privileged?: number;
}

/** Discord on this machine: REST and gateway of version 10, as strict as the real ones or stricter. */
export interface DiscordDouble extends Scene, Events {
  readonly apiUrl: string;
  /** everything that Discord would refuse, or that must not be sent although it would be taken */
  readonly violations: string[];
  /** The first thing shown behind a mark that fits. */
  next(fits: (shown: Shown) => boolean, after?: number, milliseconds?: number): Promise<Shown>;
  /** What answers an interaction. */
  answer(to: Interaction, milliseconds?: number): Promise<Shown>;
  /** Waits until something holds. */
  until(holds: () => boolean, what: string, milliseconds?: number): Promise<void>;
  /** The token is taken back while the bot is connected. */
  revoke(): void;
  /** Nobody can connect any more, and every line is broken. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function createDiscordDouble(options: DiscordOptions = {}): Promise<DiscordDouble> {
  const violations: string[] = [];
  const note = (what: string): void => void violations.push(what);
  const world = createWorld();
  let port = 0;
  const shards = options.shards ?? 1;
  const gateway = createGateway(() => port, world, { shards, privileged: options.privileged ?? 0 }, note);
  const scene: Scene = {
    world,
    gateway,
    faults: createFaults(),
    shown: [],
    interactions: new Map(),
    commands: new Map(),
    calls: [],
    refusals: [],
    token: TOKEN,
    note,
  };
  const rest = createRest(scene, { shards, gatewayUrl: () => `ws://127.0.0.1:${port}/gateway` });
  const server = createServer(rest);
  server.on('upgrade', gateway.upgrade);
  port = await listen(server, 0);

  const until = async (holds: () => boolean, what: string, milliseconds = 10_000): Promise<void> => {
    const end = performance.now() + milliseconds;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`it did not come to that: ${what}\n${seen(scene)}`);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  };
  const next = async (fits: (shown: Shown) => boolean, after = 0, milliseconds = 10_000): Promise<Shown> => {
    await until(() => scene.shown.slice(after).some(fits), 'nothing of that kind was shown', milliseconds);
    return scene.shown.slice(after).find(fits)!;
  };
  const goDown = async (): Promise<void> => {
    gateway.drop();
    const closed = new Promise(resolve => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return {
    ...scene,
    ...createEvents(scene),
    apiUrl: `http://127.0.0.1:${port}/api`,
    violations,
    next,
    answer: (to, milliseconds) => next(shown => shown.interaction === to.id, 0, milliseconds),
    until,
    revoke() {
      scene.token = 'another';
    },
    goDown,
    async comeBack() {
      await listen(server, port);
    },
    async close() {
      gateway.close();
      if (server.listening) await goDown();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function seen(scene: Scene): string {
  const shown = scene.shown
    .slice(-10)
    .map(each => `${each.way} ${each.channel}: ${readableText(each.body).slice(0, 80)}`);
  return [`calls: ${scene.calls.slice(-10).join(', ')}`, ...shown].join('\n');
}
