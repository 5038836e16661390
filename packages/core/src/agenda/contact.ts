import { checkTold } from '../contact/context.js';
import { createSession } from '../contact/session.js';
import { isSameJson } from '../contact/same-json.js';
import type { RunOptions, Session, Talk } from '../contact/talk.js';
import { EveryContactError } from '../error.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Instant, Occasion, Reader } from '../pack/reader.js';
import { civilDay, withheld } from '../pack/standing.js';
import { clock, randomId } from '../platform.js';
import type { Decision } from '../prompting/decide.js';
import type { History } from '../prompting/history.js';
import type { Policy } from '../prompting/policy.js';
import type { SessionEvent } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import { speaksTo } from '../session/offered.js';
import type { Choice, View } from '../session/shown.js';
import { agendaView } from './agenda-view.js';
import { afterIntent, afterTopic, mayGoOn, type AgendaState } from './agenda.js';
import { contextNow, topicsNow } from './topics.js';

/** All that a contact can be resumed from. JSON; it holds no name, number or note of a person. */
export interface ContactLog {
  readonly schema: 'everycontact/log@1';
  readonly contactId: string;
  readonly startedAt: Instant;
  readonly reader: Reader;
  /** What happened between the topics. */
  readonly agenda: readonly (Intent & { readonly at: Instant })[];
  /** One log per topic, in the order in which they were raised. */
  readonly sessions: readonly (readonly SessionEvent[])[];
}
/** Several behaviours, one after the other, with the face of a session: an agenda, and a session and a record for each. */
export interface Contact extends Talk {
  readonly contactId: string;
  readonly occasion: Occasion;
  /** Who reads now. */
  readonly reader: Reader;
  /** What may be raised, as it was decided when the contact started. */
  readonly agenda: readonly Decision[];
  /** Each has its own log, and so its own record, under the one contact id. */
  readonly sessions: readonly Session[];
  readonly log: ContactLog;
}
export interface ResumeOptions extends RunOptions {
  readonly occasion: Occasion;
  /** What is known of the person, in facts that the pack declares. */
  readonly context?: ContextFacts;
  /** What only the policy reads, e.g. `context.endOfLife`. */
  readonly facts?: ContextFacts;
  /** Without one nothing but the standing of the content limits what may be raised. */
  readonly policy?: Policy;
  readonly history?: History;
  readonly newId?: () => string;
}
export interface ContactOptions extends ResumeOptions {
  readonly reader: Reader;
  readonly contactId?: string;
}

/** The log of a contact in which nothing has happened yet. */
export function started({ reader, contactId, newId = randomId, now = clock }: ContactOptions): ContactLog {
  return {
    schema: 'everycontact/log@1',
    contactId: contactId ?? newId(),
    startedAt: now(),
    reader,
    agenda: [],
    sessions: [],
  };
}

/** What `startContact` needs: no policy, but what was made of one. */
export interface StartOptions extends Omit<ContactOptions, 'policy' | 'history'> {
  /** What `decide` gave; without it nothing but the standing of the content limits what may be raised. */
  readonly decided?: readonly Decision[];
}

/**
 * A contact on an agenda that was decided before: for a face that has not loaded what decides.
 *
 * @throws EveryContactError as `createContact`
 */
export function startContact(options: StartOptions): Contact {
  const log = started(options);
  return runContact(options, options.decided ?? all(options, log), log, []);
}

/** Every script whose content may be shown, in the order of the pack. */
function all({ pack, preview = false }: RunOptions, { startedAt }: ContactLog): readonly Decision[] {
  const today = civilDay(startedAt, pack.place.timeZone);
  return Object.entries(pack.scripts).map(([script, { behaviour }]) => {
    const stands = !withheld(pack, script, today, preview).length;
    return { script, behaviour, show: stands, mayOpen: stands, because: [] };
  });
}

