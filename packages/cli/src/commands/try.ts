import { civilDay, createSession, speaker, type Directory, type Session } from '@everycontact/core';
import { toContactRecord } from '@everycontact/core/record';
import { createContact, type Contact } from '@everycontact/core/agenda';
import type { Command } from '../command.js';
import { openLines } from '../face/lines.js';
import { openPen } from '../face/pen.js';
import { talk, walk } from '../face/talk.js';
import { recordLines } from '../record-lines.js';
import { print, type Terminal } from '../terminal.js';
import { openDirectory } from './try/directory.js';
import { tryHelp } from './try/help.js';
import { packs, readOptions, type TryOptions } from './try/options.js';

export const tryCommand: Command = {
  name: 'try',
  summary: 'Runs a contact in the terminal and prints its record',
  help: tryHelp(packs),
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args);
  const { directory, findings } = openDirectory(options, terminal);
  const contact = begin(options, directory, terminal);
  try {
    await hold(contact, options, terminal);
  } finally {
    contact.dispose();
  }
  report(contact, options, terminal);
  return findings ? 1 : 0;
}

function begin(options: TryOptions, directory: Directory, { now }: Terminal): Session | Contact {
  const { pack, script, reader, occasion, context } = options;
  const common = { pack, reader, occasion, context, directory, preview: true, now };
  return script === undefined ? createContact(common) : createSession({ ...common, script });
}

/** The talk itself: moves from the command line, or lines somebody types. */
async function hold(contact: Session | Contact, options: TryOptions, terminal: Terminal): Promise<void> {
  const { pack, reader, json, moves } = options;
  const { input, interactive, colour, now } = terminal;
  const pen = openPen(speaker(pack, reader, civilDay(now(), pack.place.timeZone)), colour);
  const to = json ? terminal.err : terminal.out;
  print(to, [pen.warn(pen.label('ui.preview'))]);
  const face = { pen, write: (lines: readonly string[]) => print(to, lines), clears: interactive };
  if (moves) return walk(contact, face, moves);
  const lines = openLines(input, to, interactive);
  try {
    await talk(contact, face, lines);
  } finally {
    lines.close();
  }
}

function report(contact: Session | Contact, { json, occasion }: TryOptions, { out, err }: Terminal): void {
  if (occasion.setting === 'staff') {
    print(json ? err : out, ['', 'Setting staff: nothing leaves the prompt, so there is no record to print.']);
    return;
  }
  const records = ('sessions' in contact ? contact.sessions : [contact]).map(({ log }) => toContactRecord(log));
  const whole = 'sessions' in contact ? records : records[0];
  print(out, json ? [JSON.stringify(whole, null, 2)] : records.flatMap((record) => ['', ...recordLines(record)]));
}
