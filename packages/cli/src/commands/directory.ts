import type { Command } from '../command.js';
import { directoryCheckCommand } from './directory/check.js';
import { directoryImportCommand } from './directory/import.js';
import { directoryTemplateCommand } from './directory/template.js';
import { directoryOverlayCommand } from './directory/overlay.js';
import { directoryReachCommand } from './directory/reach.js';
import { directoryStaleCommand } from './directory/stale.js';
import { directoryPlaceCommand } from './directory/place.js';
import { directoryServeCommand } from './directory/serve.js';
import { directoryExplainCommand } from './directory/explain.js';
import { directoryFindCommand } from './directory/find.js';

/** One file under `directory/` for each of these. */
const subcommands: readonly Command[] = [
  directoryTemplateCommand,
  directoryCheckCommand,
  directoryImportCommand,
  directoryFindCommand,
  directoryExplainCommand,
  directoryReachCommand,
  directoryOverlayCommand,
  directoryStaleCommand,
  directoryPlaceCommand,
  directoryServeCommand,
];

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
