import { EveryContactError, type Day, type Directory, type Instant, type Service } from '@everycontact/core';
import { match } from '@everycontact/core/directory';
import { defaultTopics, type TopicMap } from '../needs.js';
import type { ReadReport } from '../report/report.js';
import { stopped, type Asking } from './ask.js';
import { defaultLimits, platformClock, type Clock, type Fetch, type RemoteLimits } from './fetch.js';

export interface RemoteOptions {
  /** The address of the API; http or https. */
  readonly url: string;
  readonly fetch: Fetch;
  /** What the directory is called; its address by default. */
  readonly name?: string;
  readonly licence?: string;
  readonly attribution?: string;
  /** Instead of `defaultTopics`. */
  readonly topics?: TopicMap;
  /** After this a look-up has the list read anew, and answers from the old one meanwhile; a day by default. */
  readonly refreshAfterMinutes?: number;
  /** After a failure the server is left alone for so long; five minutes by default. */
  readonly restMinutes?: number;
  /** What the organisation itself knows of the services, e.g. by `applyOverlay`; `today` is the day of the reading. */
  readonly adjust?: (services: readonly Service[], today: Day) => readonly Service[];
  /** A list that was read earlier and kept by the host. */
  readonly kept?: Pick<RemoteReading, 'services' | 'asOf'>;
  /** Told of every reading, and of every failure, also of those nobody waits for. */
  readonly onRefresh?: (outcome: RemoteReading | EveryContactError) => void;
  readonly limits?: Partial<RemoteLimits>;
  readonly clock?: Partial<Clock>;
}

/** A whole list as it was read. */
export interface RemoteReading {
  readonly services: readonly Service[];
  /** When the reading began. */
  readonly asOf: Instant;
  /** What became of every record; nothing to tell of an empty list. */
  readonly report?: ReadReport;
  readonly pages: number;
  /** How many services the server says it has. */
  readonly told?: number;
  /** Services of which only the short form could be had: their places and topics are unknown. */
  readonly short: number;
}

export interface RemoteDirectory extends Directory {
  /** Reads the list anew. @throws EveryContactError as `remoteDirectory` tells; the last good list stays */
  refresh(options?: { readonly signal?: Leave }): Promise<RemoteReading>;
}
type Leave = NonNullable<NonNullable<Parameters<Directory['find']>[1]>['signal']>;

/** What the reader of one kind of server is told. */
export interface RemoteGiven {
  readonly base: URL;
  readonly asking: Asking;
  readonly topics: TopicMap;
  /** To be put into each service as it is. */
  readonly provenance: Service['provenance'];
}
/** Reads the whole list of one kind of server: the same requests whoever is there. */
export type ReadList = (given: RemoteGiven, signal: AbortSignal) => Promise<Omit<RemoteReading, 'asOf'>>;

/**
 * A server's whole list as a directory. Nothing about a person or a need is asked, and no cookie leaves, so the server never
 * learns that somebody is in a conversation; every question is answered here, by core's `match`. The first look-up waits for the list;
 * later ones never do: an old list answers, with its own `asOf`, while a new one is read. A server that fails, or whose list is suddenly
 * empty, does not take the last good list away.
 *
 * @param path what may stand at the end of the address and is put there by `readList`
 * @throws EveryContactError `remote-address`; from a look-up without a list, and from `refresh`, what `readList` throws and `remote-empty`,
 *   `remote-stopped`
 */
