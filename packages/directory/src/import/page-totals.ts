import { note, type Note } from '../report/report.js';
import type { Raw } from '../source.js';

const names = ['total_items', 'totalElements', 'total'];

/** Holds what the pages of a feed say of their number against what arrives. */
export class PageTotals {
  #told: { readonly name: string; readonly total: number } | undefined;
  #arrived = 0;

  add(page: Raw, holds: number): void {
    this.#arrived += holds;
    const name = names.find((one) => Object.hasOwn(page, one) && typeof page[one] === 'number');
    if (name !== undefined) this.#told = { name, total: page[name] as number };
  }

  /** Totals lie, or pages are missing: what arrives counts. */
  wrong(): Note | undefined {
    if (this.#told === undefined || this.#told.total === this.#arrived) return undefined;
    return note('total-differs', this.#told.name, this.#told.total, `${this.#arrived}`);
  }
}
