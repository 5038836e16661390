import { EveryContactError, type Locale, type Pack, type UrgentPart } from '@everycontact/core';
import { asError, refuse } from './failure.js';
import { part } from './parts.js';

/** A pack that may be drawn, or why it may not, with urgent help if that part alone is whole. */
export type OpenedPack =
  | {
      readonly pack: Pack;
      /** Brings the words of another of its languages, where they are not all here. @throws what keeps them away */
      readonly learn?: (locale: Locale) => Promise<void>;
    }
  | { readonly problem: EveryContactError; readonly urgentHelp?: UrgentPart };

/** Which pack a page asks for where it hands none over. */
export interface Wanted {
  readonly place: string | undefined;
  readonly locale: Locale | undefined;
  readonly preview: boolean;
}

const opened = new WeakMap<object, OpenedPack>();
const opening = new WeakMap<object, Promise<OpenedPack>>();

/**
 * Checks what the host handed over as `pack`. Each object is parsed once per page, by a parser that is loaded on first use;
 * where that cannot be had, the next element asks for it again.
 *
 * @returns at once where the object is known already; nothing where there is no pack yet
 */
export function openPack(json: unknown, { place }: Wanted): OpenedPack | Promise<OpenedPack> | undefined {
  if (json === undefined || json === null) return place ? { problem: notBeside(place) } : undefined;
  if (typeof json !== 'object') return { problem: notAPack(`a ${typeof json}`) };
  const known = opened.get(json) ?? opening.get(json);
  if (known) return known;
  const promise = parse(json).then(
    (result) => {
      opened.set(json, result);
      return result;
    },
    (reason: unknown) => {
      opening.delete(json);
      return { problem: asError(reason) };
    },
  );
  opening.set(json, promise);
  return promise;
}

async function parse(json: object): Promise<OpenedPack> {
  const { parsePack } = await part('parse');
  const { pack, problems, urgentHelp } = parsePack(json);
  if (pack) return { pack };
  const first = problems.slice(0, 5).map(({ where, message }) => `at "${where}" ${message}`);
  const more = problems.length > 5 ? `; and ${problems.length - 5} more` : '';
  const message = `The pack cannot be used: ${first.join('; ')}${more}. Hand over a pack as its build made it.`;
  const problem = new EveryContactError('pack-invalid', problems[0]?.where ?? 'pack', message);
  return { problem, ...(urgentHelp && { urgentHelp }) };
}

function notAPack(found: string): EveryContactError {
  const remedy = 'Hand over the parsed JSON of a built pack.';
  return refuse('pack-invalid', 'pack', 'as the property "pack" of <advice-prompt>', 'a pack', found, remedy);
}

function notBeside(place: string): EveryContactError {
  const remedy = 'Set the property "pack"; packs beside a file are for the script tag.';
  return refuse(
    'pack-missing',
    'place',
    'as the property "pack" of <advice-prompt>',
    'a pack',
    `place="${place}"`,
    remedy,
  );
}
