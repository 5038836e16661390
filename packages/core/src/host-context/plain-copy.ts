import type { Finding } from '../pack/pack.js';

const most = { parts: 20_000, depth: 8, characters: 500 };

/**
 * A copy of what was handed in, as plain data that shares nothing with it, or why it is not taken: too much of it, too deep,
 * or something that throws when it is looked at. What is `null` is as if it were not there; what JSON cannot hold becomes `null`.
 */
export function plainCopy(given: unknown): { readonly json: unknown } | { readonly problem: Finding } {
  let parts = 0;
  let beyond: string | undefined;

  function copy(value: unknown, depth: number): unknown {
    parts += 1;
    if (parts > most.parts) beyond = `at most ${most.parts} parts`;
    else if (depth > most.depth) beyond = `at most ${most.depth} levels`;
    else if (typeof value === 'string' && value.length > most.characters)
      beyond = `texts of at most ${most.characters} characters`;
    else if (Array.isArray(value) && value.length > most.parts) beyond = `at most ${most.parts} parts`;
    if (beyond !== undefined || value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value;
    if (typeof value !== 'object') return null;
    if (Array.isArray(value)) return Array.from(value, (one) => copy(one, depth + 1));
    const keys = Object.keys(value);
    if (keys.length > most.parts) {
      beyond = `at most ${most.parts} parts`;
      return undefined;
    }
    // `fromEntries` makes an own "__proto__" of one that was told, so that it is found and refused like any other key.
    return Object.fromEntries(keys.map((key) => [key, copy((value as Record<string, unknown>)[key], depth + 1)]));
  }

  try {
    const json = copy(given, 0);
    return beyond === undefined ? { json } : { problem: refused('too-large', beyond, 'more') };
  } catch {
    return { problem: refused('shape', 'plain data', 'something that throws when it is read') };
  }
}

const refused = (what: string, expected: string, found: string): Finding => ({
  code: `host-context-${what}`,
  where: '',
  message: `expected ${expected}, found ${found}: hand in a context and nothing else`,
});
