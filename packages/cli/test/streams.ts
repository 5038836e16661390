import { Readable, Writable } from 'node:stream';
import type { Terminal } from '../src/terminal.js';

/** A terminal with lines already typed; what is printed can be read. */
export interface Typed extends Terminal {
  readonly printed: { out: string; err: string };
}

export function typed(lines: readonly string[] = [], now = () => new Date().toISOString()): Typed {
  const printed = { out: '', err: '' };
  const into = (name: keyof typeof printed) =>
    new Writable({
      write(chunk, _, done) {
        printed[name] += String(chunk);
        done();
      },
    });
  const input = Readable.from(lines.map((line) => `${line}\n`));
  return { input, out: into('out'), err: into('err'), interactive: false, colour: false, now, printed };
}
