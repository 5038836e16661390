import type * as z from 'zod/mini';
import { fixedParts } from '../pack/adaptation.js';
import type { Finding, Named } from '../pack/pack.js';
import type { Told } from './capped.js';

export type Kind = 'pack' | 'adaptation';
type Issue = z.core.$ZodIssue;

/** What a shape check found, in words: where, what was expected, what was found, what to do. */
export function shapeProblems(kind: Kind, json: unknown, issues: readonly Issue[], told: Told): void {
  for (const [at, issue] of issues.entries()) {
    if (told.isFull()) {
      told.count(issues.length - at);
      break;
    }
    for (const problem of problemsOf(kind, json, issue)) {
      const wasFull = told.isFull();
      told.add(problem);
      if (wasFull) break;
    }
  }
}

/** Of several shapes the one that came nearest is spoken of. One at a time, so that nobody waits for what is not told. */
function* problemsOf(kind: Kind, json: unknown, issue: Issue): Generator<Finding> {
  const where = issue.path.map(String).join('.') || kind;
  if (issue.code === 'invalid_union' && issue.errors.length)
    for (const one of nearest(issue.errors)) yield* problemsOf(kind, json, within(issue, one));
  else if (issue.code === 'unrecognized_keys')
    for (const key of issue.keys) yield unknownKey(kind, issue.path.length ? `${where}.${key}` : key);
  else {
    const found = inWords(
      issue.path.reduce<unknown>((part, name) => (part as Named<unknown> | undefined)?.[name as string], json),
    );
    yield { code: `${kind}-shape`, where, message: `expected ${expected(issue)}, found ${found}: correct it` };
  }
}

function unknownKey(kind: Kind, where: string): Finding {
  const instead = Object.hasOwn(fixedParts, where) ? fixedParts[where as keyof typeof fixedParts] : undefined;
  if (kind === 'adaptation' && instead !== undefined)
    return {
      code: 'adaptation-fixed',
      where,
      message: `expected a part that may be adapted, found this one: ${instead}`,
    };
  return {
    code: `${kind}-unknown-key`,
    where,
    message: `expected only what is known of the kind "${kind}", found this key: check its spelling and where it stands, or take it out`,
  };
}

const within = (outer: Issue, inner: Issue): Issue => ({ ...inner, path: [...outer.path, ...inner.path] });

/** The shape whose problems lie deepest: what was meant. */
function nearest(shapes: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) =>
    issues.reduce(
      (most, { code, path }) => Math.max(most, path.length * 2 + (code === 'unrecognized_keys' ? 1 : 0)),
      0,
    );
  return [...shapes].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

const kinds: Named<string> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

function expected(issue: Issue): string {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  if (issue.code === 'invalid_union' && 'options' in issue) return oneOf(issue.options ?? []);
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'another name';
  return issue.code === 'invalid_format' || issue.code === 'too_small' || issue.code === 'custom'
    ? issue.message
    : 'another shape';
}

const oneOf = (values: readonly unknown[]) => `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`;

export function inWords(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (typeof found === 'string') return JSON.stringify(found.slice(0, 60));
  if (typeof found === 'number' || typeof found === 'boolean' || found === null) return String(found);
  if (typeof found !== 'object') return `a ${typeof found}`;
  return Array.isArray(found) ? `a list of ${found.length}` : 'an object';
}