/** Runs a contact on from its log and the sessions of its topics. */
export function runContact(
  options: Omit<ResumeOptions, 'policy' | 'history'>,
  agenda: readonly Decision[],
  before: ContactLog,
  sessions: Session[],
): Contact {
  const { pack, occasion, context = {}, preview = false, now = clock } = options;
  const { contactId, startedAt, reader } = before;
  checkTold(pack, reader, occasion, context);
  const listeners = new Set<() => void>();
  const events: (Intent & { readonly at: Instant })[] = [];
  let stopListening: (() => void) | undefined;
  let state: AgendaState = {
    reader,
    today: civilDay(startedAt, pack.place.timeZone),
    hidden: false,
    notPrivate: occasion.interpreter === 'family',
    opened: [],
    position: { in: 'choosing' },
  };
  let shown: View | undefined;
  for (const event of before.agenda) {
    goOn();
    events.push(event);
    state = afterIntent(pack, state, event);
  }
  goOn();

  /** The topic that is being talked about. */
  function topic(): Session | undefined {
    return state.position.in === 'topic' ? sessions[state.opened.length - 1] : undefined;
  }

  /** Back to the agenda from a topic that is settled, where there is something left on it. */
  function goOn(): void {
    const session = topic();
    if (!session || !mayGoOn(session.state)) return;
    const next = afterTopic(state, session.state, session.log);
    if (!topicsNow(pack, agenda, next).length) return;
    unlisten();
    state = next;
    shown = undefined;
  }

  function view(): View {
    const session = topic();
    if (session) return session.view;
    if (!shown) {
      const seen = agendaView(pack, state, topicsNow(pack, agenda, state));
      shown = preview ? { ...seen, preview } : seen;
    }
    return shown;
  }

  function choose(intent: Intent): void {
    if (!isOnOffer(intent)) {
      const message = `Expected a choice of the current view (${view().kind}), found ${JSON.stringify(intent)}. Send back an intent that the view gave.`;
      throw new EveryContactError('intent-not-offered', intent.type, message);
    }
    if (intent.type === 'topic-chosen') sessions.push(open(intent.script));
    events.push({ at: now(), ...intent });
    state = afterIntent(pack, state, intent);
    shown = undefined;
    listen();
    tell();
  }

  function isOnOffer(intent: Intent): boolean {
    if (intent.type === 'reader-changed') return speaksTo(pack, intent.reader);
    const { common, ...seen } = view();
    const { observe, progress: _, ...fixed } = common;
    const choices: (Choice | undefined)[] = [...Object.values(fixed), ...observe];
    if ('next' in seen) choices.push(seen.next);
    if ('topics' in seen) choices.push(...seen.topics);
    return choices.some((choice) => choice && isSameJson(choice.intent, intent));
  }

  function open(script: string): Session {
    const earlier = sessions.map((session) => session.state);
    const told = contextNow(pack, context, earlier);
    return createSession({ ...options, script, reader: state.reader, contactId, context: told });
  }

  function listen(): void {
    if (listeners.size) stopListening ??= topic()?.subscribe(tell);
  }
  function unlisten(): void {
    stopListening?.();
    stopListening = undefined;
  }
  function tell(): void {
    goOn();
    for (const listener of [...listeners]) listener();
  }

  return {
    contactId,
    occasion,
    agenda,
    get reader() {
      return topic()?.state.reader ?? state.reader;
    },
    get sessions() {
      return [...sessions];
    },
    get log() {
      return { ...before, agenda: [...events], sessions: sessions.map(({ log }) => log) };
    },
    get view() {
      return view();
    },
    send(intent) {
      const session = topic();
      if (!session) choose(intent);
      else session.send(intent);
      // Where nobody listens, nobody else notices that a topic was settled.
      if (!stopListening) goOn();
    },
    subscribe(listener) {
      listeners.add(listener);
      listen();
      return () => {
        listeners.delete(listener);
        if (!listeners.size) unlisten();
      };
    },
    dispose() {
      unlisten();
      listeners.clear();
      for (const session of sessions) session.dispose();
    },
  };
}
