import { useCallback, useEffect, useRef, useState } from 'react';
import {
  EveryContactError,
  type Directory,
  type DirectoryAnswer,
  type DirectoryQuery,
  type Instant,
} from '@everycontact/core';

export interface LookUp {
  /** As in a view: still looking, the directory failed, or what it found. `undefined` without a question. */
  readonly services: 'looking' | 'unavailable' | DirectoryAnswer | undefined;
  /** Why the directory failed, in its own words: for a log rather than for a screen. */
  readonly reason?: string;
  /** Asks again. */
  readonly again: () => void;
}

/** What a directory is asked; the clock is read when it is. */
export type DirectoryQuestion = Omit<DirectoryQuery, 'at'>;

export interface DirectoryOptions {
  readonly now?: (() => Instant) | undefined;
}

/**
 * Services for a question without a contact, e.g. for a list beside the record. It asks again whenever the directory or the
 * content of the question changes; an earlier look-up is aborted, and its answer never shown.
 *
 * Nothing is asked while rendering, and so nothing on a server; in strict mode it is asked once.
 *
 * @param directory keep it the same object: another one is asked again. If every render makes another, an error says so and it
 *   is no longer asked. While it is undefined, services are `'looking'`
 * @param query nothing is asked without one
 */
export function useDirectory(
  directory: Directory | undefined,
  query: DirectoryQuestion | undefined,
  { now = clock }: DirectoryOptions = {},
): LookUp {
  // A question is usually a new object at each render.
  const question = query && JSON.stringify(query);
  const [times, setTimes] = useState(0);
  const [found, setFound] = useState<Found>();
  const isOurs = found && found.directory === directory && found.question === question && found.times === times;
  const latest = useRef(now);
  /** Answers in a row that no render used: the question or the directory had changed by then. */
  const unseen = useRef(0);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    latest.current = now;
    if (isOurs) unseen.current = 0;
  });

  useEffect(() => {
    if (!directory || question === undefined || lost) return undefined;
    if (unseen.current >= enough) {
      // Nobody may have thought of the loop: it would go on against somebody's server.
      console.error(madeAnew());
      setLost(true);
      return undefined;
    }
    const aborter = new AbortController();
    const { signal } = aborter;
    const tell = (answer: Pick<LookUp, 'services' | 'reason'>) => {
      if (signal.aborted) return;
      setFound({ directory, question, times, answer });
      unseen.current += 1;
    };
    const ask = async () => {
      // Strict mode takes an effect back at once: whoever is still there after that asks.
      await Promise.resolve();
      if (signal.aborted) return;
      const asked = { ...(JSON.parse(question) as DirectoryQuestion), at: latest.current() };
      tell({ services: await directory.find(asked, { signal }) });
    };
    ask().catch((error: unknown) =>
      tell({ services: 'unavailable', reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => aborter.abort();
  }, [directory, question, times, lost]);

  const again = useCallback(() => {
    unseen.current = 0;
    setLost(false);
    setTimes((before) => before + 1);
  }, []);
  if (lost) return { services: 'unavailable', reason: madeAnew().message, again };
  if (isOurs) return { ...found.answer, again };
  return { services: question === undefined ? undefined : 'looking', again };
}

/** An answer with the question it belongs to. */
interface Found {
  readonly directory: Directory;
  readonly question: string;
  readonly times: number;
  readonly answer: Pick<LookUp, 'services' | 'reason'>;
}

/** As often as nobody's answers come late by chance. */
const enough = 5;

const madeAnew = () =>
  new EveryContactError(
    'directory-anew',
    'useDirectory',
    `useDirectory: expected the same directory and question from one render to the next, found another with each of ${enough} answers. Make the directory once: outside the component, or with useMemo.`,
  );

const clock = () => new Date().toISOString();
