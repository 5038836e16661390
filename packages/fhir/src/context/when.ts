import { civilDay, isDay, type Day } from '@everycontact/core';
import { recordAt, textAt, type Raw } from './elements.js';

/** The days that a date of the standard can mean: a year alone means any day of it. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** When something was so, as its resource says. */
export interface When extends Days {
  /** As it was written. */
  readonly written: string;
  /** Where it was written to the time of day: to tell the later of two on one day. */
  readonly time?: number;
}

/** Of a `date` or `dateTime`; a time needs its offset, as the standard demands. */
export function daysOf(written: string, timeZone: string): Days | undefined {
  const [, year, month, day, time] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})))?)?)?$/.exec(
      written,
    ) ?? [];
  if (year === undefined) return undefined;
  if (time !== undefined) {
    const instant = Date.parse(written);
    if (Number.isNaN(instant) || !isDay(`${year}-${month ?? ''}-${day ?? ''}`)) return undefined;
    const at = civilDay(new Date(instant).toISOString(), timeZone);
    return { from: at, to: at };
  }
  if (day !== undefined && month !== undefined) return isDay(written) ? { from: written, to: written } : undefined;
  const from = `${year}-${month ?? '01'}-01`;
  if (!isDay(from)) return undefined;
  const after = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  after.setUTCFullYear(Number(year));
  return { from, to: after.toISOString().slice(0, 10) };
}

/** The first of the elements that says when, a period by its end or else its start. */
export function whenIn(raw: Raw, names: readonly string[], timeZone: string): When | undefined {
  for (const name of names) {
    const period = recordAt(raw, name);
    const written = textAt(raw, name) ?? (period && (textAt(period, 'end') ?? textAt(period, 'start')));
    const days = written === undefined ? undefined : daysOf(written, timeZone);
    if (written !== undefined && days)
      return { ...days, written, ...(written.includes('T') && { time: Date.parse(written) }) };
  }
  return undefined;
}

/** Those that may be the last: what is certainly older than another is not, and what has no date may be. */
export function latestOf<Dated extends { readonly when?: When }>(all: readonly Dated[]): readonly Dated[] {
  const whens = all.flatMap(({ when }) => when ?? []);
  const day = whens.reduce((last, { from }) => (from > last ? from : last), '');
  const time = Math.max(...whens.flatMap((when) => when.time ?? []));
  return all.filter(({ when }) => !when || (when.to >= day && (when.time === undefined || when.time >= time)));
}
