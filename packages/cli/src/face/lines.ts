import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What is typed, line by line; `undefined` at the end of the input, which Ctrl+C and Ctrl+D are too. */
export interface Lines {
  next(): Promise<string | undefined>;
  close(): void;
}

/** @param interactive somebody is typing: ask with a prompt; else each line is repeated, so that the talk can be read */
export function openLines(input: Readable, output: Writable, interactive: boolean): Lines {
  const reader = createInterface({ input, ...(interactive && { output, prompt: '> ' }) });
  // Opened at once: lines that come before the first question are kept for it.
  const lines = reader[Symbol.asyncIterator]();
  return {
    async next() {
      if (interactive) reader.prompt();
      const line = (await lines.next()) as IteratorResult<string, undefined>;
      if (line.done) return undefined;
      if (!interactive) output.write(`> ${line.value}\n`);
      return line.value.trim();
    },
    close: () => reader.close(),
  };
}
