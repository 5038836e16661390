import {
  speaker,
  EveryContactError,
  type Intent,
  type Pack,
  type Reader,
  type Speaker,
  type Talk,
  type View,
} from '@everycontact/core';
import type { PropertyDeclaration, PropertyValues } from 'lit';
import { AdviceClosedEvent } from './events/advice-closed.js';
import { AdviceErrorEvent } from './events/advice-error.js';
import { PromptOptions } from './prompt.options.js';
import { runContact, todayAt, type Around, type RunningContact } from './run/contact.js';
import { asError } from './run/failure.js';
import { nearestLang } from './run/language.js';
import { openPack, type OpenedPack } from './run/pack-source.js';
import { readSettings } from './run/settings.js';
import { checkOptions, readerFor, startSession } from './run/start.js';

const patience = 5000;

/** What cannot change under a running contact: it starts again. */
const restarting = ['behaviour', 'method', 'setting', 'session'];

/** From what the host said to a contact that runs: when it starts, when it is forgotten, and what leaves the element. */
export class PromptContact extends PromptOptions {
  protected opened: OpenedPack | undefined;
  protected running: RunningContact | undefined;
  /** What went wrong, until the host changes something. */
  protected problem: EveryContactError | undefined;

  #opening: Promise<OpenedPack> | undefined;
  /** A session of the host's that was wiped: it is not taken up again. */
  #spent: Talk | undefined;
  #reader: Reader | undefined;
  #speaker: Speaker | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.running?.connect();
    if (this.ownerDocument.readyState !== 'loading') return;
    this.ownerDocument.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.disconnect();
  }

  /** A page may bring the pack late; where none comes at all, somebody should know. */
  protected override firstUpdated(): void {
    setTimeout(() => {
      if (this.opened || this.#opening || !this.isConnected || this.disabled) return;
      const message = `<advice-prompt> has waited ${patience / 1000} seconds for its pack and shows its fallback. Set the property "pack".`;
      this.fail(new EveryContactError('pack-missing', 'pack', message));
    }, patience);
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

  /** Sends an intent that the view gave. */
  protected send(intent: Intent): void {
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
  }

  /** The fallback takes over; the page goes on. */
  protected fail(thrown: unknown): void {
    this.problem = asError(thrown);
    this.#tell(this.problem);
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

  /** The contact is settled: nothing of it can be undone. */
  protected get over(): boolean {
    return this.view?.kind === 'closed' && this.view.settled === true;
  }

  protected instant(): string {
    return this.now?.() ?? new Date().toISOString();
  }

  get #pack(): Pack | undefined {
    return this.running?.pack ?? (this.opened && 'pack' in this.opened ? this.opened.pack : undefined);
  }

  #prepare(changed: PropertyValues): void {
    this.settleOptions();
    const names = [...changed.keys()] as string[];
    if (names.some((name) => name !== 'open')) this.problem = undefined;
    this.#openPack(changed.has('pack'));
    if (this.hasUpdated && names.some((name) => restarting.includes(name))) this.wipe();
    if (changed.get('open') === true && !this.open) this.#shut();
    const pack = this.#pack;
    if (!pack || this.problem) return;
    if (names.length && !this.session) checkOptions(pack, this);
    this.#read(pack, readerFor(pack, this, this.nearest));
    if (this.open && !this.disabled && this.ownerDocument.readyState !== 'loading') this.#begin(pack);
  }

  /** Takes up what the host gave as `pack`; while it is being checked the fallback content stands. */
  #openPack(again: boolean): void {
    if (again || !this.opened) {
      const opened = openPack(this.pack);
      const waits = opened instanceof Promise;
      if (waits && opened !== this.#opening) void opened.then(() => this.requestUpdate());
      this.#opening = waits ? opened : undefined;
      this.opened = waits ? undefined : opened;
      if (this.opened && 'problem' in this.opened) throw this.opened.problem;
    }
    if (this.opened && 'problem' in this.opened) this.problem ??= this.opened.problem;
  }

  #read(pack: Pack, reader: Reader): void {
    if (JSON.stringify(reader) === JSON.stringify(this.#reader)) return;
    this.#reader = reader;
    this.#speaker = speaker(pack, reader, todayAt(pack, this.instant()));
    if (this.running?.own) this.running.talk.send({ type: 'reader-changed', reader });
  }

  #begin(pack: Pack): void {
    if (this.running || !this.#reader) return;
    const given = this.session === this.#spent ? undefined : this.session;
    const report = (error: unknown) => this.#tell(asError(error));
    const talk = given ?? startSession(pack, this, this.#reader, readSettings(this), report);
    this.running = runContact(talk, pack, this.#reader, this.#around, !given);
    if (this.isConnected) this.running.connect();
  }

  #shut(): void {
    this.running?.settle();
    const { over } = this;
    this.emit(new AdviceClosedEvent());
    if (over) this.wipe();
  }

  #tell({ code, at, message }: EveryContactError): void {
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
    redraw: () => this.requestUpdate(),
    fail: (error) => this.fail(error),
  };
}
