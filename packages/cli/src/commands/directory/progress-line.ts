import type { Progress } from '@everycontact/directory';
import type { Terminal } from '../../terminal.js';

const every = 4_000_000;

/** How far the reading is, on one line of a terminal; nothing where the output goes to a file. */
export function progressLine({ err, interactive }: Terminal) {
  let told = 0;
  let feed = '';
  return {
    show(progress: Progress): void {
      if (!interactive || (progress.feed === feed && progress.bytes - told < every)) return;
      told = progress.bytes;
      feed = progress.feed;
      const { bytes, of, records } = progress;
      const part = of ? `${Math.floor((100 * Math.min(bytes, of)) / of)} %, ` : '';
      err.write(`\r\u001b[K${feed}: ${part}${Math.round(bytes / 1e6)} MB, ${records} records`);
    },
    clear(): void {
      if (interactive) err.write('\r\u001b[K');
    },
  };
}
