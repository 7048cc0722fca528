/** Scopes of the bot token, and what does not work without each. The manifest asks for these and no others; a test holds them together. */
export const SCOPES: Readonly<Record<string, string>> = {
  commands: '/career and the message shortcut',
  'chat:write': 'answers',
  'app_mentions:read': 'answers to mentions',
  'im:history': 'answers to direct messages',
  'channels:history': 'follow-ups without a mention in threads of public channels',
  'groups:history': 'follow-ups without a mention in threads of private channels',
  'assistant:write': 'suggested prompts in the agent view',
};

/** Events that the app listens to, by the names they have in the manifest. */
export const EVENTS = ['app_home_opened', 'app_mention', 'message.channels', 'message.groups', 'message.im'] as const;

/** Id of the message shortcut "Answer this". */
export const SHORTCUT = 'answer_this';

/** The scopes that a token lacks. @param granted as Slack lists them in the header of its answers */
export function missingScopes(granted: readonly string[]): string[] {
  return Object.keys(SCOPES).filter(scope => !granted.includes(scope));
}
