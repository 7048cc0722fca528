import { Command } from 'commander';

export interface ServeFlags {
  readonly printConfig?: true;
}

export interface AskFlags {
  readonly json?: true;
  readonly explain?: true;
  readonly batch?: string;
  readonly knowledge?: string;
}

export interface InboxFlags {
  readonly json?: true;
  readonly patch?: string;
  readonly entry?: string;
  readonly question?: string;
  readonly write?: true;
  readonly knowledge?: string;
}

export interface StatsFlags {
  readonly json?: true;
  readonly knowledge?: string;
}

/** What each command does; all come to an exit code. */
export interface Commands {
  serve(words: readonly string[], flags: ServeFlags): Promise<number>;
  ask(words: readonly string[], flags: AskFlags): Promise<number>;
  check(folder: string | undefined): Promise<number>;
  inbox(words: readonly string[], flags: InboxFlags): Promise<number>;
  stats(flags: StatsFlags): Promise<number>;
  learn(): Promise<number>;
  health(): Promise<number>;
}

/**
 * The command line: names, arguments and options. Parsing it throws commander's errors instead of ending the program.
 * @param run takes the work that the command line asked for
 */
export function program(version: string, commands: Commands, run: (work: Promise<number>) => void): Command {
  const main = new Command('signpost')
    .description('Career advice for backend developers: in Discord, in Slack, or right here in the terminal.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', '\nExit codes: 0 fine, 1 problems were found, 2 it could not start, 70 an internal error.');
  main
    .command('serve', { isDefault: true })
    .description('connect every platform that has tokens in the environment; with none, open the terminal chat')
    .option('--print-config', 'print the settings that are in force, without secrets, and exit')
    .allowExcessArguments()
    .action((flags: ServeFlags, command: Command) => run(commands.serve(command.args, flags)));
  main
    .command('ask')
    .description('answer one question, or many, and exit')
    .argument('[question...]', 'the question')
    .option('--json', 'print one JSON object')
    .option('--explain', 'print JSON with what made the decision')
    .option('--batch <file>', 'answer JSON Lines from a file ("-" is standard input) as JSON Lines')
    .option('--knowledge <dir>', 'another knowledge folder')
    .action((words: string[], flags: AskFlags) => run(commands.ask(words, flags)));
  main
    .command('check')
    .description('print every problem of a knowledge folder as file:line:column')
    .argument('[dir]', 'the folder; the configured one by default')
    .action((folder: string | undefined) => run(commands.check(folder)));
  main
    .command('inbox')
    .description('what people asked and did not get, most frequent first; "inbox done ID" takes something off the list')
    .argument('[done...]', '"done" and the ids of what is done')
    .option('--json', 'print JSON')
    .option('--patch <id>', 'show the change that teaches the bot this question, for "git apply"')
    .option('--entry <topic>', 'the entry that gets the question; without it the patch begins a new one')
    .option('--question <text>', 'other words for the question')
    .option('--write', 'make the change in the knowledge folder instead of showing it')
    .option('--knowledge <dir>', 'another knowledge folder')
    .action((words: string[], flags: InboxFlags) => run(commands.inbox(words, flags)));
  main
    .command('stats')
    .description('entries by use and rating, never used, confused with each other; figures older than two years')
    .option('--json', 'print JSON')
    .option('--knowledge <dir>', 'another knowledge folder')
    .action((flags: StatsFlags) => run(commands.stats(flags)));
  main
    .command('learn')
    .description('learn the knowledge now and keep it beside the program, so that the next start is quick')
    .action(() => run(commands.learn()));
  main
    .command('health')
    .description('ask the bot that runs with these settings whether it is alive; exit code 0 or 1')
    .action(() => run(commands.health()));
  return main;
}
