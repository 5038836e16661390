import type { Finding } from './pack.js';

type Step = (older: object) => object;

/**
 * What leads from each released version of a file to the next, as pure functions. Only version 1 has been released, so
 * there is nothing to do yet; a second version is a step more, and a fixture more in `test/schemas`.
 */
const steps = {
  pack: [],
  adaptation: [],
  log: [],
  record: [],
  tally: [],
  policy: [],
  history: [],
  overlay: [],
  'host-context': [],
} satisfies Readonly<Record<string, readonly Step[]>>;

/** What carries a schema, `everycontact/<kind>@<version>`. */
export type SchemaKind = keyof typeof steps;

export type Migrated =
  | { readonly json: unknown; readonly problem?: undefined }
  | { readonly json?: undefined; readonly problem: Finding };

/**
 * A file of today's version from one of today or before; the content itself is not checked. A log carries its schema in
 * its first event. What is newer is refused with both numbers, and so is a file of another kind.
 */
export function migrate(kind: SchemaKind, json: unknown): Migrated {
  if (!Object.hasOwn(steps, kind))
    return refused('schema-unknown', 'kind', `one of ${Object.keys(steps).join(', ')}`, `"${kind}"`, 'name its kind');
  const chain: readonly Step[] = steps[kind];
  const newest = chain.length + 1;
  const where = kind === 'log' ? '0.schema' : 'schema';
  const holder: unknown = kind === 'log' && Array.isArray(json) ? json[0] : json;
  const found = typeof holder === 'object' && holder !== null && 'schema' in holder ? holder.schema : undefined;
  const [, named, version] = /^everycontact\/([a-z-]+)@(\d{1,6})$/.exec(typeof found === 'string' ? found : '') ?? [];
  const expected = `"everycontact/${kind}@${newest}"`;
  const shown =
    typeof found === 'string' ? JSON.stringify(found.slice(0, 60)) : found === undefined ? 'nothing' : 'no text';
  if (named !== kind || Number(version) < 1)
    return refused(`${kind}-schema`, where, expected, shown, `check that this is of the kind "${kind}"`);
  if (Number(version) > newest)
    return refused(`${kind}-schema`, where, expected, shown, 'update @everycontact/core, which reads older ones only');
  return { json: chain.slice(Number(version) - 1).reduce<unknown>((older, step) => step(older as object), json) };
}

function refused(code: string, where: string, expected: string, found: string, remedy: string): Migrated {
  return { problem: { code, where, message: `expected ${expected}, found ${found}: ${remedy}` } };
}
