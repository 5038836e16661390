import type { Progress } from '@everycontact/directory';
import { progress, type Terminal } from '../../terminal.js';

const every = 4_000_000;

/** How far the reading is, on one line of a terminal; nothing where the output goes to a file. */
export function progressLine(terminal: Terminal) {
  let told = 0;
  let feed = '';
  return {
    show(read: Progress): void {
      if (read.feed === feed && read.bytes - told < every) return;
      told = read.bytes;
      feed = read.feed;
      const { bytes, of, records } = read;
      const part = of ? `${Math.floor((100 * Math.min(bytes, of)) / of)} %, ` : '';
      progress(terminal, `${feed}: ${part}${Math.round(bytes / 1e6)} MB, ${records} records`);
    },
    clear(): void {
      progress(terminal);
    },
  };
}
