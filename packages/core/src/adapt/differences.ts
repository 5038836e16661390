import type { Difference } from '../pack/adaptation.js';
import type { Named, Pack } from '../pack/pack.js';
import { canonical } from './canonical.js';

/**
 * Everything an adapted pack has that its base has not, and the other way round, place by place. Its id, version and
 * digest are its own anyway; texts and sources that only went with what was switched off are not told again.
 */
export function differences(base: Pack, local: Pack): readonly Difference[] {
  const shown: Pack = {
    ...base,
    sources: only(base.sources, local.sources),
    texts: Object.fromEntries(
      Object.entries(base.texts).map(([locale, texts]) => [locale, only(texts, local.texts[locale] ?? {})]),
    ),
  };
  return compare('', contentOf(shown), contentOf(local));
}

const contentOf = ({ id: _, version: __, digest: ___, base: ____, ...content }: Pack) => content;
const only = <T>(all: Named<T>, kept: object): Named<T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => Object.hasOwn(kept, id)));

function compare(where: string, base: unknown, local: unknown): readonly Difference[] {
  if (base !== undefined && local !== undefined) {
    const [before, after] = [parts(base), parts(local)];
    if (before && after)
      return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) =>
        compare(where ? `${where}.${id}` : id, before.get(id), after.get(id)),
      );
    if (canonical(base) === canonical(local)) return [];
  }
  return base === local
    ? []
    : [
        {
          where,
          ...(base !== undefined && { base: inWords(base) }),
          ...(local !== undefined && { local: inWords(local) }),
        },
      ];
}

/** The fields of an object; the entries of a list by their ids. */
function parts(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = value.map((one: unknown): [unknown, unknown] => [(one as { id?: unknown } | null)?.id, one]);
  return named.every((entry): entry is [string, unknown] => typeof entry[0] === 'string') ? new Map(named) : undefined;
}

const inWords = (value: unknown): string => (typeof value === 'string' ? value : canonical(value));
