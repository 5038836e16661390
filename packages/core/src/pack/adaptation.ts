import type { Approval, HelpLine, Named, Need, Pack, ScriptId, UrgentHelp } from './pack.js';
import type { Day } from './reader.js';

/**
 * A place's own changes to a pack, without a fork. Texts are changed by key; everything else is added under new ids, or
 * switched off whole. What protects a person stays as the base has it.
 */
export interface Adaptation
  extends Pick<Pack, 'id' | 'version'>,
    Partial<Pick<Pack, 'locales' | 'texts' | 'behaviours' | 'scripts' | 'flags' | 'signposting' | 'sources'>> {
  readonly schema: 'everycontact/adaptation@1';
  /** The pack it was written for, `denmark@0.1.0`. */
  readonly base: string;
  /** Whom a worker turns to here. */
  readonly safeguarding: HelpLine;
  /**
   * The place has read the base, and answers for it: the digest that was read, who read it for what, and when it is due
   * again. Lifts the base's drafts; never an urgent line.
   */
  readonly approved?: { readonly digest: string; readonly reviewBy: Day; readonly approvals: readonly Approval[] };
  /** Behaviours, or single scripts, that this place does not use, by id. */
  readonly off?: readonly ScriptId[];
  /** Lines to add to a card of the base. */
  readonly urgentHelp?: Named<Pick<UrgentHelp, 'lines'>>;
  /** A need of its own; or, by the id of one of the base, lines to add to it. */
  readonly needs?: Named<Need | Pick<Need, 'national'>>;
}

/** One place where an adapted pack is not its base: what stood there, what stands there now; nothing where there is none. */
export interface Difference {
  readonly where: string;
  readonly base?: string;
  readonly local?: string;
}

/** The parts an adaptation leaves alone, and what to do instead. */
export const fixedParts = {
  place: 'numbers, limits and the emergency number belong to the base: have them changed there',
  context: 'what a host may tell belongs to the base: have the fact added there',
  instruments: 'questions and cut-offs are validated: have them changed in the base',
  measures: 'cut-offs belong to the base: have them changed there',
  helpAtHand: 'the card behind "urgent help" stays: add your lines to it under urgentHelp',
  audiences: 'who reads belongs to the base: write scripts for those it has',
  variants: 'ways of wording belong to the base: write texts for those it has',
  canonical: 'the address names the base: leave it out',
  digest: 'the digest is worked out: leave it out',
} as const;
