import { codeMaps, conceptsOf, type CodeChoice, type CodeMap, type Concept } from '../codes/code-map.js';
import type { Coding } from './elements.js';
import recorded from './recorded.json';

/** What codings say, in our own words. */
export interface Meanings {
  readonly of: (codings: readonly Coding[]) => ReadonlySet<Concept>;
  /** The values of a fact that codings say: `yes` of `answer.smoking.smokes=yes`. */
  readonly values: (fact: string, codings: readonly Coding[]) => readonly string[];
}

/** Codes that are read and never written stand first, so that a deployer's own map can replace them too. */
export function meaningsOf({ maps = codeMaps, ...choice }: CodeChoice = {}): Meanings {
  const all = { ...choice, maps: [recorded as CodeMap, ...maps] };
  const known = new Map<string, readonly Concept[]>();
  const conceptsFor = (coding: Coding): readonly Concept[] => {
    const token = `${coding.system}|${coding.code}`;
    const concepts = known.get(token) ?? conceptsOf(coding, all).map(({ concept }) => concept);
    known.set(token, concepts);
    return concepts;
  };
  const of = (codings: readonly Coding[]) => new Set(codings.flatMap(conceptsFor));
  return {
    of,
    values: (fact, codings) => {
      const prefix = `${fact}=`;
      return [...of(codings)].flatMap((concept) => (concept.startsWith(prefix) ? concept.slice(prefix.length) : []));
    },
  };
}
