import { type Json, objects, text } from './json.ts';

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** What Discord would refuse in a list of commands. */
export function commandProblems(commands: readonly Json[], guild: boolean): string[] {
  const problems: string[] = [];
  const names = commands.map(command => `${Number(command['type'] ?? 1)} ${text(command['name'])}`);
  if (new Set(names).size < names.length) problems.push('a command stands twice');
  if (names.filter(name => name.startsWith('1 ')).length > 100) problems.push('more than 100 slash commands');
  if (names.filter(name => name.startsWith('3 ')).length > 15)
    problems.push('more than 15 entries in the menu of messages');
  for (const command of commands)
    problems.push(...problemsOf(command, guild).map(each => `/${text(command['name'])}: ${each}`));
  return problems;
}

function problemsOf(command: Json, guild: boolean): string[] {
  const problems: string[] = [];
  const type = Number(command['type'] ?? 1);
  const name = text(command['name']);
  const description = text(command['description']);
  const options = objects(command['options']);
  if (type === 1) {
    if (!NAME.test(name) || name !== name.toLowerCase()) problems.push('a wrong name');
    if (description.length < 1 || description.length > 100)
      problems.push(`a description of ${description.length} characters`);
  } else {
    if (name.length < 1 || name.length > 32) problems.push('a wrong name');
    if (description !== '' || options.length > 0) problems.push('a menu entry with a description or options');
  }
  if (options.length > 25) problems.push('more than 25 options');
  const optionNames = options.map(option => text(option['name']));
  if (new Set(optionNames).size < optionNames.length) problems.push('an option stands twice');
  let optional = false;
  for (const option of options) {
    const optionName = text(option['name']);
    if (!NAME.test(optionName) || optionName !== optionName.toLowerCase())
      problems.push(`option "${optionName}": a wrong name`);
    const about = text(option['description']);
    if (about.length < 1 || about.length > 100)
      problems.push(`option "${optionName}": a description of ${about.length} characters`);
    if (option['required'] === true && optional)
      problems.push(`option "${optionName}" is required behind an optional one`);
    if (option['required'] !== true) optional = true;
    if (option['autocomplete'] === true && ![3, 4, 10].includes(Number(option['type'])))
      problems.push('autocomplete on a wrong type');
  }
  const sum =
    name.length +
    description.length +
    options.reduce((total, option) => total + text(option['name']).length + text(option['description']).length, 0);
  if (sum > 8000) problems.push(`${sum} characters`);
  if (guild && (command['contexts'] !== undefined || command['integration_types'] !== undefined))
    problems.push('contexts and integration_types belong to global commands');
  return problems;
}

/** What Discord would refuse in completions. */
export function choiceProblems(choices: readonly Json[]): string[] {
  const problems: string[] = [];
  if (choices.length > 25) problems.push(`${choices.length} completions`);
  for (const choice of choices) {
    const [name, value] = [text(choice['name']), text(choice['value'])];
    if (name.length < 1 || name.length > 100) problems.push(`a completion's name of ${name.length} characters`);
    if (value.length < 1 || value.length > 100) problems.push(`a completion's value of ${value.length} characters`);
  }
  return problems;
}
