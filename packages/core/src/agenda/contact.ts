import { resumeSession } from '../contact/resume.js';
import { checkTold } from '../contact/context.js';
import { createSession } from '../contact/session.js';
import { isSameJson } from '../contact/same-json.js';
import type { RunOptions, Session, Talk } from '../contact/talk.js';
import { EveryContactError } from '../error.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Instant, Occasion, Reader } from '../pack/reader.js';
import { civilDay } from '../pack/standing.js';
import { randomId } from '../platform.js';
import { decide, type Decision } from '../prompting/decide.js';
import { emptyHistory, type History } from '../prompting/history.js';
import type { Policy } from '../prompting/policy.js';
import { factsOf } from '../rules/occasion.js';
import type { Intent, SessionEvent } from '../session/event.js';
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

const clock = () => new Date().toISOString();
const noLimits: Policy = { schema: 'everycontact/policy@1', rules: [], longestSnoozeDays: 365 };

/**
 * A contact that may cover several behaviours. The person chooses from the agenda, or the worker raises one; `decide` orders
 * it. Once it was "not private", or where family interprets, nothing sensitive is opened or spoken of.
 *
 * @throws EveryContactError `locale-unknown`, `context-invalid`; `send` throws `intent-not-offered` and changes nothing
 */
export function createContact(options: ContactOptions): Contact {
  const { reader, contactId, newId = randomId, now = clock } = options;
  return runContact(options, {
    schema: 'everycontact/log@1',
    contactId: contactId ?? newId(),
    startedAt: now(),
    reader,
    agenda: [],
    sessions: [],
  });
}

/**
 * Goes on from the log of a contact on the same pack.
 *
 * @throws EveryContactError as `createContact`; `log-newer`, `log-empty` or `log-of-another-pack` for its logs
 */
export function resumeContact(log: ContactLog, options: ResumeOptions): Contact {
  if (log.schema === 'everycontact/log@1') return runContact(options, log);
  const message = `Expected everycontact/log@1, found ${String(log.schema)}. Update @everycontact/core to read this log.`;
  throw new EveryContactError('log-newer', 'log.schema', message);
}

function runContact(options: ResumeOptions, before: ContactLog): Contact {
  const { pack, occasion, context = {}, policy = noLimits, history = emptyHistory, now = clock } = options;
  const { contactId, startedAt, reader } = before;
  const preview = options.preview ?? policy.preview ?? false;
  checkTold(pack, reader, occasion, context);
  const known = { ...factsOf(occasion), ...context, ...options.facts };
  const agenda = decide(pack, { ...policy, preview }, history, known, startedAt, contactId);
  const listeners = new Set<() => void>();
  const sessions = before.sessions.map((log) => resumeSession(log, { ...options, preview }));
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
    return createSession({ ...options, preview, script, reader: state.reader, contactId, context: told });
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
