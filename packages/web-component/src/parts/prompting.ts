import { randomId, type ContextFacts, type Instant, type Occasion, type Pack, type ScriptId } from '@everycontact/core';
import {
  decide,
  emptyHistory,
  factsOf,
  lastRaised,
  noLimits,
  readPolicy,
  type Decision,
  type Happened,
  type History,
  type HistoryEntry,
  type Policy,
} from '@everycontact/core/prompting';
import type { AdviceOutcomeDetail } from '../events/advice-outcome.js';
import { AdviceHistoryEvent } from '../events/advice-history.js';
import { refused, remembered, remembering, type HistoryStore } from './prompting/history.js';

/** What the element tells of itself whenever it is asked. */
export interface Asker {
  readonly pack: Pack;
  /** The one script the element is for; without it any. */
  readonly script: ScriptId | undefined;
  readonly policy: unknown;
  readonly history: unknown;
  readonly remember: string;
  readonly store: HistoryStore | undefined;
  readonly occasion: Occasion;
  readonly facts: ContextFacts;
  readonly preview: boolean;
  readonly subjectKey: string | undefined;
  readonly contactId: string | undefined;
  readonly newId: (() => string) | undefined;
  readonly staff: boolean;
  /** The script that is open. */
  readonly opened: ScriptId | undefined;
  /** A contact is open in which nothing was answered, and which is not over. */
  readonly untouched: boolean;
  readonly now: Instant;
}

/** Whether a prompt is shown, why, and what became of it: one for each element. */
export interface Prompter {
  /** What may be raised, in order, and what every rule says of it. */
  decisions(): readonly Decision[];
  /** Looks again. @throws EveryContactError `policy-schema`, `policy-shape`, `history-schema`, `history-shape` */
  judge(): void;
  /** What the prompt is for, how many rules let it, and when that was last raised; nothing where none may be shown. */
  readonly prompt: { readonly script: ScriptId; readonly rules: number; readonly last?: string } | undefined;
  /** What a contact begins with. */
  beginning(): { readonly decided: readonly Decision[]; readonly contactId: string };
  /** The prompt is on the screen. */
  shown(): void;
  /** An event of the element, from which it can be told what became of the prompt. */
  heard(event: Event): void;
  /** The person does not want to be asked about this again. */
  doNotAsk(): void;
  /** The contact is over, or another person is there. */
  forget(): void;
}

/** @param asker what the element says now @param emit lets an event out of it @param report tells of what went wrong */
export function prompter(asker: () => Asker, emit: (event: Event) => void, report: (error: unknown) => void): Prompter {
  let prompt: Prompter['prompt'];
  let own: readonly HistoryEntry[] = [];
  let subject: string | undefined;
  let id: string | undefined;
  let onScreen: string | undefined;

  const contact = ({ contactId, newId }: Asker) => contactId || (id ??= (newId ?? randomId)());
  const ownOf = ({ subjectKey }: Asker) => (subject === subjectKey ? own : []);
  const historyOf = (asked: Asker): History => ({ ...emptyHistory, entries: remembered(asked, ownOf(asked), report) });

  /** A prompt that is on the screen is not counted against itself. */
  function decided(asked: Asker) {
    const { script } = asked;
    const here = contact(asked);
    const itself = ({ happened, contactId, ...entry }: HistoryEntry) =>
      happened === 'shown' && contactId === here && (script ?? entry.script) === entry.script;
    const history = historyOf(asked);
    const before = { ...history, entries: history.entries.filter((entry) => !itself(entry)) };
    return { decisions: judged(asked, before), before };
  }

  function judged(asked: Asker, history: History): readonly Decision[] {
    const { pack, occasion, facts, now } = asked;
    return decide(pack, policyOf(asked), history, { ...factsOf(occasion), ...facts }, now, contact(asked));
  }

  function tell(script: ScriptId, happened: Happened, contactId?: string): void {
    const asked = asker();
    const entry = { at: asked.now, contactId: contactId ?? contact(asked), script, happened };
    own = [...ownOf(asked), entry];
    subject = asked.subjectKey;
    try {
      if (!asked.staff) remembering(asked, entry);
    } catch (error) {
      report(error);
    }
    emit(new AdviceHistoryEvent(entry));
  }

  return {
    decisions: () => decided(asker()).decisions,
    judge() {
      prompt = undefined;
      const asked = asker();
      const { decisions, before } = decided(asked);
      const best = decisions.find(({ show, script }) => show && (asked.script ?? script) === script);
      if (!best) return;
      const last = lastRaised(asked.pack, before, best.behaviour);
      prompt = { script: best.script, rules: best.because.length, ...(last !== undefined && { last }) };
    },
    get prompt() {
      return prompt;
    },
    beginning() {
      const asked = asker();
      return { decided: judged(asked, historyOf(asked)), contactId: contact(asked) };
    },
    shown() {
      const now = prompt && `${contact(asker())} ${prompt.script}`;
      if (!prompt || onScreen === now) return;
      onScreen = now;
      tell(prompt.script, 'shown');
    },
    heard(event) {
      if (event.type === 'advice-outcome') {
        const { record } = (event as CustomEvent<AdviceOutcomeDetail>).detail;
        if (record.outcome) tell(record.script, record.outcome, record.contactId);
      } else if (event.type === 'advice-closed') {
        const { untouched, opened = prompt?.script } = asker();
        if (untouched && opened !== undefined) tell(opened, 'dismissed');
      }
    },
    doNotAsk() {
      const { opened } = asker();
      if (opened !== undefined) tell(opened, 'do-not-ask');
    },
    forget() {
      id = undefined;
      prompt = undefined;
    },
  };
}

function policyOf({ policy: json, preview }: Asker): Policy {
  if (json === undefined || json === null) return { ...noLimits, preview };
  const { policy, problems } = readPolicy(json);
  if (policy) return { ...policy, preview };
  throw refused('policy', problems);
}
