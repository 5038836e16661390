import {
  speaker,
  type EveryContactError,
  type Intent,
  type Locale,
  type Pack,
  type Reader,
  type Speaker,
  type Talk,
  type View,
} from '@everycontact/core';
import type { Policy } from '@everycontact/core/prompting';
import type { PropertyDeclaration, PropertyValues } from 'lit';
import { AdviceClosedEvent } from './events/advice-closed.js';
import { AdviceErrorEvent } from './events/advice-error.js';
import { PromptOptions } from './prompt.options.js';
import { runContact, todayAt, type Around, type RunningContact } from './run/contact.js';
import { asError, noPackCame, packPatience } from './run/failure.js';
import { finger } from './run/finger.js';
import { forThePerson, type ForThePerson } from './run/for-the-person.js';
import { whenIdle } from './run/idle.js';
import { nearestLang, nearestLocale } from './run/language.js';
import { openPack, type OpenedPack } from './run/pack-source.js';
import { readSettings, type Settings } from './run/settings.js';
import { checkOptions, readerFor, startSession, type Beginning } from './run/start.js';

/** What cannot change under a running contact: it starts again. */
const restarting = ['behaviour', 'method', 'setting', 'session', 'interpreter'];

/** From what the host said to a contact that runs: when it starts, when it is forgotten, and what leaves the element. */
export class PromptContact extends PromptOptions {
  protected opened: OpenedPack | undefined;
  protected running: RunningContact | undefined;
  /** A shared machine forgets whoever has left it; urgent help stays. */
  protected readonly idle = whenIdle(
    () => this.idleReset,
    () => (this.view?.kind === 'urgent' ? this.idle.stir() : this.reset()),
  );
  protected readonly finger = finger(() => this.requestUpdate());
  /** What the page wrote into its JSON block, as it was read last. */
  protected settings: Settings = {};
  /** What went wrong, until the host changes something. */
  protected problem: EveryContactError | undefined;

  #opening: Promise<OpenedPack> | undefined;
  /** The language that was asked for last, since not all are here. */
  #learning: Locale | undefined;
  /** A session of the host's that was wiped: it is not taken up again. */
  #spent: Talk | undefined;
  #told: string | undefined;
  #reader: Reader | undefined;
  #readBefore = false;
  #checked = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #speaker: Speaker | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#waiting = setTimeout(() => this.#missing(), packPatience);
    this.running?.connect();
    if (this.ownerDocument.readyState !== 'loading') return;
    this.ownerDocument.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.idle.stop();
    clearTimeout(this.#waiting);
    this.running?.disconnect();
  }

  /** One step back, where there is one. */
  back(): void {
    const back = this.view?.common.back;
    if (back) this.send(back.intent);
  }

  /** Forgets the contact; if the panel is open, a new one starts. */
  reset(): void {
    this.wipe();
    this.problem = undefined;
    this.requestUpdate();
  }

  /** Another person is in front of the worker: wiped in the same instant, not with the next drawing. */
  override requestUpdate(name?: PropertyKey, before?: unknown, declaration?: PropertyDeclaration): void {
    if (name === 'subjectKey' && this.hasUpdated && before !== this.subjectKey) this.wipe();
    super.requestUpdate(name, before, declaration);
  }

