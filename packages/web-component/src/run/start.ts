import {
  createSession,
  settings as knownSettings,
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
  type Setting,
  type Talk,
} from '@everycontact/core';
import type { StartOptions } from '@everycontact/core/agenda';
import { interpreters } from '@everycontact/core/pack';
import { presetNames } from '../styles/presets.js';
import { agenda } from './agenda.js';
import { refuse } from './failure.js';
import { nearestLocale } from './language.js';
import { fileDirectory, heldDirectory, watched } from './services.js';
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
  readonly layout: string | undefined;
  readonly preset: string | undefined;
  readonly hotkeys: string;
  readonly takeAway: string;
  readonly undoSeconds: number;
  readonly idleReset: number;
  readonly interpreter: string;
  readonly interpreterLanguage: Locale | undefined;
  readonly launcher: string;
  readonly remember: string;
  readonly directory: string | undefined;
  readonly directoryPort: Directory | undefined;
  readonly services: readonly Service[] | undefined;
  readonly context: ContextFacts | undefined;
  readonly occasion: Partial<Occasion> | undefined;
  readonly newId: (() => string) | undefined;
  readonly now: (() => Instant) | undefined;
}

/** What may be raised in a contact, where that was decided, and by which name it goes. */
export type Beginning = Partial<Pick<StartOptions, 'decided' | 'contactId'>>;

/**
 * A session as the attributes, properties and the JSON block describe it, or a contact that begins with the agenda where no
 * script is named and the pack leaves a choice of behaviours. What stands nearer wins: property before block.
 *
 * @throws EveryContactError naming the attribute, what was expected and what to do
 */
export function startSession(
  pack: Pack,
  options: Options,
  reader: Reader,
  settings: Settings,
  beginning: Beginning,
  onDirectoryFailure: (reason: unknown) => void,
): Talk {
  const { preview, newId } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const script = scriptFor(pack, options);
  const common = {
    pack,
    reader,
    ...beginning,
    occasion: occasionOf(options, settings),
    context: contextOf(pack, options, settings),
    directory: watched(directoryFor(options, settings, now), onDirectoryFailure),
    preview,
    now,
    ...(newId && { newId }),
  };
  return script === undefined ? agenda(common) : createSession({ ...common, script });
}

/** What is said of the meeting. */
export function occasionOf(options: Options, settings: Settings): Occasion {
  const { setting, mayRefer, registered, interpreter, interpreterLanguage } = options;
  return {
    setting,
    mayRefer,
    registered,
    ...(interpreter !== 'none' && { interpreter: interpreter as Occasion['interpreter'] & string }),
    ...(interpreterLanguage && { interpreterLanguage }),
    ...settings.occasion,
    ...options.occasion,
  };
}

/** What is known of the person beforehand. */
export function contextOf(pack: Pack, { context, workerRole }: Options, settings: Settings): ContextFacts {
  return { ...settings.context, ...context, ...(workerRole && { 'context.role': role(pack, workerRole) }) };
}

/** Whether the attributes are among what the pack knows, before anything is opened. @throws EveryContactError `attribute-unknown` */
export function checkOptions(pack: Pack, options: Options): void {
  scriptFor(pack, options);
  oneOf('setting', options.setting, knownSettings);
  oneOf('audience', options.audience, pack.audiences);
  if (options.variant) oneOf('variant', options.variant, pack.variants);
  if (options.layout) oneOf('layout', options.layout, ['panel', 'side', 'page']);
  if (options.preset) oneOf('preset', options.preset, presetNames);
  oneOf('hotkeys', options.hotkeys, ['on', 'off']);
  oneOf('take-away', options.takeAway, ['on', 'off']);
  oneOf('interpreter', options.interpreter, ['none', ...interpreters]);
  oneOf('launcher', options.launcher, ['always', 'decide', 'never']);
  oneOf('remember', options.remember, ['none', 'tab', 'device']);
  inSeconds('undo-seconds', options.undoSeconds, 10);
  inSeconds('idle-reset', options.idleReset, 300);
}

/** Who reads, in the language nearest to the one wanted, of those the pack has words in. */
export function readerFor(
  { locales, texts }: Pick<Pack, 'locales' | 'texts'>,
  { audience, variant }: Pick<Options, 'audience' | 'variant'>,
  lang: Locale | undefined,
): Reader {
  const spoken = locales.filter((locale) => texts[locale]);
  return { locale: nearestLocale(spoken, lang), audience, ...(variant && { variant }) };
}

/**
 * The script `<behaviour>.<method>`; very brief advice where no method is named, the only behaviour where none is. Where
 * neither is named and there are several behaviours, there is no script: the agenda comes first.
 */
export function scriptFor(
  pack: Pack,
  { behaviour, method }: Pick<Options, 'behaviour' | 'method'>,
): ScriptId | undefined {
  const scripts = Object.values(pack.scripts);
  const behaviours = [...new Set(scripts.map((script) => script.behaviour))];
  if (!behaviour && !method && behaviours.length > 1) return undefined;
  const chosen = behaviour || (behaviours.length === 1 ? behaviours[0] : undefined) || '';
  oneOf('behaviour', chosen, behaviours);
  const methods = scripts.filter((script) => script.behaviour === chosen).map((script) => script.method);
  const briefest = methods.find((one) => one === 'vba' || one === 'very-brief') ?? methods[0] ?? '';
  const how = method || briefest;
  oneOf('method', how, methods);
  return `${chosen}.${how}`;
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
  // Somebody copies the example: of a slip of the finger it must not make another topic.
  const like = known.find((one) => one.startsWith(value.slice(0, 2).toLowerCase())) ?? known[0] ?? '';
  throw unfit(attribute, expected, `"${value}"`, `${attribute}="${like}"`);
}

function inSeconds(attribute: string, value: number, example: number): void {
  if (!(value >= 0)) throw unfit(attribute, 'a number of seconds', `"${value}"`, `${attribute}="${example}"`);
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
  if (options.services) return heldDirectory(options.services, settings.asOf ?? now());
  if (options.directory) return fileDirectory(options.directory);
  return heldDirectory(settings.services ?? [], settings.asOf ?? now());
}
