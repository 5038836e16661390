import type { Terminal } from './terminal.js';

/** One file under `commands/` for each of these. */
export interface Command {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  readonly help: readonly string[];
  /** The exit code. */
  run?(args: readonly string[], terminal: Terminal): number | Promise<number>;
  /** Instead of `run`: the first argument says which. */
  readonly subcommands?: readonly Command[];
}
