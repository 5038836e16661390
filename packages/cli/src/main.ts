import { readFileSync } from 'node:fs';
import { EveryContactError } from '@everycontact/core';
import { tryCommand } from './commands/try.js';
import { print, type Terminal } from './terminal.js';

/** One file under `commands/` for each of these. */
export interface Command {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  readonly help: readonly string[];
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

const commands: readonly Command[] = [tryCommand];

/** @returns the exit code: 0 all well, 1 findings in a feed or pack, 2 misuse */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  try {
    if (first === '--version' || first === '-v') return say(terminal, [version()]);
    if (first === undefined || first === '--help' || first === '-h') return say(terminal, help());
    if (first === 'help') return say(terminal, rest[0] === undefined ? help() : commandFor(rest[0]).help);
    const command = commandFor(first);
    return asksForHelp(rest) ? say(terminal, command.help) : await command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof EveryContactError)) throw error;
    print(terminal.err, [error.message]);
    return /^(content|feed)-/.test(error.code) ? 1 : 2;
  }
}

function say(terminal: Terminal, lines: readonly string[]): number {
  print(terminal.out, lines);
  return 0;
}

const asksForHelp = (args: readonly string[]) => args.includes('--help') || args.includes('-h');

function commandFor(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const known = commands.map((command) => command.name).join('", "');
  const message = `Expected a command, found "${name}". There is "${known}"; "everycontact help" says what each does.`;
  throw new EveryContactError('command-unknown', name, message);
}

/** From the package.json of this package, which lies above `src` and `dist` alike. */
function version(): string {
  const file = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return file.version;
}

function help(): string[] {
  return [
    'Usage: everycontact COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    `  ${'help'.padEnd(10)}Says more about a command: everycontact help ${commands[0]?.name ?? ''}`,
    '',
    'Exit codes: 0 all well, 1 findings in a feed or pack, 2 misuse.',
  ];
}
