import type * as z from 'zod/mini';
import type { Finding, Named, Pack, UrgentPart } from './pack/pack.js';
import { references } from './parse/references.js';
import { packShape, urgentPart } from './parse/schema.js';

export { interfaceTexts } from './pack/interface-texts.js';

export type Parsed =
  | { readonly pack: Pack; readonly problems?: undefined; readonly urgentHelp?: undefined }
  | { readonly pack?: undefined; readonly problems: readonly Finding[]; readonly urgentHelp?: UrgentPart };

/**
 * A pack from JSON that may be anything: shape, references, domains and look-alike ids, every problem at once. Nothing
 * is thrown and nothing runs. Where the part with urgent help is whole it is given back, so that a face can show it.
 */
export function parsePack(json: unknown): Parsed {
  const shape = packShape.safeParse(json);
  const problems = shape.success
    ? references(shape.data as unknown as Pack)
    : shape.error.issues.flatMap((issue) => problemsOf(json, issue));
  if (shape.success && !problems.length) return { pack: shape.data as unknown as Pack };
  const urgent = urgentPart.safeParse(json);
  const part = urgent.success ? (urgent.data as unknown as UrgentPart) : undefined;
  return { problems, ...(part && holds(part) && { urgentHelp: part }) };
}

type Issue = z.core.$ZodIssue;

/** Where, what was expected, what was found, what to do. Of several shapes the one that came nearest is spoken of. */
function problemsOf(json: unknown, issue: Issue): Finding[] {
  const where = issue.path.map(String).join('.') || 'pack';
  const found = inWords(
    issue.path.reduce<unknown>((part, name) => (part as Named<unknown> | undefined)?.[name as string], json),
  );
  if (where === 'schema')
    return [
      {
        code: 'pack-schema',
        where,
        message: `expected "everycontact/pack@1", found ${found}: update @everycontact/core for a newer pack, or check that this file is a pack`,
      },
    ];
  if (issue.code === 'invalid_union' && issue.errors.length)
    return nearest(issue.errors).flatMap((one) => problemsOf(json, within(issue, one)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'pack-unknown-key',
      where: issue.path.length ? `${where}.${key}` : key,
      message:
        'expected only what a pack knows, found this key: check its spelling and where it stands, or take it out',
    }));
  return [{ code: 'pack-shape', where, message: `expected ${expected(issue)}, found ${found}: correct it` }];
}

const within = (outer: Issue, inner: Issue): Issue => ({ ...inner, path: [...outer.path, ...inner.path] });

/** The shape whose problems lie deepest: what was meant. */
function nearest(shapes: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) =>
    Math.max(...issues.map(({ code, path }) => path.length * 2 + (code === 'unrecognized_keys' ? 1 : 0)));
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
  if (issue.code === 'invalid_value') return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  return issue.code === 'invalid_format' || issue.code === 'too_small' ? issue.message : 'another shape';
}

function inWords(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (typeof found !== 'object' || found === null) return JSON.stringify(found)?.slice(0, 60) ?? typeof found;
  return Array.isArray(found) ? `a list of ${found.length}` : 'an object';
}

/** Urgent help can be shown: its help exists, and each of its texts in each language. */
function holds({ urgentHelp, helpAtHand, locales, texts }: UrgentPart): boolean {
  const help = Object.hasOwn(urgentHelp, helpAtHand) ? urgentHelp[helpAtHand] : undefined;
  const keys = help
    ? [help.heading, help.worker, ...help.lines.flatMap(({ name, hours }) => [name, ...(hours ? [hours] : [])])]
    : [];
  return help !== undefined && locales.every((locale) => keys.every((key) => texts[locale]?.[key]));
}
