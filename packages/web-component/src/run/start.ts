import {
  createSession,
  memoryDirectory,
  type Audience,
  type ContextFacts,
  type Directory,
  type EveryContactError,
  type Instant,
  type Locale,
  type Occasion,
  type Pack,
  type Reader,
  type ScriptId,
  type Service,
  type Session,
  type Setting,
} from '@everycontact/core';
import { refuse } from './failure.js';
import { nearestLocale } from './language.js';
import { fileDirectory, watched } from './services.js';
import type { Settings } from './settings.js';

/** What a host may say, by attribute or property: all that is read when a contact starts. */
export interface Options {
  readonly behaviour: string | undefined;
  readonly method: string | undefined;
  readonly audience: Audience;
  readonly variant: string | undefined;
  readonly setting: Setting;
  readonly workerRole: string | undefined;
  readonly mayRefer: boolean;
  readonly registered: boolean;
  readonly preview: boolean;
  readonly hotkeys: string;
  readonly undoSeconds: number;
  readonly directory: string | undefined;
  readonly directoryPort: Directory | undefined;
  readonly services: readonly Service[] | undefined;
  readonly context: ContextFacts | undefined;
  readonly occasion: Partial<Occasion> | undefined;
  readonly newId: (() => string) | undefined;
  readonly now: (() => Instant) | undefined;
}

/**
 * A session as the attributes, properties and the JSON block describe it. What stands nearer wins: property before block.
 *
 * @throws EveryContactError naming the attribute, what was expected and what to do
 */
export function startSession(
  pack: Pack,
  options: Options,
  reader: Reader,
  settings: Settings,
  onDirectoryFailure: (reason: unknown) => void,
): Session {
  const { setting, mayRefer, registered, workerRole, preview, newId } = options;
  const now = options.now ?? (() => new Date().toISOString());
  return createSession({
    pack,
    script: scriptFor(pack, options),
    reader,
    occasion: { setting, mayRefer, registered, ...settings.occasion, ...options.occasion },
    context: { ...settings.context, ...options.context, ...(workerRole && { 'context.role': role(pack, workerRole) }) },
    directory: watched(directoryFor(options, settings, now), onDirectoryFailure),
    preview,
    now,
    ...(newId && { newId }),
  });
}

/** Whether the attributes are among what the pack knows, before anything is opened. @throws EveryContactError `attribute-unknown` */
export function checkOptions(pack: Pack, options: Options): void {
  const { setting, audience, variant, hotkeys, undoSeconds } = options;
  scriptFor(pack, options);
  oneOf('setting', setting, ['patient', 'public', 'staff']);
  oneOf('audience', audience, pack.audiences);
  if (variant) oneOf('variant', variant, pack.variants);
  oneOf('hotkeys', hotkeys, ['on', 'off']);
  if (!(undoSeconds >= 0)) throw unfit('undo-seconds', 'a number of seconds', 'something else', 'undo-seconds="10"');
}

/** Who reads, in the language of the pack nearest to the one wanted. */
export function readerFor(
  { locales }: Pick<Pack, 'locales'>,
  { audience, variant }: Pick<Options, 'audience' | 'variant'>,
  lang: Locale | undefined,
): Reader {
  return { locale: nearestLocale(locales, lang), audience, ...(variant && { variant }) };
}

/** The script `<behaviour>.<method>`; each may be left out where the pack leaves no choice. */
function scriptFor(pack: Pack, { behaviour, method }: Pick<Options, 'behaviour' | 'method'>): ScriptId {
  const scripts = Object.entries(pack.scripts);
  const behaviours = [...new Set(scripts.map(([, script]) => script.behaviour))];
  const chosen = chooseOne('behaviour', behaviour, behaviours);
  const methods = scripts
    .filter(([, script]) => script.behaviour === chosen)
    .map(([id]) => id.slice(chosen.length + 1));
  return `${chosen}.${chooseOne('method', method, methods)}`;
}

function chooseOne(attribute: string, value: string | undefined, known: readonly string[]): string {
  const [only, ...others] = known;
  if (!value && only !== undefined && !others.length) return only;
  oneOf(attribute, value ?? '', known);
  return value ?? '';
}

function role(pack: Pack, value: string): string {
  const fact = pack.context['context.role'];
  oneOf('worker-role', value, fact?.type === 'choice' ? fact.values : []);
  return value;
}

/** @throws EveryContactError `attribute-unknown` where the value of an attribute is not among those that are known */
function oneOf(attribute: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  const expected = known.length ? `one of "${known.join('", "')}"` : 'nothing with this pack';
  throw unfit(attribute, expected, `"${value}"`, `${attribute}="${known[0] ?? ''}"`);
}

const unfit = (attribute: string, expected: string, found: string, example: string): EveryContactError =>
  refuse(
    'attribute-unknown',
    attribute,
    `as the attribute "${attribute}" of <advice-prompt>`,
    expected,
    found,
    `Write ${example}.`,
  );

function directoryFor(options: Options, settings: Settings, now: () => Instant): Directory {
  if (options.directoryPort) return options.directoryPort;
  if (options.services) return memoryDirectory(options.services, settings.asOf ?? now());
  if (options.directory) return fileDirectory(options.directory);
  return memoryDirectory(settings.services ?? [], settings.asOf ?? now());
}
