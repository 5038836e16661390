import { closeSync, openSync, writeSync } from 'node:fs';
import type { ImportOptions, ImportReport } from '@everycontact/directory';

/**
 * The report of an import as JSON, `everycontact/import-report@1`: every entry on a line of its own, written as it comes, so
 * that the report of a nation needs no memory; then the sums of each feed.
 */
export class ReportFile {
  readonly #file: number;
  #comma = '';

  constructor(path: string) {
    this.#file = openSync(path, 'w');
    writeSync(this.#file, '{"schema":"everycontact/import-report@1",\n"entries":[');
  }

  readonly entry: NonNullable<ImportOptions['onEntry']> = (feed, fate, entry) => {
    writeSync(this.#file, `${this.#comma}\n${JSON.stringify({ feed, fate, ...entry })}`);
    this.#comma = ',';
  };

  /** @param outcome what was written, or why nothing was */
  end(outcome: { readonly written: string } | { readonly refused: string }, report?: ImportReport): void {
    const feeds = report?.feeds.map(({ feed, read, kept, merged, dropped, times, notCarried }) => ({
      ...{ feed, read, kept, merged: merged.length, dropped: dropped.length },
      times,
      notCarried,
    }));
    const rest = JSON.stringify({ ...outcome, ...report, feeds }, null, 1);
    writeSync(this.#file, `],\n${rest.slice(1)}\n`);
    closeSync(this.#file);
  }
}
