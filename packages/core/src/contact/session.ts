import type { DirectoryAnswer } from '../directory/directory.js';
import { EveryContactError } from '../error.js';
import { oncePer } from '../pack/once-per.js';
import type { Pack, PackRef, ScriptId } from '../pack/pack.js';
import type { Day, Instant } from '../pack/reader.js';
import { civilDay, withheld } from '../pack/standing.js';
import { clock, newAborter, randomId, type Aborter } from '../platform.js';
import type { SessionEvent } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import { begin } from '../session/follow.js';
import { scriptOf } from '../session/place.js';
import type { Effect } from '../session/state.js';
import { effectsOf } from './advance.js';
import { frozen } from './frozen.js';
import { checkTold, occasionFacts } from './context.js';
import { known, onward, opening, type Beginning, type Known, type Opening } from './known.js';
import type { RunOptions, Session, SessionOptions } from './talk.js';

/**
 * Starts a conversation and keeps it running: the only impure part of core; the clock and the ids can be given. What was
 * shown is logged as it was shown. Look-ups start with the first subscriber; their answers come back as events.
 *
 * @throws EveryContactError `script-unknown`, `locale-unknown`, `context-invalid`, `content-draft`, `content-expired`;
 * `send` throws `intent-not-offered` and leaves the session as it was
 */
export function createSession(options: SessionOptions): Session {
  const { pack, contactId, newId = randomId } = options;
  const at = (options.now ?? clock)();
  const { beginning, known } = begun(options, civilDay(at, pack.place.timeZone));
  const started = startedAt(beginning, at, contactId ?? newId(), newId());
  return runSession(options, [started], known, () => effectsOf(pack, undefined, known.state, at), at);
}

type Found =
  | { readonly type: 'services-found'; readonly answer: DirectoryAnswer }
  | { readonly type: 'services-failed'; readonly reason: string };

/** Look-ups that wait for somebody who listens; until then nobody needs their queries. */
type Owed = () => readonly Effect[];

/** Runs a state on: the way in for `createSession` and `resumeSession`. */
export function runSession(
  { pack, directory, now = clock }: RunOptions,
  before: readonly SessionEvent[],
  from: Known,
  owed: Owed,
  at: Instant,
): Session {
  const listeners = new Set<() => void>();
  let waiting: readonly Owed[] = [owed];
  let aborter: Aborter | undefined;
  let disposed = false;
  let here = from;

  function happen(event: SessionEvent, intent?: Intent): void {
    const next = onward(pack, here, event, intent);
    const before = here.state;
    show(next, [...session.log, event], event.at);
    if (next.state.lookUps !== before.lookUps)
      waiting = [...waiting, () => effectsOf(pack, before, next.state, event.at)];
    run();
    if (listeners.size) for (const listener of [...listeners]) listener();
  }

  function show(next: Known, log: SessionEvent[], at: Instant): void {
    const { state, view, shown, isNews } = (here = next);
    session.state = state;
    session.view = view;
    if (isNews) log.push({ at, type: 'shown', view: shown });
    session.log = log;
  }

  function run(): void {
    if (!waiting.length || !listeners.size || disposed) return;
    const effects = waiting.flatMap((owed) => owed());
    waiting = [];
    if (!effects.length) return;
    const { signal } = (aborter ??= newAborter());
    for (const { lookUp, query } of effects) {
      const tell = (news: Found) => {
        if (!disposed) happen({ at: now(), lookUp, ...news });
      };
      void Promise.resolve()
        .then(() => directory.find(query, { signal }))
        .then((answer) => tell({ type: 'services-found', answer: frozen(answer) }))
        .catch((reason: unknown) => tell({ type: 'services-failed', reason: wordsOf(reason) }));
    }
  }

  const session = {
    send: (intent) => happen(Object.assign({ at: now() }, intent), intent),
    subscribe(listener) {
      listeners.add(listener);
      run();
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      aborter?.abort();
      listeners.clear();
    },
  } as Pick<Session, 'send' | 'subscribe' | 'dispose'> as { -readonly [Name in keyof Session]: Session[Name] };
  show(from, [...before], at);
  return session;
}

/** Field by field: V8 makes a spread or an assignment of so many fields ten times slower. */
function startedAt(kept: Beginning, at: Instant, contactId: string, recordId: string): SessionEvent {
  return {
    at,
    type: kept.type,
    schema: kept.schema,
    contactId,
    recordId,
    pack: kept.pack,
    place: kept.place,
    script: kept.script,
    behaviour: kept.behaviour,
    method: kept.method,
    sensitive: kept.sensitive,
    today: kept.today,
    context: kept.context,
    reader: kept.reader,
    occasion: kept.occasion,
  };
}

/** The start of a contact without its ids, judged and put into words when a pack first meets it. */
function begun(options: SessionOptions, today: Day): Opening {
  const { pack, script, preview = false } = options;
  const told = [options.reader, options.occasion, options.context ?? {}] as const;
  const key = options.occasion.near ? undefined : JSON.stringify([script, today, preview, told]);
  return opening(pack, key, (room) => {
    // What is kept is ours: a host may change its own later. What it calls null it does not know.
    const [reader, occasion, context] = JSON.parse(JSON.stringify(told), orAbsent) as typeof told;
    const { behaviour, method } = scriptOf(pack, script);
    checkTold(pack, reader, occasion, context);
    checkStanding(pack, script, today, preview);
    const beginning: Beginning = {
      type: 'started',
      schema: 'everycontact/log@1',
      pack: refTo(pack),
      place: pack.place.id,
      script,
      behaviour,
      method,
      sensitive: pack.behaviours[behaviour]?.sensitive ?? false,
      today,
      context: Object.assign({}, occasionFacts(pack, occasion), context),
      reader,
      occasion,
    };
    return { beginning, known: known(pack, begin(pack, beginning), preview, undefined, room) };
  });
}

const orAbsent = (_: string, value: unknown) => value ?? undefined;

/** @throws EveryContactError `content-draft`, `content-expired` */
function checkStanding(pack: Pack, script: ScriptId, today: Day, preview: boolean): void {
  const [first, ...more] = withheld(pack, script, today, preview);
  if (!first) return;
  const message = `Script "${script}" waits for "${first.where}" and ${more.length} more: ${first.message}.`;
  throw new EveryContactError(first.code, first.where, message);
}

const refTo = oncePer(
  ({ id, version, digest, base }: Pack): PackRef => ({
    id,
    version,
    digest,
    ...(base !== undefined && { base }),
  }),
);

const wordsOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));
