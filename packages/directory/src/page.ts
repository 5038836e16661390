import type { Raw } from './source.js';

/** The names under which pages of services hold their list: those of Open Referral first, then of other APIs. */
export const listNames = ['contents', 'content', 'services', 'data', 'results', 'items'];

/** What a page of a list says of their number: told, never believed. */
export interface Total {
  readonly name: string;
  readonly total: number;
}
const totalNames = ['total_items', 'totalElements', 'total'];

export function totalTold(page: Raw): Total | undefined {
  const name = totalNames.find((one) => Object.hasOwn(page, one) && typeof page[one] === 'number');
  return name === undefined ? undefined : { name, total: page[name] as number };
}
