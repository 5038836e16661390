import { createSession, speaker, toContactRecord, type Session } from '@everycontact/core';
import { openLines } from '../face/lines.js';
import { openPen } from '../face/pen.js';
import { talk, walk } from '../face/talk.js';
import type { Command } from '../main.js';
import { recordLines } from '../record-lines.js';
import { print, type Terminal } from '../terminal.js';
import { openDirectory } from './try-directory.js';
import { tryHelp } from './try-help.js';
import { packs, readOptions, type TryOptions } from './try-options.js';

export const tryCommand: Command = {
  name: 'try',
  summary: 'Runs a contact in the terminal and prints its record',
  help: tryHelp(packs),
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args);
  const { directory, findings } = openDirectory(options, terminal);
  const { pack, script, reader, occasion, context } = options;
  const session = createSession({
    pack,
    script,
    reader,
    occasion,
    context,
    directory,
    preview: true,
    now: terminal.now,
  });
  try {
    await hold(session, options, terminal);
  } finally {
    session.dispose();
  }
  report(session, options, terminal);
  return findings ? 1 : 0;
}

/** The talk itself: moves from the command line, or lines somebody types. */
async function hold(session: Session, { pack, json, moves }: TryOptions, terminal: Terminal): Promise<void> {
  const { input, interactive, colour } = terminal;
  const { reader, today } = session.state;
  const pen = openPen(speaker(pack, reader, today), colour);
  const to = json ? terminal.err : terminal.out;
  print(to, [pen.warn(pen.label('ui.preview'))]);
  const face = { pen, write: (lines: readonly string[]) => print(to, lines), clears: interactive };
  if (moves) return walk(session, face, moves);
  const lines = openLines(input, to, interactive);
  try {
    await talk(session, face, lines);
  } finally {
    lines.close();
  }
}

function report({ log, state }: Session, { json }: TryOptions, { out, err }: Terminal): void {
  const to = json ? err : out;
  if (state.occasion.setting === 'staff') {
    print(to, ['', 'Setting staff: nothing leaves the prompt, so there is no record to print.']);
    return;
  }
  const record = toContactRecord(log);
  print(out, json ? [JSON.stringify(record, null, 2)] : ['', ...recordLines(record)]);
}
