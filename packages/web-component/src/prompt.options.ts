import type { Audience, ContextFacts, Directory, Instant, Occasion, Service, Setting, Talk } from '@everycontact/core';
import type { Organisation } from '@everycontact/core/take-away';
import { LitElement, type PropertyDeclarations } from 'lit';
import { flag, isOn, lookForMisspelt } from './run/attribute.js';
import type { HistoryStore } from './parts/prompting/history.js';
import type { Options } from './run/start.js';

/** What stands where a host says nothing. */
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

/** All that a host may say to `<advice-prompt>`: attributes with a property each, and properties for what is no text. */
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

  /** The panel is open; without it there is a quiet button. Opening starts a contact. @default false */
  declare open: boolean;
  /** With the bare script tag: whose pack lies beside it, e.g. `denmark`; its languages are loaded as they are wanted. */
  declare place: string | undefined;
  /** What it is about, e.g. `smoking`. Left out, the person chooses from the agenda, where the pack has more than one. */
  declare behaviour: string | undefined;
  /** The method, e.g. `brief`; left out, very brief advice. */
  declare method: string | undefined;
  /** The language; else the nearest `lang` around the element, else the first of the pack. */
  declare locale: string | undefined;
  /** Who reads the screen: `worker` or `person`. @default 'worker' */
  declare audience: Audience;
  /** A way of wording, e.g. `men`. */
  declare variant: string | undefined;
  /** Where the talk takes place: `patient`, `public` or `staff`. @default 'patient' */
  declare setting: Setting;
  /** The worker's role, as the pack's `context.role` knows it. */
  declare workerRole: string | undefined;
  /** The worker may refer; without it services can be told or sent only. @default false */
  declare mayRefer: boolean;
  /** The worker is a registered professional. @default false */
  declare registered: boolean;
  /** Drafts are shown, under a banner. @default false */
  declare preview: boolean;
  /** Changes with the person in front of the worker: all that was said and answered is wiped at once. */
  declare subjectKey: string | undefined;
  /** Draws nothing and starts nothing. @default false */
  declare disabled: boolean;
  /** How it stands on the page: `panel`, `side` for a column of the page, `page` for a page of its own. @default 'panel' */
  declare layout: 'panel' | 'side' | 'page' | undefined;
  /** A set of tokens: `neutral`, `england`, `denmark`, `sweden`, `dark` or `high-contrast`. @default 'neutral' */
  declare preset: 'neutral' | 'england' | 'denmark' | 'sweden' | 'dark' | 'high-contrast' | undefined;
  /** Less room between things. @default false */
  declare compact: boolean;
  /** `off` switches letter and number keys off. @default 'on' */
  declare hotkeys: 'on' | 'off';
  /** Seconds in which an ending can be taken back. @default 10 */
  declare undoSeconds: number;
  /** Seconds after which a contact nobody touches is forgotten, for machines that are shared; 0 is never. @default 0 */
  declare idleReset: number;
  /** Who interprets: `none`, `professional`, or `family`, which is not private. @default 'none' */
  declare interpreter: 'none' | 'professional' | 'family';
  /** The language that is interpreted, e.g. `ar`. */
  declare interpreterLanguage: string | undefined;
  /** The quiet button: `always`, `never`, or only where `decide` says so. @default 'always' */
  declare launcher: 'always' | 'decide' | 'never';
  /** What became of prompts is kept `none`, for a `tab`, or on the `device`; never for a person. @default 'none' */
  declare remember: 'none' | 'tab' | 'device';
  /** The meeting, where the host has an id for it that names nobody; else a random one. */
  declare contactId: string | undefined;
  /** `off` offers nothing to take home. @default 'on' */
  declare takeAway: 'on' | 'off';
  /** The address of services as JSON, `{ asOf, services }`, or with a script tag of a services file; asked for at the first look-up. */
  declare directory: string | undefined;
  /** Who hands out what is taken home: `{ name, address, phone, web }`. */
  declare organisation: Organisation | undefined;
  /** The pack as parsed JSON; checked before use. */
  declare pack: unknown;
  /** Services in memory. */
  declare services: readonly Service[] | undefined;
  /** A directory of your own. */
  declare directoryPort: Directory | undefined;
  /** What is known of the person beforehand, e.g. `{ 'context.age': 41 }`. */
  declare context: ContextFacts | undefined;
  /** More about the meeting: `near`, `interpreter`, `interpreterLanguage`. */
  declare occasion: Partial<Occasion> | undefined;
  /** When to prompt at all: a `Policy` as JSON. One with `enabled: false` switches everything off. */
  declare policy: unknown;
  /** What became of earlier prompts to this person: a `History` as JSON. */
  declare history: unknown;
  /** What only the policy reads, e.g. `{ 'context.endOfLife': true }`. */
  declare facts: ContextFacts | undefined;
  /** Where `remember` keeps what it keeps, instead of the browser's own storage. */
  declare store: HistoryStore | undefined;
  /** A session or a contact of your own instead of one made here; `pack` is still needed for the labels. */
  declare session: Talk | undefined;
  /** Makes ids; version 4 from `crypto.getRandomValues` unless given. */
  declare newId: (() => string) | undefined;
  /** The clock, as an ISO 8601 instant. */
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

/** What a host may say, as a face in a framework hands it on: without what every element has. */
export type AdvicePromptOptions = Omit<PromptOptions, keyof LitElement>;
