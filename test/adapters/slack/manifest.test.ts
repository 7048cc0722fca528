import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EVENTS, missingScopes, SCOPES, SHORTCUT } from '../../../adapters/slack/scopes.ts';
import { MANIFEST_PATH } from './double/slack.ts';

interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly app_home: Record<string, boolean>;
    readonly agent_view: { readonly agent_description: string };
    readonly slash_commands: readonly {
      command: string;
      description: string;
      usage_hint: string;
      should_escape: boolean;
    }[];
    readonly shortcuts: readonly { name: string; type: string; callback_id: string; description: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
}

const manifest: Manifest = parse(readFileSync(MANIFEST_PATH, 'utf8'));
const folder = new URL('../../../adapters/slack/', import.meta.url);
const source = readdirSync(folder)
  .filter(name => name.endsWith('.ts'))
  .map(name => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** Which scope each method of the Web API needs (docs.slack.dev/reference/methods). */
const NEEDED: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'views.publish': '',
  'auth.test': '',
  'conversations.history': 'im:history',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};
const EVENT_SCOPES: Readonly<Record<string, string>> = {
  app_home_opened: '',
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};

describe('the manifest', () => {
  test('asks for the scopes that the code names, no more and no fewer', () => {
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(Object.keys(SCOPES).sort());
  });

  test('every scope is needed by a method, an event or a command', () => {
    const methods = [...source.matchAll(/\bclient\.((?:\w+\.)+\w+)\(/g)].map(match => match[1] ?? '');
    expect(methods.filter(method => method !== 'on' && !(method in NEEDED))).toEqual([]);
    const needed = [
      'commands',
      ...methods.map(method => NEEDED[method] ?? ''),
      ...EVENTS.map(event => EVENT_SCOPES[event] ?? event),
    ];
    expect([...new Set(needed.filter(scope => scope !== ''))].sort()).toEqual(Object.keys(SCOPES).sort());
  });

  test('subscribes to the events that the code listens to', () => {
    const subscribed = manifest.settings.event_subscriptions.bot_events;
    expect([...subscribed].sort()).toEqual([...EVENTS].sort());
    const heard = new Set([...source.matchAll(/app\.event\('(\w+)'/g)].map(match => match[1]));
    expect(new Set(subscribed.map(event => event.split('.')[0]))).toEqual(heard);
  });

  test('has the shortcut that the code answers, and one command', () => {
    expect(manifest.features.shortcuts.map(each => [each.type, each.callback_id])).toEqual([['message', SHORTCUT]]);
    expect(manifest.features.slash_commands.map(each => each.command)).toEqual(['/career']);
    expect(manifest.features.slash_commands[0]?.should_escape).toBe(true);
  });

  test('turns on what the code uses', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  test('keeps the lengths that Slack allows', () => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    for (const command of features.slash_commands) {
      expect(command.description.length).toBeLessThanOrEqual(2000);
      expect(command.usage_hint.length).toBeLessThanOrEqual(1000);
    }
    for (const shortcut of features.shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
    }
  });

  test('a scope that is not granted is named', () => {
    expect(missingScopes(['commands', 'chat:write'])).toContain('im:history');
    expect(missingScopes(Object.keys(SCOPES))).toEqual([]);
  });
});
