import { useCallback, useEffect, useRef, useState } from 'react';
import type { Directory, DirectoryAnswer, DirectoryQuery, Instant } from '@everycontact/core';

export interface LookUp {
  /** As in a view: still looking, the directory failed, or what it found. Nothing while there is no question. */
  readonly services: 'looking' | 'unavailable' | DirectoryAnswer | undefined;
  /** Why the directory failed, in its own words: for a log rather than for a screen. */
  readonly reason?: string;
  /** Asks once more. */
  readonly again: () => void;
}

/** What a directory is asked; the clock is read when it is. */
export type DirectoryQuestion = Omit<DirectoryQuery, 'at'>;

export interface DirectoryOptions {
  readonly now?: (() => Instant) | undefined;
}

/**
 * Services for a question that is no contact, e.g. a list beside the record. It looks up again whenever the directory or the
 * content of the question changes; what belongs to another question is stopped, and never shown.
 *
 * Nothing is asked while rendering, and so nothing on a server; in strict mode it is asked once.
 *
 * @param directory keep it the same object: another one is asked anew. While your page has none yet, it is being looked for
 * @param query nothing is asked without one
 */
export function useDirectory(
  directory: Directory | undefined,
  query: DirectoryQuestion | undefined,
  { now = clock }: DirectoryOptions = {},
): LookUp {
  // Questions are written where they are used, as a new object at each drawing.
  const question = query && JSON.stringify(query);
  const [times, setTimes] = useState(0);
  const [found, setFound] = useState<Found>();
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });

  useEffect(() => {
    if (!directory || question === undefined) return undefined;
    const aborter = new AbortController();
    const { signal } = aborter;
    const tell = (answer: Pick<LookUp, 'services' | 'reason'>) => {
      if (!signal.aborted) setFound({ directory, question, times, answer });
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
  }, [directory, question, times]);

  const again = useCallback(() => setTimes((before) => before + 1), []);
  const isOurs = found && found.directory === directory && found.question === question && found.times === times;
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

const clock = () => new Date().toISOString();
