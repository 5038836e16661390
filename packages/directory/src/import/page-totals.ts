import { type Total, totalTold } from '../page.js';
import { note, type Note } from '../report/report.js';
import type { Raw } from '../source.js';

/** Holds what the pages of a feed say of their number against what arrives. */
export class PageTotals {
  #told: Total | undefined;
  #arrived = 0;

  add(page: Raw, holds: number): void {
    this.#arrived += holds;
    this.#told = totalTold(page) ?? this.#told;
  }

  /** Totals lie, or pages are missing: what arrives counts. */
  wrong(): Note | undefined {
    if (this.#told === undefined || this.#told.total === this.#arrived) return undefined;
    return note('total-differs', this.#told.name, this.#told.total, `${this.#arrived}`);
  }
}
