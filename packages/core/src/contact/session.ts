import type { DirectoryAnswer } from '../directory/directory.js';
import { EveryContactError } from '../error.js';
import type { Pack } from '../pack/pack.js';
import type { Instant, Reader } from '../pack/reader.js';
import { civilDay, withheld } from '../pack/standing.js';
import { newAborter, randomId, type Aborter } from '../platform.js';
import type { SessionEvent, Started } from '../session/event.js';
import { scriptOf } from '../session/place.js';
import type { View } from '../session/shown.js';
import type { Effect, SessionState } from '../session/state.js';
import { speaker } from '../view/speaker.js';
import { screen, withCommon } from '../view/view.js';
import { advance } from './advance.js';
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
  const started: SessionEvent = { at, ...start(options, at) };
  const { state, effects } = advance(options.pack, undefined, started);
  return runSession(options, [started], state, effects, at);
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
  const log = [...before];
  let handedOut: readonly SessionEvent[] | undefined;
  let waiting = effects;
  let aborter: Aborter | undefined;
  let disposed = false;
  let state = from;
  let logged = before.flatMap((event) => (event.type === 'shown' ? [event.view] : [])).at(-1);
  let shown: View;
  show(from, at);

  /** What cannot be shown does not happen: the state is as it was. */
  function show(next: SessionState, at: Instant, event?: SessionEvent): void {
    const say = speaker(pack, next.reader, next.today);
    const seen = screen(pack, next, say);
    const whole = withCommon(pack, next, seen, say);
    shown = preview ? Object.assign(whole, { preview }) : whole;
    state = next;
    if (event) log.push(event);
    if (!isSameJson(seen, logged)) log.push({ at, type: 'shown', view: seen });
    logged = seen;
    handedOut = undefined;
  }

  function happen(event: SessionEvent): void {
    const move = advance(pack, state, event);
    show(move.state, event.at, event);
    if (move.effects.length) waiting = [...waiting, ...move.effects];
    run();
    for (const listener of [...listeners]) listener();
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

  return {
    get view() {
      return shown;
    },
    get state() {
      return state;
    },
    get log() {
      return (handedOut ??= [...log]);
    },
    send: (intent) => happen({ at: now(), ...intent }),
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
  };
}

function start(options: SessionOptions, at: string): Started {
  const { pack, script: id, reader, occasion, context = {}, contactId, preview = false, newId = randomId } = options;
  const script = scriptOf(pack, id);
  const today = civilDay(at, pack.place.timeZone);
  checkReader(pack, reader);
  checkContext(pack, context);
  const [first, ...more] = withheld(pack, id, today, preview);
  if (first)
    throw new EveryContactError(
      first.code,
      first.where,
      `Script "${id}" waits for "${first.where}" and ${more.length} more: ${first.message}.`,
    );
  const { id: packId, version, digest, base } = pack;
  return {
    type: 'started',
    schema: 'everycontact/log@1',
    contactId: contactId ?? newId(),
    recordId: newId(),
    pack: { id: packId, version, digest, ...(base !== undefined && { base }) },
    place: pack.place.id,
    script: id,
    behaviour: script.behaviour,
    method: script.method,
    sensitive: pack.behaviours[script.behaviour]?.sensitive ?? false,
    today,
    context: { ...occasionFacts(pack, occasion), ...context },
    reader,
    occasion,
  };
}

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
