import { EveryContactError, speaker, type Intent, type Reader, type Speaker, type Talk, type View } from '@everycontact/core';
import { html, nothing, type PropertyDeclaration, type PropertyValues } from 'lit';
import { AdviceClosedEvent } from './events/advice-closed.js';
import { AdviceErrorEvent } from './events/advice-error.js';
import { PromptOptions } from './prompt.options.js';
import { styles } from './prompt.styles.js';
import { servicesInWords, stepInWords } from './run/announce.js';
import { runContact, todayAt, type Around, type RunningContact } from './run/contact.js';
import { asError } from './run/failure.js';
import { intentFor, onwardFrom, placeOfKey } from './run/keys.js';
import { directionOf, nearestLang } from './run/language.js';
import { openPack, type OpenedPack } from './run/pack-source.js';
import { readSettings } from './run/settings.js';
import { checkOptions, readerFor, startSession } from './run/start.js';
import type { Face } from './views/face.js';
import { fallback } from './views/fallback.js';
import { frame, launcher, placeOf } from './views/frame.js';

declare const __VERSION__: string;

/** What cannot change under a running contact: it starts again. */
const restarting = ['behaviour', 'method', 'setting', 'session'];

/**
 * One contact - ask, advise, act - inside any page. It draws the views of `@everycontact/core` and adds no rule of its own.
 *
 * @fires {AdviceChangeEvent} advice-change - another step is on the screen: `{ kind, step? }`
 * @fires {AdviceUrgentEvent} advice-urgent - urgent help has been opened
 * @fires {AdviceOutcomeEvent} advice-outcome - the contact is settled: `{ record }`, once per contact
 * @fires {AdviceClosedEvent} advice-closed - the panel has been closed; the only event in the setting `staff`
 * @fires {AdviceErrorEvent} advice-error - something is wrong with what was given: `{ code, at, message }`
 *
 * @slot - what is shown where the prompt cannot be: without script, in an old browser, with a broken pack
 *
 * @csspart launcher - the button that opens the panel
 * @csspart panel - the whole panel
 * @csspart toolbar - urgent help, "not private now" and "hide"
 * @csspart observe - the ticks of what only the worker can see
 * @csspart banner - says that drafts are shown
 * @csspart heading - the heading of a step
 * @csspart progress - "1 of 3"
 * @csspart prompt - what the worker is told besides the words aloud
 * @csspart option - one answer
 * @csspart button - any button; also `main-button`, `plain-button`, `quiet-button`, `danger-button`
 * @csspart mark - told, sent, referred
 * @csspart service - one local service
 * @csspart urgent - the card with urgent help
 * @csspart notice - a topic that ends or goes on otherwise
 * @csspart note - the note to copy
 * @csspart ways - back, not now, no thanks and more
 * @csspart fallback - what is left when something is broken
 *
 * @cssprop --advice-font-size - the size all others follow from; 16px
 * @cssprop --advice-font - the font family; the system's
 * @cssprop --advice-color - text
 * @cssprop --advice-muted - text of less weight
 * @cssprop --advice-surface - the ground of the panel
 * @cssprop --advice-sunken - the ground of fields and quiet areas
 * @cssprop --advice-border - lines and frames
 * @cssprop --advice-accent - main button, links and the chosen answer
 * @cssprop --advice-on-accent - text on the accent
 * @cssprop --advice-urgent - urgent help
 * @cssprop --advice-focus - the ring around what has the focus
 * @cssprop --advice-radius - the corners; 0.5em
 * @cssprop --advice-shadow - the shadow of the panel; none
 */
export class AdvicePrompt extends PromptOptions {
  static readonly version: string = __VERSION__;
  static override readonly styles = styles;

  #opened: OpenedPack | undefined;
  #opening: Promise<OpenedPack> | undefined;
  #running: RunningContact | undefined;
  /** A session of the host's that was wiped: it is not taken up again. */
  #spent: Talk | undefined;
  #problem: EveryContactError | undefined;
  #reader: Reader | undefined;
  #speaker: Speaker | undefined;
  #acted = false;
  #arrow = false;
  #hadFocus = false;
  #wrong = false;
  #copied = false;
  #place = '';
  #services = '';

  /** Opens the panel. The focus stays where it is. */
  show(): void {
    this.open = true;
  }

  /** Closes the panel. What only waits for its undo is settled at once; an unfinished contact is kept. */
  hide(): void {
    this.open = false;
  }

  /** Forgets the contact; where the panel is open, a new one starts. */
  reset(): void {
    this.#wipe();
    this.#problem = undefined;
    this.requestUpdate();
  }

