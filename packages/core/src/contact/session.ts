import type { DirectoryAnswer } from '../directory/directory.js';
import { EveryContactError } from '../error.js';
import { oncePer } from '../pack/once-per.js';
import type { Pack, PackRef } from '../pack/pack.js';
import type { Instant, Reader } from '../pack/reader.js';
import { civilDay, withheld } from '../pack/standing.js';
import { newAborter, randomId, type Aborter } from '../platform.js';
import type { SessionEvent, Started } from '../session/event.js';
import { scriptOf } from '../session/place.js';
import type { Shown } from '../session/shown.js';
import type { Effect, SessionState } from '../session/state.js';
import { speaker } from '../view/speaker.js';
import { screen, withCommon } from '../view/view.js';
import { effectsOf, moved } from './advance.js';
import { isSameJson } from './same-json.js';
import { checkContext, occasionFacts } from './context.js';
import type { RunOptions, Session, SessionOptions } from './talk.js';

/**
 * One conversation, running: the only impure part of core, with clock and ids handed in. What was shown is logged as it
 * was shown; look-ups start with the first subscriber, and their answers come back as events.
 *
 * @throws EveryContactError `script-unknown`, `locale-unknown`, `context-invalid`, `content-draft`, `content-expired`;
 * `send` throws `intent-not-offered` and leaves the session as it was
 */
export function createSession(options: SessionOptions): Session {
  const at = (options.now ?? clock)();
  const started = start(options, at);
  const state = moved(options.pack, undefined, started);
  return runSession(options, [started], state, effectsOf(options.pack, undefined, state, at), at);
}

const clock = () => new Date().toISOString();

type Found =
  | { readonly type: 'services-found'; readonly answer: DirectoryAnswer }
  | { readonly type: 'services-failed'; readonly reason: string };

/** Runs a state on: the way in for `createSession` and `resumeSession`. */
export function runSession(
  { pack, directory, now = clock, preview = false }: RunOptions,
  before: readonly SessionEvent[],
  from: SessionState,
  effects: readonly Effect[],
  at: Instant,
): Session {
  const listeners = new Set<() => void>();
  let waiting = effects;
  let aborter: Aborter | undefined;
  let disposed = false;
  let logged: Shown | undefined;
  for (const event of before) if (event.type === 'shown') logged = event.view;

  /** What cannot be shown does not happen: the state is as it was. */
  function show(state: SessionState, log: SessionEvent[], at: Instant): void {
    const say = speaker(pack, state.reader, state.today);
    const shown = screen(pack, state, say);
    const view = withCommon(pack, state, shown, say);
    session.view = preview ? Object.assign(view, { preview }) : view;
    session.state = state;
    if (shown.kind !== logged?.kind || !isSameJson(shown, logged)) log.push({ at, type: 'shown', view: shown });
    session.log = log;
    logged = shown;
  }

  function happen(event: SessionEvent): void {
    const before = session.state;
    const state = moved(pack, before, event);
    const effects = effectsOf(pack, before, state, event.at);
    show(state, [...session.log, event], event.at);
    if (effects.length) waiting = [...waiting, ...effects];
    run();
    if (listeners.size) for (const listener of [...listeners]) listener();
  }

  function run(): void {
    if (!waiting.length || !listeners.size || disposed) return;
    const effects = waiting;
    waiting = [];
    const { signal } = (aborter ??= newAborter());
    for (const { lookUp, query } of effects) {
      const tell = (news: Found) => {
        if (!disposed) happen({ at: now(), lookUp, ...news });
      };
      void Promise.resolve()
        .then(() => directory.find(query, { signal }))
        .then((answer) => tell({ type: 'services-found', answer: freeze(answer) }))
        .catch((reason: unknown) => tell({ type: 'services-failed', reason: wordsOf(reason) }));
    }
  }

  const session = {
    send: (intent) => happen(Object.assign({ at: now() }, intent)),
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

function start(options: SessionOptions, at: Instant): Started & { readonly at: Instant } {
  const { pack, script: id, reader, occasion, context = {}, contactId, preview = false, newId = randomId } = options;
  const script = scriptOf(pack, id);
  const today = civilDay(at, pack.place.timeZone);
  checkReader(pack, reader);
  checkContext(pack, context);
  const found = withheld(pack, id, today, preview);
  const [first] = found;
  if (first)
    throw new EveryContactError(
      first.code,
      first.where,
      `Script "${id}" waits for "${first.where}" and ${found.length - 1} more: ${first.message}.`,
    );
  return {
    at,
    type: 'started',
    schema: 'everycontact/log@1',
    contactId: contactId ?? newId(),
    recordId: newId(),
    pack: refTo(pack),
    place: pack.place.id,
    script: id,
    behaviour: script.behaviour,
    method: script.method,
    sensitive: pack.behaviours[script.behaviour]?.sensitive ?? false,
    today,
    context: Object.assign({}, occasionFacts(pack, occasion), context),
    reader,
    occasion,
  };
}

const refTo = oncePer(
  ({ id, version, digest, base }: Pack): PackRef => ({
    id,
    version,
    digest,
    ...(base !== undefined && { base }),
  }),
);

/** @throws EveryContactError `locale-unknown` */
export function checkReader(pack: Pack, reader: Reader): void {
  if (pack.locales.includes(reader.locale)) return;
  throw new EveryContactError(
    'locale-unknown',
    'reader.locale',
    `Pack "${pack.id}@${pack.version}" has no language "${reader.locale}"; it has "${pack.locales.join('", "')}". Choose one of them.`,
  );
}

const wordsOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

/** Nobody changes afterwards what was found. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