  protected override willUpdate(changed: PropertyValues): void {
    try {
      this.#prepare(changed);
    } catch (error) {
      this.fail(error);
    }
  }

  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
      this.#told = this.problem?.message;
    } catch (error) {
      this.fail(error);
      this.#redraw(changed);
    }
  }

  /** Where not even the fallback can be drawn, what the page wrote into the element stands alone. */
  #redraw(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch {
      this.shadowRoot?.replaceChildren(this.ownerDocument.createElement('slot'));
    }
  }

  /** Sends an intent that the view gave. */
  protected send(intent: Intent): void {
    this.finger.lift();
    try {
      if (intent.type === 'settled') this.running?.settle();
      else this.running?.talk.send(intent);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Forgets the contact. Nothing of it is told: whoever listens may have another person in front of them already. */
  protected wipe(): void {
    if (this.running && !this.running.own) this.#spent = this.running.talk;
    this.running?.drop();
    this.running = undefined;
    this.idle.stop();
  }

  /** The fallback takes over; the page goes on. A page that only says the same again is not told the same again. */
  protected fail(thrown: unknown): void {
    this.problem = asError(thrown);
    if (this.problem.message !== this.#told) this.report(this.problem);
    this.requestUpdate();
  }

  protected get view(): View | undefined {
    return this.running?.talk.view;
  }

  protected get words(): Speaker | undefined {
    return this.running?.speaker ?? this.#speaker;
  }

  protected get nearest(): string | undefined {
    return this.locale || nearestLang(this);
  }

  protected get staff(): boolean {
    return this.setting === 'staff' || this.occasion?.setting === 'staff' || this.running?.staff === true;
  }

  /** Switched off, by the page or by its policy. */
  protected get off(): boolean {
    return this.disabled || ((this.policy ?? this.settings.policy) as Partial<Policy> | undefined)?.enabled === false;
  }

  /** What a contact begins with; nothing while that is still being worked out. */
  protected beginning(): Beginning | undefined {
    return {};
  }

  /** The contact is settled: nothing of it can be undone. */
  protected get over(): boolean {
    return this.view?.kind === 'closed' && this.view.settled === true;
  }

  /** What can be handed to the person, where there is something and the host lets it. */
  protected get forThePerson(): ForThePerson | undefined {
    const { running, opened, staff, preview, newId } = this;
    if (!running) return undefined;
    const { pack, records, state, speaker } = running;
    const around = {
      ...{ pack, records, state, speaker, staff, preview, newId },
      organisation: this.organisation ?? this.settings.organisation,
      now: () => this.instant(),
      learn: async (locale: Locale) => {
        if (opened && 'learn' in opened) await opened.learn?.(locale).catch((error: unknown) => this.report(error));
      },
      emit: (event: Event) => this.emit(event),
    };
    return forThePerson(around, this.takeAway !== 'off', (error) => this.report(error));
  }

  protected instant(): string {
    return this.now?.() ?? new Date().toISOString();
  }

  protected get readPack(): Pack | undefined {
    return this.running?.pack ?? (this.opened && 'pack' in this.opened ? this.opened.pack : undefined);
  }

  #prepare(changed: PropertyValues): void {
    this.settleOptions();
    const names = [...changed.keys()] as string[];
    if (names.some((name) => name !== 'open')) this.problem = undefined;
    if (names.length) this.#checked = false;
    this.#openPack(changed.has('pack') || changed.has('place'));
    if (this.hasUpdated && names.some((name) => restarting.includes(name))) this.wipe();
    if (changed.get('open') === true && !this.open) this.#shut();
    const pack = this.readPack;
    if (!pack || this.problem) return;
    if (!this.#checked && !this.session) checkOptions(pack, this);
    this.#checked = true;
    this.#learn(nearestLocale(pack.locales, this.nearest), pack);
    this.#read(pack, readerFor(pack, this, this.nearest));
    if (this.ownerDocument.readyState !== 'loading') this.#begin(pack);
  }

  /** A page may bring the pack late; where none comes at all, somebody should know. */
  #missing(): void {
    if (this.opened || this.#opening || this.off) return;
    this.fail(noPackCame());
  }

  /** Takes up what the host gave as `pack`; while it is being checked or fetched the fallback content stands. */
  #openPack(again: boolean): void {
    if (again || !(this.opened ?? this.#opening)) {
      const opened = openPack(this.pack, { place: this.place, locale: this.nearest, preview: this.preview });
      const waits = opened instanceof Promise;
      this.#opening = waits ? opened : undefined;
      this.opened = waits ? undefined : opened;
      if (waits) void opened.then((now) => this.#opened(opened, now));
      if (this.opened && 'problem' in this.opened) throw this.opened.problem;
    }
    if (this.opened && 'problem' in this.opened) this.problem ??= this.opened.problem;
  }

  #opened(by: Promise<OpenedPack>, opened: OpenedPack): void {
    if (this.#opening !== by) return;
    this.#opening = undefined;
    this.opened = opened;
    if ('problem' in opened) this.fail(opened.problem);
    else this.requestUpdate();
  }

  /** Another language of the pack joins when it is wanted; until then, and where it cannot be had, the one before stays. */
  #learn(locale: Locale, { texts }: Pack): void {
    const { opened } = this;
    if (texts[locale] || locale === this.#learning || !opened || !('learn' in opened)) return;
    this.#learning = locale;
    opened.learn?.(locale).then(
      () => this.requestUpdate(),
      (reason: unknown) => this.report(reason),
    );
  }

  #read(pack: Pack, reader: Reader): void {
    if (JSON.stringify(reader) === JSON.stringify(this.#reader)) return;
    this.#reader = reader;
    this.#speaker = speaker(pack, reader, todayAt(pack, this.instant()));
    if (this.running?.own) this.running.talk.send({ type: 'reader-changed', reader });
  }

  #begin(pack: Pack): void {
    if (!this.#readBefore || (this.open && !this.running)) this.settings = readSettings(this);
    this.#readBefore = true;
    if (!this.open || this.off || this.running || !this.#reader) return;
    const beginning = this.beginning();
    if (!beginning) return;
    const given = this.session === this.#spent ? undefined : this.session;
    const talk =
      given ?? startSession(pack, this, this.#reader, this.settings, beginning, (error) => this.report(error));
    this.running = runContact(talk, pack, this.#reader, this.#around, !given);
    if (this.isConnected) this.running.connect();
  }

  #shut(): void {
    this.running?.settle();
    const { over } = this;
    this.emit(new AdviceClosedEvent());
    if (over) this.wipe();
  }

  protected report(thrown: unknown): void {
    const { code, at, message } = asError(thrown);
    console.error(this.staff ? `[everycontact/${code}]` : message);
    this.emit(new AdviceErrorEvent({ code, at, message }));
  }

  /** In the setting `staff` nothing leaves but that the panel was closed. Gives back whether nobody vetoed. */
  protected emit(event: Event): boolean {
    return (this.staff && event.type !== 'advice-closed') || this.dispatchEvent(event);
  }

  readonly #around: Around = {
    undoSeconds: () => this.undoSeconds,
    now: () => this.instant(),
    emit: (event) => this.emit(event),
    redraw: () => (this.view?.kind === 'signposts' && this.finger.holds()) || this.requestUpdate(),
    fail: (error) => this.fail(error),
  };
}
