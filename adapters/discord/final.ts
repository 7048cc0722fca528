import { GatewayCloseCodes } from 'discord.js';

/** Faults that no further attempt can mend, with what to do about each: close codes of the gateway. */
const FINAL: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not take the token. Copy it anew under "Bot", "Reset Token" in the developer portal, and set DISCORD_TOKEN to it.',
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not take these shards. Set DISCORD_SHARD_IDS to numbers below DISCORD_SHARD_COUNT, the same count on every machine.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in too many servers for this number of shards. Set DISCORD_SHARDS to "auto", or raise DISCORD_SHARD_COUNT.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks the version of its gateway that this release uses. Install a newer release of the bot.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know an intent that this release asks for. Install a newer release of the bot.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses an intent. DISCORD_AUTO_CHANNELS needs the "Message Content Intent": switch it on under "Bot" in the developer portal, or leave that setting out.',
};

export const WRONG_TOKEN = FINAL[GatewayCloseCodes.AuthenticationFailed]!;

export function isFinal(code: number): boolean {
  return code in FINAL;
}

/** What is wrong and what to do, for a close code that is final. */
export function remedy(code: number): string | undefined {
  return FINAL[code];
}
