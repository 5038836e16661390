import type { Decision } from '@everycontact/core/prompting';
import type { PropertyValues } from 'lit';
import type { Asker, Prompter } from './parts/prompting.js';
import { PromptContact } from './prompt.contact.js';
import { part } from './run/parts.js';
import { contextOf, occasionOf, scriptFor, type Beginning } from './run/start.js';

/** Whether the quiet button is there and why, as core's `decide` says. What decides is a part: few pages ask it. */
export class PromptLauncher extends PromptContact {
  /** `null` where it could not be had. */
  #prompter: Prompter | null | undefined;
  #coming: Promise<Prompter> | undefined;
  #said = false;

  /** Opens the panel. The focus stays where it is. */
  show(): void {
    this.open = true;
  }

  /** Closes the panel. What only waits for its undo is settled at once; an unfinished contact is kept. */
  hide(): void {
    this.open = false;
  }

  /**
   * What may be raised now, in order, and what every rule says of it: passed or failed, and until when. Nothing while there is
   * no pack.
   */
  async explain(): Promise<readonly Decision[]> {
    const prompter = await this.#load();
    await this.updateComplete;
    return this.readPack ? prompter.decisions() : [];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.launcher !== 'decide' || this.open || this.off || this.problem || !this.readPack) return;
    if (this.#wanted())
      try {
        this.#prompter?.judge();
      } catch (error) {
        this.fail(error);
      }
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.open && !this.off && !this.problem) this.#prompter?.shown();
  }

  /** Whether the button that opens the panel is there. */
  protected get offered(): boolean {
    return this.launcher === 'always' || this.whyNow !== undefined;
  }

  protected get whyNow(): Prompter['prompt'] {
    return this.launcher === 'decide' ? this.#prompter?.prompt : undefined;
  }

  /** After a no, where somebody keeps what became of prompts: the person may ask not to be asked again. Once is enough. */
  protected get doNotAsk(): { readonly said: boolean; readonly say: () => void } | undefined {
    const { view } = this;
    if (!this.#decides || !this.#prompter || this.staff || view?.kind !== 'closed' || view.outcome !== 'declined')
      return;
    return {
      said: this.#said,
      say: () => {
        if (!this.#said) this.#prompter?.doNotAsk();
        this.#said = true;
        this.requestUpdate();
      },
    };
  }

  protected override beginning(): Beginning | undefined {
    if (!this.#decides) return this.contactId ? { contactId: this.contactId } : {};
    return this.#wanted() ? (this.#prompter?.beginning() ?? {}) : undefined;
  }

  protected override emit(event: Event): boolean {
    const went = super.emit(event);
    if (this.#decides) this.#prompter?.heard(event);
    return went;
  }

  protected override wipe(): void {
    super.wipe();
    this.#said = false;
    this.#prompter?.forget();
  }

  /** Whether it is here, or could not be had; else it is on its way. */
  #wanted(): boolean {
    if (this.#prompter === undefined && !this.#coming)
      this.#load().catch((reason: unknown) => {
        this.#prompter = null;
        this.report(reason);
        this.requestUpdate();
      });
    return this.#prompter !== undefined;
  }

  #load(): Promise<Prompter> {
    const make = async () => {
      const { prompter } = await part('prompting');
      const emit = (event: Event) => super.emit(event);
      this.#prompter = prompter(
        () => this.#asker,
        emit,
        (error) => this.report(error),
      );
      this.requestUpdate();
      return this.#prompter;
    };
    return (this.#coming ??= make());
  }

  get #asker(): Asker {
    const { settings, readPack: pack, staff } = this;
    const { remember, store, preview, subjectKey, contactId, newId } = this;
    if (!pack) throw new Error('no pack');
    return {
      pack,
      script: scriptFor(pack, this),
      policy: this.policy ?? settings.policy,
      history: this.history ?? settings.history,
      facts: { ...contextOf(pack, this, settings), ...settings.facts, ...this.facts },
      occasion: occasionOf(this, settings),
      opened: this.running?.state?.script,
      untouched: this.running?.untouched ?? false,
      now: this.instant(),
      ...{ remember, store, preview, subjectKey, contactId, newId, staff },
    };
  }

  get #decides(): boolean {
    const { settings } = this;
    const said = this.policy ?? this.history ?? settings.policy ?? settings.history ?? this.store;
    return this.launcher === 'decide' || this.remember !== 'none' || Boolean(said);
  }
}
