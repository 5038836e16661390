import type { Audience, ContextFacts, Directory, Instant, Occasion, Service, Setting, Talk } from '@everycontact/core';
import type { Organisation } from '@everycontact/core/take-away';
import { LitElement, type PropertyDeclarations } from 'lit';
import { flag, isOn, lookForMisspelt } from './run/attribute.js';
import type { HistoryStore } from './parts/prompting/history.js';
import type { Options } from './run/start.js';

/** The defaults. */
const defaults = {
  open: false,
  audience: 'worker',
  setting: 'patient',
  mayRefer: false,
  registered: false,
  preview: false,
  disabled: false,
  compact: false,
  hotkeys: 'on',
  undoSeconds: 10,
  idleReset: 0,
  interpreter: 'none',
  launcher: 'always',
  remember: 'none',
  takeAway: 'on',
} as const;

/** All options of `<advice-prompt>`: attributes with a property each, and properties for values that are not text. */
export class PromptOptions extends LitElement implements Options {
  static override readonly properties: PropertyDeclarations = {
    open: { reflect: true, converter: flag('open') },
    place: {},
    behaviour: {},
    method: {},
    locale: {},
    audience: {},
    variant: {},
    setting: {},
    workerRole: { attribute: 'worker-role' },
    mayRefer: { attribute: 'may-refer', converter: flag('may-refer') },
    registered: { converter: flag('registered') },
    preview: { converter: flag('preview') },
    subjectKey: { attribute: 'subject-key' },
    disabled: { converter: flag('disabled') },
    layout: { reflect: true },
    preset: { reflect: true },
    compact: { reflect: true, converter: flag('compact') },
    hotkeys: {},
    undoSeconds: { attribute: 'undo-seconds', type: Number },
    idleReset: { attribute: 'idle-reset', type: Number },
    interpreter: {},
    interpreterLanguage: { attribute: 'interpreter-language' },
    launcher: {},
    remember: {},
    contactId: { attribute: 'contact-id' },
    takeAway: { attribute: 'take-away' },
    directory: {},
    organisation: { attribute: false },
    pack: { attribute: false },
    services: { attribute: false },
    directoryPort: { attribute: false },
    context: { attribute: false },
    occasion: { attribute: false },
    policy: { attribute: false },
    history: { attribute: false },
    facts: { attribute: false },
    store: { attribute: false },
    session: { attribute: false },
    newId: { attribute: false },
    now: { attribute: false },
  };

