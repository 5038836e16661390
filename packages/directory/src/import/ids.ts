import type { Raw } from '../source.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Owner {
  readonly feed: string;
  /** Who bears the id, where it is not one of a kind in the world. */
  readonly who?: string | undefined;
}

/** What an id means when it comes again. */
export type Meaning =
  | { readonly is: 'new' }
  | { readonly is: 'same record' }
  | { readonly is: 'same service'; readonly feed: string }
  | { readonly is: 'another service'; readonly id: string };

/**
 * All ids of an import. Within a feed an id names one record. Between feeds a UUID names one service; any other id does so
 * only if name and organisation are the same too: two councils may both have a service "1".
 */
export class Ids {
  readonly #owners = new Map<string, Owner>();
  readonly #wanted = new Map<string, number>();
  /** By feed: ids that had to be changed, so that a second record of one is still known. */
  readonly #changed = new Set<string>();
  #last: Owner = { feed: '' };

  /** Ids are compared in lower case, and kept as they are written. */
  meaningOf(written: string, feed: string, raw: Raw): Meaning {
    const id = written.toLowerCase();
    const owner = this.#owners.get(id);
    if (owner === undefined) {
      this.#owners.set(id, uuid.test(id) ? this.#of(feed) : { feed, who: whoOf(raw) });
      return { is: 'new' };
    }
    if (owner.feed === feed || this.#changed.has(`${feed} ${id}`)) return { is: 'same record' };
    if (owner.who === undefined || owner.who === whoOf(raw)) return { is: 'same service', feed: owner.feed };
    this.#changed.add(`${feed} ${id}`);
    return { is: 'another service', id: this.make(written) };
  }

  /** An id nobody has, made of words: the same words give the same id in the next import. */
  make(words: string): string {
    const slug = slugOf(words);
    let more = this.#wanted.get(slug) ?? 0;
    let id = more === 0 ? slug : `${slug}-${more + 1}`;
    while (this.#owners.has(id.toLowerCase())) {
      more += 1;
      id = `${slug}-${more + 1}`;
    }
    this.#wanted.set(slug, more + 1);
    this.#owners.set(id.toLowerCase(), { feed: '', who: '' });
    return id;
  }

  /** One object for all UUIDs of a feed: a nation has a million. */
  #of(feed: string): Owner {
    if (this.#last.feed !== feed) this.#last = { feed };
    return this.#last;
  }
}

function whoOf(raw: Raw): string {
  const organization = raw.organization as Raw | null | undefined;
  const of = typeof organization === 'object' && organization !== null ? organization.name : organization;
  return [raw.name, of].map((name) => (typeof name === 'string' ? name.trim().toLowerCase() : '')).join('\n');
}

/** Words as an id: the same words give the same id in every form of a feed. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'service';
