import { EveryContactError } from '@everycontact/core';
import type { Command } from './command.js';
import { buildCommand } from './commands/build.js';
import { checkCommand } from './commands/check.js';
import { coverageCommand } from './commands/coverage.js';
import { decideCommand } from './commands/decide.js';
import { diffCommand } from './commands/diff.js';
import { directoryCommand } from './commands/directory.js';
import { dueCommand } from './commands/due.js';
import { explainCommand } from './commands/explain.js';
import { standardsCommand } from './commands/fhir.js';
import { initCommand } from './commands/init.js';
import { previewCommand } from './commands/preview.js';
import { schemaCommand } from './commands/schema.js';
import { sheetCommand } from './commands/sheet.js';
import { tallyCommand } from './commands/tally.js';
import { textsCommand } from './commands/texts.js';
import { tryCommand } from './commands/try.js';
import { unreadable } from './given-file.js';
import { print, type Terminal } from './terminal.js';
import { version } from './version.js';

const commands: readonly Command[] = [
  tryCommand,
  checkCommand,
  previewCommand,
  initCommand,
  textsCommand,
  coverageCommand,
  dueCommand,
  diffCommand,
  sheetCommand,
  explainCommand,
  decideCommand,
  buildCommand,
  schemaCommand,
  directoryCommand,
  tallyCommand,
  standardsCommand,
];

/** @returns the exit code: 0 all well, 1 findings in a feed or pack, 2 misuse */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  try {
    if (first === '--version' || first === '-v') return say(terminal, [version()]);
    if (first === undefined || first === '--help' || first === '-h') return say(terminal, help());
    if (first === 'help') return say(terminal, helpOn(commands, rest));
    return await run(commandFor(commands, first), rest, terminal);
  } catch (error) {
    const told = error instanceof EveryContactError ? error : refusedFile(error);
    if (!told) throw error;
    print(terminal.err, [told.message]);
    return /^(content|feed)-/.test(told.code) ? 1 : 2;
  }
}

function run(command: Command, args: readonly string[], terminal: Terminal): number | Promise<number> {
  const [first = '', ...rest] = args;
  if (command.subcommands && !first.startsWith('-')) return run(commandFor(command.subcommands, first), rest, terminal);
  return command.run && !asksForHelp(args) ? command.run(args, terminal) : say(terminal, command.help);
}

/** What the file system refused; nothing for any other error. */
function refusedFile(error: unknown): EveryContactError | undefined {
  const { syscall, path } = Object(error) as Partial<NodeJS.ErrnoException>;
  return syscall === undefined || path === undefined ? undefined : unreadable(path, error);
}

function say(terminal: Terminal, lines: readonly string[]): number {
  print(terminal.out, lines);
  return 0;
}

const asksForHelp = (args: readonly string[]) => args.includes('--help') || args.includes('-h');

function commandFor(commands: readonly Command[], name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const known = commands.map((command) => command.name).join('", "');
  const message = `Expected a command, found ${name ? `"${name}"` : 'nothing'}. There is "${known}"; "everycontact help" says what each does.`;
  throw new EveryContactError('command-unknown', name, message);
}

/** Of a command, or of one under it; of all where none is named. */
function helpOn(known: readonly Command[], [name, ...rest]: readonly string[]): readonly string[] {
  if (name === undefined) return help();
  const { subcommands, help: lines } = commandFor(known, name);
  return subcommands && rest.length ? helpOn(subcommands, rest) : lines;
}

function help(): string[] {
  return [
    'Usage: everycontact COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(11)}${summary}`),
    `  ${'help'.padEnd(11)}Says more about a command: everycontact help ${commands[0]?.name ?? ''}`,
    '',
    'Exit codes: 0 all well, 1 findings in a feed or pack, 2 misuse.',
  ];
}
