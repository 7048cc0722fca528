import { webApi } from '@slack/bolt';
import { type Log, type Meter, StartError } from '../adapter.ts';
import { faultOf } from './faults.ts';
import { createLogger } from './logger.ts';
import { createPatience } from './patience.ts';
import { missingScopes, SCOPES } from './scopes.ts';

/** Who the app is in which workspace. */
export interface Account {
  readonly botId: string;
  /** id of the bot's user, as it stands in mentions */
  readonly userId: string;
  readonly name: string;
  readonly workspace: string;
}

/** Milliseconds after which a call counts as lost; Slack answers in a fraction of a second. */
const LONGEST_CALL = 6000;
/**
 * Attempts after the first, with growing pauses: without this Bolt tries a hundred times in Socket Mode. A message whose answer was lost
 * may stand there: the next attempt keeps to one a second and channel as well.
 */
const RETRIES = { retries: 3, minTimeout: 1000, factor: 2, maxTimeout: 4000, randomize: true };

/** Settings that every client of Slack's Web API shares; Bolt passes them on to the listeners' own. */
export function clientOptions(apiUrl: string, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    retryConfig: RETRIES,
    timeout: LONGEST_CALL,
    logger: createLogger(log),
  };
}

/** The one client through which the adapter calls Slack, so that a rate limit holds for all calls of that method. */
export function createClient(token: string, apiUrl: string, log: Log, meter: Meter): webApi.WebClient {
  const limited = (seconds: number): void => {
    meter.count('slack', 'slack_rate_limited');
    log.warn({ platform: 'slack', seconds }, 'Slack asks for a pause');
  };
  return new webApi.WebClient(token, {
    ...clientOptions(apiUrl, log),
    fetch: createPatience(LONGEST_CALL, limited),
    // What is left of limits is beyond patience. The time for waiting is not the time for a call.
    rejectRateLimitedCalls: true,
    timeout: 0,
  });
}

/** Faults that no second attempt repairs (docs.slack.dev/reference/methods/auth.test). */
const REFUSED = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'org_login_required',
  'team_access_not_granted',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
  'missing_scope',
  'invalid_app_id',
  'access_denied',
]);

/** The start error for a token that Slack refuses; nothing where another attempt may work. */
export function refusal(error: unknown, setting: string, where: string): StartError | undefined {
  const fault = faultOf(error);
  if (!REFUSED.has(fault.code)) return undefined;
  const needed = fault.needed === undefined ? '' : `, needed: ${fault.needed}`;
  return new StartError(`${setting} was refused by Slack (${fault.code}${needed}). Copy it again from ${where}.`);
}

/**
 * Asks Slack who the app is, and names the scopes that it lacks.
 * @throws StartError where the token can never work
 */
export async function readAccount(client: webApi.WebClient, log: Log): Promise<Account> {
  const answer = await client.auth.test().catch((error: unknown) => {
    const page = 'the app\'s page "OAuth & Permissions" (it starts with "xoxb-")';
    throw refusal(error, 'SLACK_BOT_TOKEN', page) ?? new Error(`Slack cannot be reached: ${faultOf(error).code}`);
  });
  if (!answer.user_id || !answer.bot_id)
    throw new StartError(
      'SLACK_BOT_TOKEN belongs to a person; expected the bot token, which starts with "xoxb-", from the app\'s page "OAuth & Permissions".',
    );
  const granted = answer.response_metadata?.scopes;
  for (const scope of granted === undefined ? [] : missingScopes(granted))
    log.warn(
      { platform: 'slack', scope },
      `the scope ${scope} is missing, so there is no ${SCOPES[scope]}: add it under "OAuth & Permissions" and install the app again`,
    );
  return {
    botId: answer.bot_id,
    userId: answer.user_id,
    name: answer.user ?? 'the bot',
    workspace: answer.team ?? answer.url ?? 'the workspace',
  };
}
