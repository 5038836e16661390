import type { Command } from '../main.js';

/** One file under `directory/` for each of these. */
const subcommands: readonly Command[] = [];

export const directoryCommand: Command = {
  name: 'directory',
  summary: 'Reads, searches and looks after a directory of local services',
  help: [
    'Usage: everycontact directory COMMAND [OPTIONS]',
    '',
    ...subcommands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    '',
    'everycontact directory COMMAND --help says more.',
  ],
  subcommands,
};
