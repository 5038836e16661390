/** From when to when on one day, on the wall clock: `09:00`. `closes` before `opens` is after midnight. */
export interface Span {
  readonly opens: string;
  readonly closes: string;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Two times as one opening. Closing before it opens is a night only where it ends by noon and is shorter than 16 hours:
 * "08:30 to 05:30" is a slip for half past five in the afternoon. Midnight as closing time is 24:00.
 *
 * @param opens @param closes `HH:MM`
 */
export function spanOf(opens: string, closes: string): Span | undefined {
  const from = minutes(opens);
  const to = closes === '00:00' && opens !== '00:00' ? 1440 : minutes(closes);
  if (from >= 1440) return undefined;
  if (from < to) return { opens, closes: to === 1440 ? '24:00' : closes };
  const overnight = to <= 720 && to + 1440 - from < 960;
  return overnight ? { opens, closes } : undefined;
}

/** Whether two openings of one day have any minute in common. */
export const overlap = (a: Span, b: Span): boolean => minutes(a.opens) < end(b) && minutes(b.opens) < end(a);

const end = ({ opens, closes }: Span): number => minutes(closes) + (closes <= opens ? 1440 : 0);
