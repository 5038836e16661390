import type * as z from 'zod/mini';
import type { Finding, Pack, UrgentPart } from './pack/pack.js';
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
  const problems = shape.success ? references(shape.data as unknown as Pack) : shape.error.issues.flatMap(problemsOf);
  if (shape.success && !problems.length) return { pack: shape.data as unknown as Pack };
  const urgent = urgentPart.safeParse(json);
  const part = urgent.success ? (urgent.data as unknown as UrgentPart) : undefined;
  return { problems, ...(part && holds(part) && { urgentHelp: part }) };
}

/** A pack made by a newer release says so, with both numbers; anything else says where, expected, found, what to do. */
function problemsOf(issue: z.core.$ZodIssue): Finding[] {
  const where = issue.path.map(String).join('.') || 'pack';
  if (where === 'schema')
    return [
      {
        code: 'pack-schema',
        where,
        message:
          'expected "everycontact/pack@1", found another schema: update @everycontact/core for a newer pack, or check that this file is a pack',
      },
    ];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'pack-unknown-key',
      where: issue.path.length ? `${where}.${key}` : key,
      message:
        'expected only what a pack knows, found this key: check its spelling and where it stands, or take it out',
    }));
  return [{ code: 'pack-shape', where, message: `${plain(issue)}: correct it` }];
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return `expected ${issue.expected}, found ${issue.input === undefined ? 'nothing or another kind' : typeof issue.input}`;
  if (issue.code === 'invalid_value')
    return `expected one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.code === 'invalid_format' || issue.code === 'too_small') return `expected ${issue.message}`;
  return `expected another shape here (${issue.message})`;
}

/** Urgent help can be shown: its help exists, and each of its texts in each language. */
function holds({ urgentHelp, helpAtHand, locales, texts }: UrgentPart): boolean {
  const help = Object.hasOwn(urgentHelp, helpAtHand) ? urgentHelp[helpAtHand] : undefined;
  const keys = help
    ? [help.heading, help.worker, ...help.lines.flatMap(({ name, hours }) => [name, ...(hours ? [hours] : [])])]
    : [];
  return help !== undefined && locales.every((locale) => keys.every((key) => texts[locale]?.[key]));
}
