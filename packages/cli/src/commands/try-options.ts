import { parseArgs } from 'node:util';
import * as content from '@everycontact/content';
import {
  EveryContactError,
  settings,
  type ContextFacts,
  type Instant,
  type Occasion,
  type Pack,
  type Reader,
  type ScriptId,
} from '@everycontact/core';
import { wholePack } from '../packs/whole-pack.js';
import { oneOf } from './one-of.js';
import { readContext } from './try-context.js';

/** What `try` was asked to do, checked as far as core does not check it itself. */
export interface TryOptions {
  readonly pack: Pack;
  /** Without one there is an agenda. */
  readonly script?: ScriptId;
  readonly reader: Reader;
  readonly occasion: Occasion;
  readonly context: ContextFacts;
  readonly directory?: string;
  readonly asOf?: Instant;
  readonly moves?: readonly string[];
  readonly json: boolean;
}

export const packs: readonly Pack[] = Object.values(content);
const interpreters = ['professional', 'family'] as const;

/** @throws EveryContactError `option-unknown`, `option-invalid`, `pack-unknown`, `behaviour-unknown`, `method-unknown` */
export function readOptions(args: readonly string[]): TryOptions {
  const { values, positionals } = parse(args);
  const [place, behaviour, ...rest] = positionals;
  if (rest.length) throw misuse('option-unknown', `Expected a place and a behaviour, found also "${rest.join(' ')}".`);
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const pack = byId.get(place ?? '') ?? wholePack('try', place);
  const { method, locale = pack.locales[0] ?? '', audience = 'worker', variant, setting = 'patient' } = values;
  const { directory, moves, interpreter, context = [], json = false } = values;
  return {
    pack,
    ...((behaviour ?? method) !== undefined && { script: scriptOf(pack, behaviour, method) }),
    reader: {
      locale,
      audience: oneOf('option-invalid', '--audience', audience, pack.audiences),
      ...(variant !== undefined && { variant: oneOf('option-invalid', '--variant', variant, pack.variants) }),
    },
    occasion: {
      setting: oneOf('option-invalid', '--setting', setting, settings),
      ...(values['may-refer'] && { mayRefer: true }),
      ...(values.registered && { registered: true }),
      ...(interpreter !== undefined && {
        interpreter: oneOf('option-invalid', '--interpreter', interpreter, interpreters),
      }),
    },
    context: readContext(pack, context),
    json,
    ...(directory !== undefined && { directory }),
    ...(values['as-of'] !== undefined && { asOf: instant(values['as-of']) }),
    ...(moves !== undefined && { moves: moves.split(',').flatMap((move) => move.trim() || []) }),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    ...{ method: text, locale: text, audience: text, variant: text, setting: text, directory: text, moves: text },
    ...{ interpreter: text },
    ...{ 'as-of': text, context: { type: 'string', multiple: true } as const },
    ...{ 'may-refer': flag, registered: flag, json: flag },
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw misuse('option-unknown', error instanceof Error ? error.message.replace(/\.?$/, '.') : String(error));
  }
}

const misuse = (code: string, message: string) =>
  new EveryContactError(code, 'try', `${message} See "everycontact help try".`);

/** The script of a behaviour and method; very brief advice where no method is named. */
function scriptOf({ scripts }: Pack, behaviour: string | undefined, method: string | undefined): ScriptId {
  const all = Object.entries(scripts);
  const chosen = oneOf('behaviour-unknown', 'BEHAVIOUR', behaviour, [
    ...new Set(all.map(([, script]) => script.behaviour)),
  ]);
  const own = all.filter(([, script]) => script.behaviour === chosen);
  const methods = own.map(([, script]) => script.method);
  const briefest = methods.find((one) => one === 'vba' || one === 'very-brief') ?? methods[0];
  const wanted = oneOf('method-unknown', '--method', method ?? briefest, methods);
  return own.find(([, script]) => script.method === wanted)?.[0] ?? '';
}

function instant(written: string): Instant {
  const at = new Date(written);
  if (/^\d{4}-\d\d-\d\d/.test(written) && Number.isFinite(at.getTime())) return at.toISOString();
  throw misuse('option-invalid', `--as-of: expected a day such as 2026-11-22, found "${written}".`);
}
