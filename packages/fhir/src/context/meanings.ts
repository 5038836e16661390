import { codeMaps, conceptsOf, type CodeChoice, type CodeMap, type Concept } from '../codes/code-map.js';
import type { Coding } from './elements.js';
import recorded from './recorded.json';

/** What codings say, in our own words. */
export interface Meanings {
  readonly of: (codings: readonly Coding[]) => ReadonlySet<Concept>;
  /** The values of a fact that codings say: `yes` of `answer.smoking.smokes=yes`. */
  readonly values: (fact: string, codings: readonly Coding[]) => readonly string[];
}

const withRecorded = new WeakMap<readonly CodeMap[], readonly CodeMap[]>();

/** Codes that are read and never written stand first, so that a deployer's own map can replace them too. */
export function meaningsOf({ maps: given = codeMaps, ...choice }: CodeChoice = {}): Meanings {
  // The same list for the same maps: what its codes say is worked out once for it.
  const maps = withRecorded.get(given) ?? [recorded as CodeMap, ...given];
  withRecorded.set(given, maps);
  const conceptsFor = (coding: Coding): readonly Concept[] =>
    conceptsOf(coding, { ...choice, maps }).map(({ concept }) => concept);
  const of = (codings: readonly Coding[]) => new Set(codings.flatMap(conceptsFor));
  return {
    of,
    values: (fact, codings) => {
      const prefix = `${fact}=`;
      return [...of(codings)].flatMap((concept) => (concept.startsWith(prefix) ? concept.slice(prefix.length) : []));
    },
  };
}
