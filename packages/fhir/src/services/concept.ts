import type { Source } from '@everycontact/directory/reading';

/** A thing said by code, in words, or both. */
export interface Concept {
  /** As the publisher words it, else what the codes are called, else the codes themselves. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
  /** Code systems beside their codes: `system|code`. */
  readonly tokens: readonly string[];
}

/** A list of codeable concepts; a lone coding or text where a concept belongs is read as one. */
export function conceptsOf(source: Source, name: string): readonly Concept[] {
  return source.list(name).map(conceptOf);
}

export function conceptOf(concept: Source): Concept {
  const codings = [concept, ...concept.list('coding')].map((coding) => ({
    system: coding.exact('system'),
    code: coding.exact('code'),
    display: coding.line('display'),
  }));
  const codes = codings.flatMap(({ code }) => code ?? []);
  const words = [concept.line('text', 'name'), ...codings.map(({ display }) => display)];
  const names = [...new Set(words.filter((word) => word !== undefined))];
  return {
    names: names.length === 0 ? codes : names,
    codes,
    tokens: codings.flatMap(({ system, code }) => (system && code ? [`${system}|${code}`] : [])),
  };
}
