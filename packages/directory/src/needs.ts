import type { NeedId, Service } from '@everycontact/core';
import defaultMap from './topics.json' with { type: 'json' };

/**
 * Which topics and words lead to which need. `ids` are exact term ids, codes or addresses; `main` and `side` are term
 * names in any case; `words` are for services without such a term, by language: `*` stands for any ending or beginning,
 * `+` asks for both sides. The need's own id is always one of its ids and names, with blanks too.
 */
export type TopicMap = Readonly<
  Record<
    NeedId,
    {
      readonly ids?: readonly string[];
      readonly main: readonly string[];
      readonly side: readonly string[];
      readonly words: Readonly<Record<string, readonly string[]>>;
    }
  >
>;

/** The map that comes with the package: `src/topics.json`. */
export const defaultTopics: TopicMap = defaultMap;

/** A taxonomy term as a feed has it: its id, code and address, and its names. */
export interface Term {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

type Need = Service['needs'][number];

/** How a need was found, for the report: `by` is the term or the words. */
export interface FoundNeed extends Need {
  readonly by: string;
}

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
const strength = { main: 0, side: 1, wording: 2 };

/** `Health > Smoking` says "smoking" and, aside, "health". */
function namesOf(name: string): readonly { readonly name: string; readonly own: boolean }[] {
  const path = name
    .split('>')
    .map(fold)
    .filter((part) => part !== '');
  return path.map((part, at) => ({ name: part, own: at === path.length - 1 }));
}

/** A topic map made ready: names folded, words as patterns. */
interface Ready {
  readonly need: NeedId;
  readonly ids: ReadonlySet<string>;
  readonly mains: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly words: readonly { readonly by: string; readonly patterns: readonly RegExp[] }[];
}

const prepared = new WeakMap<TopicMap, readonly Ready[]>();

function ready(map: TopicMap): readonly Ready[] {
  const known = prepared.get(map);
  if (known !== undefined) return known;
  const made = Object.entries(map).map(([need, { ids = [], main, side, words }]) => ({
    need,
    ids: new Set([need, ...ids].map(fold)),
    mains: new Set([need, need.replaceAll('-', ' '), ...main].map(fold)),
    sides: new Set(side.map(fold)),
    words: Object.values(words).flatMap((list) => list.map((by) => ({ by, patterns: by.split('+').map(patternOf) }))),
  }));
  prepared.set(map, made);
  return made;
}

function patternOf(words: string): RegExp {
  const bare = fold(words)
    .replace(/[.?^${}()|[\]\\/]/g, '\\$&')
    .replaceAll('*', '[\\p{L}\\p{N}]*');
  return new RegExp(`(?<![\\p{L}\\p{N}])${bare}(?![\\p{L}\\p{N}])`, 'u');
}

function byTerms(map: TopicMap, term: Term): readonly FoundNeed[] {
  const termIds = term.ids.map(fold);
  const names = term.names.flatMap(namesOf);
  return ready(map).flatMap(({ need, ids, mains, sides }): readonly FoundNeed[] => {
    const id = termIds.find((one) => ids.has(one));
    if (id !== undefined) return [{ need, how: 'main', by: id }];
    const exact = names.find(({ name, own }) => own && mains.has(name));
    if (exact !== undefined) return [{ need, how: 'main', by: exact.name }];
    const near = names.find(({ name }) => mains.has(name) || sides.has(name));
    return near === undefined ? [] : [{ need, how: 'side', by: near.name }];
  });
}

function byWords(map: TopicMap, text: string): readonly FoundNeed[] {
  const folded = fold(text).replaceAll('\u2019', "'");
  return ready(map).flatMap(({ need, words }): readonly FoundNeed[] => {
    const found = words.find(({ patterns }) => patterns.every((pattern) => pattern.test(folded)));
    return found === undefined ? [] : [{ need, how: 'wording', by: found.by }];
  });
}

/**
 * The needs a service meets, in three steps that can each be explained: the exact id of a term; its name, trimmed and in
 * any case, `Parent>Child` split; words in name and summary. A need found by a term is not looked for in words.
 *
 * @param text name and summary: a long description names too much that the service is not about
 * @returns one entry per need, surest first, and the names of terms that led to none
 */
export function needsOf(
  map: TopicMap,
  terms: readonly Term[],
  text: string,
): { readonly needs: readonly FoundNeed[]; readonly unmapped: readonly string[] } {
  const perTerm = terms.map((term) => ({ term, found: byTerms(map, term) }));
  const best = new Map<NeedId, FoundNeed>();
  for (const found of [...perTerm.flatMap(({ found }) => found), ...byWords(map, text)]) {
    const known = best.get(found.need);
    if (known === undefined || strength[found.how] < strength[known.how]) best.set(found.need, found);
  }
  return {
    needs: [...best.values()].sort((a, b) => strength[a.how] - strength[b.how]),
    unmapped: perTerm
      .filter(({ found }) => found.length === 0)
      .map(({ term }) => fold(term.names[0] ?? term.ids[0] ?? '')),
  };
}