  /** One step back, where there is one. */
  back(): void {
    const back = this.#view?.common.back;
    if (back) this.#send(back.intent);
  }

  /** Moves the focus to the heading of the step, or to the button that opens the panel. Never scrolls. */
  override focus(): void {
    this.#find('.launcher, .problem, .heading')?.focus({ preventScroll: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#running?.connect();
    if (this.ownerDocument.readyState !== 'loading') return;
    this.ownerDocument.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.disconnect();
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, declaration?: PropertyDeclaration): void {
    if (name === 'subjectKey' && this.hasUpdated && before !== this.subjectKey) this.#wipe();
    super.requestUpdate(name, before, declaration);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    try {
      this.#prepare(changed);
    } catch (error) {
      this.#fail(error);
    }
  }

  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch (error) {
      this.#fail(error);
      super.update(changed);
    }
  }

  protected override render() {
    if (this.disabled) return nothing;
    const { locale } = this.#words?.reader ?? {};
    return html`<div
      class=${this.compact ? 'root compact' : 'root'}
      lang=${locale ?? nothing}
      dir=${locale === undefined ? nothing : directionOf(locale)}
      @keydown=${this.#onKey}
      @keyup=${this.#release}
      @pointerdown=${this.#release}
    >
      <div class="live" role="status" aria-live="polite"></div>
      ${this.#content()}
    </div>`;
  }

  protected override updated(): void {
    const place = this.#placeNow;
    const moved = place !== this.#place;
    const acted = this.#acted || this.#hadFocus;
    const lost = this.#hadFocus && !this.shadowRoot?.activeElement;
    if (place && ((moved && acted) || lost)) this.focus();
    this.#announce(moved, this.shadowRoot?.activeElement != null);
    this.#place = place;
    this.#acted = false;
  }

  #content() {
    if (this.#problem) return fallback(this.#opened, this.audience, this.#nearest, this.#now());
    const words = this.#words;
    if (!words) return html`<slot></slot>`;
    if (!this.open) return launcher(words.label, this.#launch);
    const view = this.#view;
    return view ? frame(view, this.#face(words)) : html`<slot></slot>`;
  }

  #prepare(changed: PropertyValues<this>): void {
    this.plainFlags();
    const names = [...changed.keys()] as string[];
    if (names.some((name) => name !== 'open')) this.#problem = undefined;
    this.#openPack(changed.has('pack'));
    if (this.hasUpdated && names.some((name) => restarting.includes(name))) this.#wipe();
    if (changed.get('open') === true && !this.open) this.#shut();
    const pack = this.#pack;
    if (!pack || this.#problem) return;
    if (names.length && !this.session) checkOptions(pack, this);
    this.#read(readerFor(pack, this, this.#nearest));
    if (this.open && !this.disabled && this.ownerDocument.readyState !== 'loading') this.#begin();
  }

  /** Takes up what the host gave as `pack`; while it is being checked the fallback content stands. */
  #openPack(again: boolean): void {
    if (again) this.#opened = undefined;
    if (!this.#opened) {
      const opened = openPack(this.pack);
      if (opened instanceof Promise) {
        if (opened !== this.#opening) void opened.then(() => this.requestUpdate());
        this.#opening = opened;
        return;
      }
      this.#opened = opened;
      if (opened && 'problem' in opened) throw opened.problem;
    }
    if (this.#opened && 'problem' in this.#opened) this.#problem ??= this.#opened.problem;
  }

  #read(reader: Reader): void {
    const pack = this.#pack;
    if (!pack || JSON.stringify(reader) === JSON.stringify(this.#reader)) return;
    this.#reader = reader;
    this.#speaker = speaker(pack, reader, todayAt(pack, this.#now()));
    if (this.#running?.own) this.#running.talk.send({ type: 'reader-changed', reader });
  }

  #begin(): void {
    const pack = this.#pack;
    if (this.#running || !pack || !this.#reader) return;
    const given = this.session === this.#spent ? undefined : this.session;
    const report = (error: unknown) => this.#tell(asError(error));
    const talk = given ?? startSession(pack, this, this.#reader, readSettings(this), report);
    this.#running = runContact(talk, pack, this.#reader, this.#around, !given);
    if (this.isConnected) this.#running.connect();
  }

  #shut(): void {
    this.#running?.settle();
    const over = this.#view?.kind === 'closed';
    this.#emit(new AdviceClosedEvent());
    if (over) this.#wipe();
  }

  #wipe(): void {
    this.#spent = this.#running?.own === false ? this.#running.talk : this.#spent;
    this.#running?.drop();
    this.#running = undefined;
    this.#copied = false;
    this.#wrong = false;
  }

  #fail(thrown: unknown): void {
    this.#problem = asError(thrown);
    this.#tell(this.#problem);
    this.requestUpdate();
  }

  #tell({ code, at, message }: EveryContactError): void {
    console.error(this.#staff ? `[everycontact/${code}]` : message);
    this.#emit(new AdviceErrorEvent({ code, at, message }));
  }

  /** In the setting `staff` nothing leaves but that the panel was closed. */
  #emit(event: Event): void {
    if (!this.#staff || event.type === 'advice-closed') this.dispatchEvent(event);
  }

  #send = (intent: Intent): void => {
    this.#acted = true;
    this.#wrong = false;
    try {
      this.#running?.talk.send(intent);
    } catch (error) {
      this.#fail(error);
    }
  };

  #choose = (event: MouseEvent, intent: Intent): void => {
    if (event.detail > 1) event.preventDefault();
    else if (!this.#arrow && event.target instanceof HTMLInputElement) this.#send(intent);
  };

  #onKey = (event: KeyboardEvent): void => {
    this.#arrow = event.key.startsWith('Arrow');
    const view = this.open && !this.#problem ? this.#view : undefined;
    const other = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing;
    if (!view || other || event.defaultPrevented) return;
    const place = placeOfKey(event);
    if (event.key === 'Enter' && place === 'answer') {
      event.preventDefault();
      (event.composedPath()[0] as HTMLElement).click();
      return;
    }
    const body = event.key === 'Enter' && place === 'body';
    const intent = body ? onwardFrom(view) : this.hotkeys === 'off' || place === 'field' ? undefined : intentFor(event.key, view);
    if (!intent) return;
    event.preventDefault();
    event.stopPropagation();
    this.#send(intent);
  };

  #release = (): void => {
    this.#arrow = false;
  };

  #launch = (): void => {
    this.#acted = true;
    this.open = true;
  };

  #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#running?.note ?? '');
      this.#copied = true;
      this.#say(this.#words?.label('ui.copied') ?? '');
      this.requestUpdate();
    } catch {
      this.#find<HTMLTextAreaElement>('textarea')?.select();
    }
  };

  #announce(moved: boolean, focused: boolean): void {
    const view = this.open ? this.#view : undefined;
    const label = this.#words?.label;
    if (!view || !label || this.#problem || view.hidden) return this.#say('');
    const services = servicesInWords(view, label);
    const news = services === this.#services ? '' : services;
    if (moved && this.#place) this.#say([stepInWords(view, label, focused), services].filter(Boolean).join('. '));
    else if (news) this.#say(news);
    this.#services = services;
  }

  #say(text: string): void {
    const live = this.#find('.live');
    if (live && live.textContent !== text) live.textContent = text;
  }

  #face(words: Speaker): Face {
    const { audience, locale } = words.reader;
    const running = this.#running;
    return {
      label: words.label,
      locale,
      audience,
      hotkeys: this.hotkeys !== 'off',
      send: this.#send,
      choose: this.#choose,
      wrong: this.#wrong,
      refuse: () => {
        this.#wrong = true;
        this.#acted = true;
        this.requestUpdate();
      },
      closing: {
        left: running?.left,
        note: this.#staff ? undefined : running?.note,
        copied: this.#copied,
        copy: () => void this.#copy(),
        close: () => {
          this.#acted = true;
          this.open = false;
        },
      },
    };
  }

  readonly #around: Around = {
    undoSeconds: () => this.undoSeconds,
    now: () => this.#now(),
    emit: (event) => this.#emit(event),
    redraw: () => this.requestUpdate(),
    fail: (error) => this.#fail(error),
  };

  #find<E extends HTMLElement>(selector: string): E | null | undefined {
    return this.shadowRoot?.querySelector<E>(selector);
  }

  #now = (): string => this.now?.() ?? new Date().toISOString();

  get #nearest(): string | undefined {
    return this.locale || nearestLang(this);
  }

  get #pack() {
    return this.#running?.pack ?? (this.#opened && 'pack' in this.#opened ? this.#opened.pack : undefined);
  }

  get #view(): View | undefined {
    return this.#running?.talk.view;
  }

  get #words(): Speaker | undefined {
    return this.#running?.speaker ?? this.#speaker;
  }

  get #staff(): boolean {
    return this.setting === 'staff' || this.occasion?.setting === 'staff' || this.#running?.staff === true;
  }

  get #placeNow(): string {
    if (this.disabled || this.#problem || !this.#words) return '';
    return this.open ? (this.#view ? placeOf(this.#view) : '') : 'launcher';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'advice-prompt': AdvicePrompt;
  }
}
