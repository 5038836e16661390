import { html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { directionOf, type Intent, type Speaker } from '@everycontact/core';
import { version } from '../package.json';
import { AdviceDismissEvent } from './events/advice-dismiss.js';
import { PromptLauncher } from './prompt.launcher.js';
import { styles } from './prompt.styles.js';
import { newsInWords, stepInWords } from './run/announce.js';
import { focusedIn } from './run/focus.js';
import { foldsOf } from './run/folds.js';
import { onwardFrom, placeOfKey, pressKey } from './run/keys.js';
import { reports } from './run/reports.js';
import type { Face } from './views/face.js';
import { fallback } from './views/fallback.js';
import { frame, launcher, placeOf } from './views/frame.js';

/**
 * One contact - ask, advise, act - inside any page. It draws the views of `@everycontact/core` and adds no rule of its own.
 *
 * @fires {AdviceChangeEvent} advice-change - another step is on the screen: `{ kind, step? }`
 * @fires {AdviceUrgentEvent} advice-urgent - urgent help has been opened
 * @fires {AdviceOutcomeEvent} advice-outcome - a topic is settled: `{ record }`, once per topic of a contact
 * @fires {AdviceDismissEvent} advice-dismiss - the reader is about to close the panel: `{ finished }`; `preventDefault()` keeps it open
 * @fires {AdviceBeforeFinishEvent} advice-before-finish - a record is about to be reported: `{ outcome }`; `preventDefault()` holds it back
 * @fires {AdviceTextEvent} advice-text - a text message is wanted: `{ text, lang, parts }`; `preventDefault()` says that the page sends it
 * @fires {AdviceClosedEvent} advice-closed - the panel has been closed; the only event in the setting `staff`
 * @fires {AdviceServiceWrongEvent} advice-service-wrong - details of a service or a national line are wrong: `{ service, name, organization?, responsible?, checkedOn? }`; `preventDefault()` says that the page passes it on
 * @fires {AdviceHistoryEvent} advice-history - what became of a prompt: `{ entry }`, if the host decides when to prompt
 * @fires {AdviceErrorEvent} advice-error - something is wrong with what was given: `{ code, at, message }`
 *
 * @slot - the fallback, shown where the prompt cannot be: without script, in an old browser, with a broken pack
 *
 * @csspart launcher - the button that opens the panel
 * @csspart why-now - why the button is there now, folded
 * @csspart panel - the whole panel
 * @csspart toolbar - urgent help, "not private now" and "hide"
 * @csspart observe - the ticks for what only the worker can see
 * @csspart tick - one of them
 * @csspart banner - says that drafts are shown
 * @csspart heading - the heading of a step
 * @csspart progress - "1 of 3"
 * @csspart tag - marks words that are a draft, or past their review
 * @csspart prompt - what the worker is told in addition to the words to say
 * @csspart option - one answer
 * @csspart radio - its radio
 * @csspart field - the field for a number
 * @csspart problem - what is wrong with the number, with a link to the field
 * @csspart source - the source of the words
 * @csspart button - any button; also `main-button`, `plain-button`, `quiet-button`, `danger-button`
 * @csspart mark - told, sent, referred
 * @csspart group - one need with its services
 * @csspart service - one local service
 * @csspart link - a phone number, an address, a page
 * @csspart urgent - the card with urgent help
 * @csspart notice - says that a topic ends or goes on differently
 * @csspart outcome - the outcome of the contact
 * @csspart note - the note to copy
 * @csspart take-away - the ways to take something home
 * @csspart turn - the button that shows the step to the person
 * @csspart ways - back, not now, no thanks and more
 * @csspart hidden - what is left on the screen while everything is hidden
 * @csspart fallback - what is left when something is broken
 *
 * @cssprop --advice-font-size - the size that all others follow from; by default what the reader has set in the browser
 * @cssprop --advice-font - the font family; by default that of the system
 * @cssprop --advice-color - text colour
 * @cssprop --advice-muted - less important text
 * @cssprop --advice-surface - background of the panel
 * @cssprop --advice-sunken - background of fields and quiet areas
 * @cssprop --advice-border - lines and borders
 * @cssprop --advice-control - borders of buttons, answers and fields
 * @cssprop --advice-note - text of drafts and notices
 * @cssprop --advice-note-ground - background of drafts and notices
 * @cssprop --advice-accent - main button, links and the chosen answer
 * @cssprop --advice-on-accent - text on the accent
 * @cssprop --advice-urgent - urgent help
 * @cssprop --advice-focus - the focus ring
 * @cssprop --advice-radius - rounded corners; 0.5em by default
 * @cssprop --advice-shadow - the shadow of the panel; none by default
 */
export class AdvicePrompt extends PromptLauncher {
  static readonly version: string = version;
  static override readonly styles: CSSResult[] = styles;

  /** The reader did something here, so the focus may move. */
  #acted = false;
  #hadFocus = false;
  /** What had the focus when it was called here and there was nothing yet to take it. */
  #calledFrom: Element | null | undefined;
  /** An arrow key is down: the clicks it makes on radios are moves. */
  #arrow = false;
  #wrong = false;
  #copied = false;
  #place = '';
  readonly #foldsOn = foldsOf(() => {
    this.requestUpdate();
    this.performUpdate();
  });
  #news = '';
  readonly #reports = reports(
    (event) => this.emit(event),
    (words) => {
      this.#say(words);
      this.requestUpdate();
    },
  );

  /** Goes to the next step, if the step has only one way on; from a question only once it has been answered. */
  next(): void {
    const intent = this.view && onwardFrom(this.view);
    if (intent) this.send(intent);
  }

  /**
   * Moves the focus to the heading of the step, or to the button that opens the panel. If neither is there yet, it waits
   * until one is, unless the reader has moved the focus meanwhile. Never scrolls.
   */
  override focus(): void {
    const to = this.#find('.launcher, .problem, .heading');
    this.#calledFrom = to ? undefined : focusedIn(this.ownerDocument);
    to?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#hadFocus = !!this.#focused;
    super.willUpdate(changed);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.off) return nothing;
    const { locale } = this.words?.reader ?? {};
    return html`<div
      class="root"
      lang=${locale ?? nothing}
      dir=${locale === undefined ? nothing : directionOf(locale)}
      @keydown=${this.#onKey}
      @keyup=${this.#release}
      @pointerdown=${this.#release}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
    >
      <div class="live" role="status" aria-live="polite"></div>
      ${keyed(this.running, this.#content())}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    try {
      super.updated(changed);
      this.#arrive();
    } catch (error) {
      this.fail(error);
    }
  }

  /** On another step the focus and the live region follow. */
  #arrive(): void {
    const place = this.#placeNow;
    const moved = place !== this.#place;
    const lost = this.#hadFocus && !this.#focused;
    const called = this.#calledFrom === focusedIn(this.ownerDocument);
    if (place && (called || lost || (moved && (this.#acted || this.#hadFocus)))) this.focus();
    if (place) this.#calledFrom = undefined;
    if (moved && this.#acted) Object.assign(this.#find('.panel') ?? {}, { scrollTop: 0 });
    this.#announce(moved);
    [this.#place, this.#acted] = [place, false];
  }

  protected override wipe(): void {
    super.wipe();
    this.#copied = false;
    this.#wrong = false;
    this.#reports.forget();
  }

  protected override send(intent: Intent): void {
    this.#acted = true;
    this.#wrong = false;
    this.idle.stir();
    super.send(intent);
  }

  #content() {
    if (this.problem) return fallback(this.opened, this.audience, this.nearest, () => this.instant());
    const { words, view } = this;
    if (words && !this.open) return this.offered ? launcher(words, this.whyNow, () => this.#turn(true)) : nothing;
    return words && view ? frame(view, this.#face(words)) : html`<slot></slot>`;
  }

  #face({ label, reader: { locale, audience } }: Speaker): Face {
    const { running } = this;
    return {
      label,
      locale,
      audience,
      hotkeys: this.hotkeys !== 'off',
      send: (intent) => this.send(intent),
      folds: this.#foldsOn(this.#placeNow),
      choose: (event, intent) => {
        if (event.detail > 1) event.preventDefault();
        else if (!this.#arrow && event.target instanceof HTMLInputElement) this.send(intent);
      },
      wrong: this.#wrong,
      reports: this.#reports,
      forThePerson: this.forThePerson,
      refuse: () => {
        this.#wrong = true;
        this.#acted = true;
        this.#place = '';
        this.requestUpdate();
      },
      closing: {
        left: running?.left,
        note: this.staff ? undefined : running?.note,
        copied: this.#copied,
        copy: () => void this.#copy(),
        close: () => this.#turn(false),
        doNotAsk: this.doNotAsk,
      },
    };
  }

  #onKey(event: KeyboardEvent): void {
    this.#arrow = event.key.startsWith('Arrow');
    const view = this.open && !this.problem ? this.view : undefined;
    const other = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing;
    if (!view || other || event.defaultPrevented) return;
    const place = placeOfKey(event);
    const enter = event.key === 'Enter';
    if (enter && place === 'answer') {
      event.preventDefault();
      (event.composedPath()[0] as HTMLElement).click();
      return;
    }
    const known = this.hotkeys !== 'off' && place !== 'field';
    // A blank screen shows no other choice, but that it is not private may be said there too.
    const unseen = known && view.hidden && event.key === 'p' ? view.common.notPrivate.intent : undefined;
    const intent = enter && place === 'body' ? onwardFrom(view) : unseen;
    if (intent) this.send(intent);
    else if (!known || !pressKey(event.key, event.composedPath()[0] as Element)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #release({ type }: Event): void {
    this.finger.feel(type);
    this.idle.stir();
    this.#arrow = false;
  }

  #turn(open: boolean): void {
    if (!open && !this.emit(new AdviceDismissEvent(this.over))) return;
    this.#acted = true;
    this.open = open;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.running?.note ?? '');
      this.#copied = true;
      this.#say(this.words?.label('ui.copied') ?? '');
      this.requestUpdate();
    } catch {
      (this.#find('textarea') as HTMLTextAreaElement | null)?.select();
    }
  }

  #announce(moved: boolean): void {
    const { view, words } = this;
    const shown = this.open && !this.problem && view && !view.hidden;
    const step = shown && moved ? stepInWords(this.renderRoot, this.#focused) : [];
    const news = shown && words ? newsInWords(view, words.label) : '';
    if (moved ? this.#place : news !== this.#news) this.#say([...step, news].filter(Boolean).join('. '));
    this.#news = news;
  }

  #say(text: string): void {
    const live = this.#find('.live');
    if (live && live.textContent !== text) live.textContent = text;
  }

  #find(selector: string): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  get #focused(): Element | null | undefined {
    return this.shadowRoot?.activeElement;
  }

  get #placeNow(): string {
    if (this.off || this.problem || !this.words) return '';
    return (this.open ? this.view && placeOf(this.view) : this.offered && 'launcher') || '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'advice-prompt': AdvicePrompt;
  }
}
