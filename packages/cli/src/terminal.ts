import type { Readable, Writable } from 'node:stream';
import type { Instant } from '@everycontact/core';

/** Where a command reads and writes. Tests hand in streams of their own. */
export interface Terminal {
  readonly input: Readable;
  /** What was asked for: the talk, or with `--json` the record alone. */
  readonly out: Writable;
  /** Reports, errors, and with `--json` the talk. */
  readonly err: Writable;
  /** Somebody is typing: prompt, and clear the screen on quick hide. */
  readonly interactive: boolean;
  readonly colour: boolean;
  readonly now: () => Instant;
}

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    input: stdin,
    out: stdout,
    err: stderr,
    interactive: stdin.isTTY && (stdout.isTTY || stderr.isTTY),
    colour: stdout.isTTY && !env['NO_COLOR'],
    now: () => new Date().toISOString(),
  };
}

/** Lines as they are. What came with a feed or a file must not move the cursor, clear the screen, name the window or turn a line around. */
export function print(to: Writable, lines: readonly string[]): void {
  to.write(`${harmless(lines.join('\n'))}\n`);
}

/** How far something is, where somebody looks on: each line takes the place of the one before, and none clears it. */
export function progress({ err, interactive }: Pick<Terminal, 'err' | 'interactive'>, line = ''): void {
  if (interactive) err.write(`\r\u001b[K${harmless(line)}`);
}

const harmless = (text: string): string => text.replace(commanding, '\ufffd');

/** Control characters, but for the ends of lines, tabs, and the three styles of our own pen; and what turns the direction of a line. */
const commanding = /(?!\u{1b}\[(?:1|2|22|33|39)m)(?:[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069])/gu;

/** `1 error`, `2 errors`. */
export const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;