export function remoteDirectory(options: RemoteOptions, path: string, readList: ReadList): RemoteDirectory {
  const { url, fetch, refreshAfterMinutes = 1_440, restMinutes = 5, onRefresh } = options;
  const { licence, attribution, topics = defaultTopics } = options;
  const base = addressOf(url, path);
  const name = options.name ?? `${base.host}${base.pathname}`;
  const clock: Clock = { ...platformClock, ...options.clock };
  const asking = { fetch, clock, limits: { ...defaultLimits, ...options.limits } };
  let list = options.kept;
  let failed: { readonly at: Instant; readonly error: EveryContactError } | undefined;
  let running: Running | undefined;

  const read = async (signal: AbortSignal): Promise<RemoteReading> => {
    const fetchedAt = clock.now();
    const provenance = { feed: name, ...(licence && { licence }), ...(attribution && { attribution }), fetchedAt };
    const reading = await readList({ base, asking, topics, provenance }, signal);
    if (reading.services.length === 0 && list && list.services.length > 0) throw empty(name);
    const services = options.adjust?.(reading.services, fetchedAt.slice(0, 10)) ?? reading.services;
    return { ...reading, services, asOf: fetchedAt };
  };

  const start = (): Running => {
    const controller = new AbortController();
    const reading = read(controller.signal).then(
      (done) => {
        list = done;
        failed = undefined;
        onRefresh?.(done);
        return done;
      },
      (reason: unknown) => {
        const error = reason instanceof EveryContactError ? reason : unexpected(name, reason);
        if (error.code !== 'remote-stopped') {
          failed = { at: clock.now(), error };
          onRefresh?.(error);
        }
        throw error;
      },
    );
    const begun: Running = { reading, controller, waiting: 0 };
    const over = () => {
      if (running === begun) running = undefined;
    };
    reading.then(over, over);
    return begun;
  };

  /** Waits for the reading that is under way, or begins one; it ends when nobody waits any more. */
  const join = (signal?: Leave): Promise<RemoteReading> => {
    if (signal?.aborted) return Promise.reject(stopped(name));
    const joined = (running ??= start());
    joined.waiting += 1;
    return new Promise((resolve, reject) => {
      joined.reading.then(resolve, reject);
      signal?.addEventListener('abort', () => {
        reject(stopped(name));
        joined.waiting -= 1;
        if (joined.waiting > 0) return;
        joined.controller.abort();
        if (running === joined) running = undefined;
      });
    });
  };

  const minutesSince = (then: Instant) => (Date.parse(clock.now()) - Date.parse(then)) / 60_000;
  const resting = () => (failed && minutesSince(failed.at) < restMinutes ? failed.error : undefined);

  return {
    name,
    async find(query, { signal } = {}) {
      if (signal?.aborted) throw stopped(name);
      const error = resting();
      if (!list && error) throw error;
      if (list && !error && !running && minutesSince(list.asOf) >= refreshAfterMinutes) join().catch(() => undefined);
      const { services, asOf } = list ?? (await join(signal));
      return match(services, query, asOf);
    },
    refresh: ({ signal } = {}) => join(signal),
  };
}

interface Running {
  readonly reading: Promise<RemoteReading>;
  readonly controller: AbortController;
  waiting: number;
}

function addressOf(written: string, path: string): URL {
  const wrong = (found: string) =>
    new EveryContactError(
      'remote-address',
      'url',
      `"url" must be the http or https address of an API, such as https://example.org/api, without a user name in it, found ${found}.`,
    );
  if (!URL.canParse(written)) throw wrong(`"${written.slice(0, 80)}"`);
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol)) throw wrong(`one that begins with "${url.protocol}"`);
  if (url.username || url.password) throw wrong('one with a user name');
  url.hash = '';
  url.pathname = url.pathname.replace(/\/$/, '');
  if (url.pathname.endsWith(`/${path}`)) url.pathname = url.pathname.slice(0, -path.length - 1);
  return url;
}

const empty = (name: string): EveryContactError =>
  new EveryContactError(
    'remote-empty',
    name,
    `The list of "${name}" is suddenly empty: services were expected, as there were before. The last good list stays in use; ask who runs the server.`,
  );

/** What no list should bring about, e.g. a fault of the `fetch` that was handed in. */
const unexpected = (name: string, reason: unknown): EveryContactError =>
  new EveryContactError(
    'remote-unreachable',
    name,
    `The list of "${name}" could not be read: ${reason instanceof Error ? reason.message.slice(0, 200) : 'no reason was given'}.`,
  );