  /** Opens the panel and starts a contact; without it there is a quiet button. @default false */
  declare open: boolean;
  /** With `advice-prompt.js`: which pack to load from its folder, e.g. `denmark`; each language is loaded when it is needed. */
  declare place: string | undefined;
  /** What it is about, e.g. `smoking`. Without it the person chooses from the agenda, if the pack has several behaviours. */
  declare behaviour: string | undefined;
  /** The method, e.g. `brief`; without it, very brief advice. */
  declare method: string | undefined;
  /** The language; by default the nearest `lang` around the element, then the first language of the pack. */
  declare locale: string | undefined;
  /** Who reads the screen: `worker` or `person`. @default 'worker' */
  declare audience: Audience;
  /** A variant of the wording, e.g. `men`. */
  declare variant: string | undefined;
  /** Where it happens: `patient`, `public`, or `staff` for one's own wellbeing. @default 'patient' */
  declare setting: Setting;
  /** The worker's role, as the pack's `context.role` knows it. */
  declare workerRole: string | undefined;
  /** The worker may refer; without it, services can only be told or sent. @default false */
  declare mayRefer: boolean;
  /** The worker is a registered professional. @default false */
  declare registered: boolean;
  /** Shows drafts, under a banner. @default false */
  declare preview: boolean;
  /** Change it with the person: everything said and answered is wiped at once. */
  declare subjectKey: string | undefined;
  /** Draws nothing and starts nothing. @default false */
  declare disabled: boolean;
  /** The layout: `panel`, `side` for a side column of the page, `page` for a page of its own. @default 'panel' */
  declare layout: 'panel' | 'side' | 'page' | undefined;
  /** A set of design tokens: `neutral`, `england`, `denmark`, `sweden`, `dark` or `high-contrast`. @default 'neutral' */
  declare preset: 'neutral' | 'england' | 'denmark' | 'sweden' | 'dark' | 'high-contrast' | undefined;
  /** Less space between things. @default false */
  declare compact: boolean;
  /** `off` switches letter and number keys off. @default 'on' */
  declare hotkeys: 'on' | 'off';
  /** Seconds in which an ending can be taken back. @default 10 */
  declare undoSeconds: number;
  /** For shared machines: seconds after which a contact that nobody touches is forgotten; 0 is never. @default 0 */
  declare idleReset: number;
  /** Who interprets: `none`, `professional`, or `family`, which is not private. @default 'none' */
  declare interpreter: 'none' | 'professional' | 'family';
  /** The language that is interpreted, e.g. `ar`. */
  declare interpreterLanguage: string | undefined;
  /** The quiet button: `always`, `never`, or only where `decide` says so. @default 'always' */
  declare launcher: 'always' | 'decide' | 'never';
  /** Remembers what became of prompts: `none`, in this `tab`, or on this `device`; never per person. @default 'none' */
  declare remember: 'none' | 'tab' | 'device';
  /** An id of the meeting that identifies nobody; random by default. */
  declare contactId: string | undefined;
  /** `off` offers nothing to take home. @default 'on' */
  declare takeAway: 'on' | 'off';
  /** The address of services as JSON, `{ asOf, services }`, or with a script tag of a services file; fetched at the first look-up. */
  declare directory: string | undefined;
  /** Who gives out what is taken home: `{ name, address, phone, web }`. */
  declare organisation: Organisation | undefined;
  /** The pack as parsed JSON; checked before use. */
  declare pack: unknown;
  /** Services in memory. */
  declare services: readonly Service[] | undefined;
  /** A directory of your own. */
  declare directoryPort: Directory | undefined;
  /** What is known about the person beforehand, e.g. `{ 'context.age': 41 }`. */
  declare context: ContextFacts | undefined;
  /** More about the meeting: `near`, `interpreter`, `interpreterLanguage`. */
  declare occasion: Partial<Occasion> | undefined;
  /** When to prompt at all: a `Policy` as JSON. A policy with `enabled: false` switches everything off. */
  declare policy: unknown;
  /** What became of earlier prompts to this person: a `History` as JSON. */
  declare history: unknown;
  /** Facts that only the policy reads, e.g. `{ 'context.endOfLife': true }`. */
  declare facts: ContextFacts | undefined;
  /** Where `remember` stores its entries, instead of the browser's own storage. */
  declare store: HistoryStore | undefined;
  /** A session or a contact that you made yourself; `pack` is still needed for the labels. */
  declare session: Talk | undefined;
  /** Makes ids; by default UUIDs, version 4, from `crypto.getRandomValues`. */
  declare newId: (() => string) | undefined;
  /** The current time as an ISO 8601 instant; by default the clock of the machine. */
  declare now: (() => Instant) | undefined;

  constructor() {
    super();
    Object.assign(this, defaults);
  }

  /** An attribute taken away is the default again; and some frameworks hand the text "false" to a boolean. */
  protected settleOptions(): void {
    const options = this as Record<string, unknown>;
    for (const [name, value] of Object.entries(defaults)) {
      if (value === false) options[name] = isOn(name, options[name]);
      else options[name] ??= value;
    }
    if (!this.hasUpdated) lookForMisspelt(this, PromptOptions.observedAttributes);
  }
}

/** The options alone, without what every element has: the props of a wrapper for a framework. */
export type AdvicePromptOptions = Omit<PromptOptions, keyof LitElement>;
