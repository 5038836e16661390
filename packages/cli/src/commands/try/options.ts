import * as content from '@everycontact/content';
import {
  isDay,
  settings,
  type ContextFacts,
  type Instant,
  type Occasion,
  type Pack,
  type Reader,
  type ScriptId,
} from '@everycontact/core';
import { interpreters } from '@everycontact/core/pack';
import { oneOf } from '../../one-of.js';
import { flag, list, misuse, readArgs, text } from '../../options.js';
import { wholePack } from '../../packs/whole-pack.js';
import { readContext } from './context.js';

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

/** @throws EveryContactError `option-unknown`, `option-invalid`, `pack-unknown`, `behaviour-unknown`, `method-unknown` */
export function readOptions(args: readonly string[]): TryOptions {
  const { values, positionals } = readArgs('try', args, {
    ...{ method: text, locale: text, audience: text, variant: text, setting: text, interpreter: text },
    ...{ directory: text, 'as-of': text, moves: text, context: list },
    ...{ 'may-refer': flag, registered: flag, json: flag },
  });
  const [place, behaviour, ...rest] = positionals;
  if (rest.length)
    throw misuse('try', 'option-unknown', `Expected a place and a behaviour, found also "${rest.join(' ')}".`);
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const pack = byId.get(place ?? '') ?? wholePack('try', place);
  const { method, locale = pack.locales[0] ?? '', audience = 'worker', variant, setting = 'patient' } = values;
  const { directory, moves, interpreter, context = [], json = false } = values;
  return {
    pack,
    ...((behaviour ?? method) !== undefined && { script: scriptOf(pack, behaviour, method) }),
    reader: {
      locale,
      audience: oneOf('try', '--audience', audience, pack.audiences),
      ...(variant !== undefined && { variant: oneOf('try', '--variant', variant, pack.variants) }),
    },
    occasion: {
      setting: oneOf('try', '--setting', setting, settings),
      ...(values['may-refer'] && { mayRefer: true }),
      ...(values.registered && { registered: true }),
      ...(interpreter !== undefined && {
        interpreter: oneOf('try', '--interpreter', interpreter, interpreters),
      }),
    },
    context: readContext(pack, context),
    json,
    ...(directory !== undefined && { directory }),
    ...(values['as-of'] !== undefined && { asOf: instant(values['as-of']) }),
    ...(moves !== undefined && { moves: moves.split(',').flatMap((move) => move.trim() || []) }),
  };
}

/** The script of a behaviour and method; very brief advice where no method is named. */
function scriptOf({ scripts }: Pack, behaviour: string | undefined, method: string | undefined): ScriptId {
  const all = Object.entries(scripts);
  const behaviours = [...new Set(all.map(([, script]) => script.behaviour))];
  const chosen = oneOf('try', 'BEHAVIOUR', behaviour, behaviours, 'behaviour-unknown');
  const own = all.filter(([, script]) => script.behaviour === chosen);
  const methods = own.map(([, script]) => script.method);
  const briefest = methods.find((one) => one === 'vba' || one === 'very-brief') ?? methods[0];
  const wanted = oneOf('try', '--method', method ?? briefest, methods, 'method-unknown');
  return own.find(([, script]) => script.method === wanted)?.[0] ?? '';
}

function instant(written: string): Instant {
  const at = new Date(written);
  if (isDay(written.slice(0, 10)) && Number.isFinite(at.getTime())) return at.toISOString();
  throw misuse('try', 'option-invalid', `--as-of: expected a day such as 2026-11-22, found "${written}".`);
}
