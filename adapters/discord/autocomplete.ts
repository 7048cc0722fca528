import type { AutocompleteInteraction } from 'discord.js';
import type { Advisor } from '../../src/advisor.ts';
import type { Suggestion } from '../../src/reply.ts';
import type { Counter } from './counter.ts';
import type { Choice } from './delivery.ts';
import { LIMITS } from './limits.ts';
import { label } from './markdown/escape.ts';

/** Completions while somebody types, by the engine that answers afterwards. People may still send whatever they wrote. */
export async function complete(interaction: AutocompleteInteraction, counter: Counter): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices = completions(counter.surroundings.advisor, interaction.commandName, name, String(value));
  await counter.delivery.complete(interaction, choices);
}

/** What is offered for one parameter of a command. @param typed what stands in the field so far */
export function completions(advisor: Advisor, commandName: string, parameterName: string, typed: string): Choice[] {
  const command = advisor.commands.find(each => each.name === commandName);
  const completes = command?.parameters.find(each => each.name === parameterName)?.completes;
  if (completes === undefined) return [];
  // Somebody who knows several things names them in a row: the last one is still being typed.
  const [, before = '', last = ''] =
    parameterName === 'known' ? (/^(.*,\s*)?([^,]*)$/s.exec(typed) ?? []) : ['', '', typed];
  const seen = new Set<string>();
  return advisor.suggest(completes, last, LIMITS.completions).flatMap(suggestion => {
    const name = label(`${before}${suggestion.label}`, LIMITS.completion);
    const value = `${before}${meant(suggestion)}`;
    if (name === '' || value.length > LIMITS.completion || seen.has(value)) return [];
    seen.add(value);
    return [{ name, value }];
  });
}

/** The id of an entry, which finds it whatever its question is; otherwise the name itself. */
function meant(suggestion: Suggestion): string {
  return suggestion.topic ?? suggestion.label;
}
