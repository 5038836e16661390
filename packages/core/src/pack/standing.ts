import type { Finding, Pack, ScriptId, Standing, TextKey } from './pack.js';
import type { Day, Instant } from './reader.js';
import { oncePer, oncePerWord } from './once-per.js';
import { isPast } from './text.js';
import { temporal } from '../platform.js';

/** The civil day of an instant at a place, `2026-11-22`. @param timeZone an IANA name, e.g. `Europe/London` */
export function civilDay(at: Instant, timeZone: string): Day {
  // Asking for the minute of an instant is dear; a whole one in UTC has it in its first letters.
  const minute = at[23] === 'Z' ? at.slice(0, 16) : at;
  let last = lastDays.get(timeZone);
  if (last?.minute !== minute) {
    last = { minute, day: dayAt(Date.parse(at), timeZone) };
    lastDays.set(timeZone, last);
  }
  return last.day;
}

/** Where the engine has `Temporal`: the first calendar of a page costs more than all else until its first question. */
function dayAt(time: number, timeZone: string): Day {
  if (!temporal) return calendarOf(timeZone).format(time);
  return temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** A day lasts whole minutes everywhere, and asking a calendar is dear. */
const lastDays = new Map<string, { readonly minute: string; readonly day: Day }>();
/** Swedish writes dates as ISO 8601 does. */
const calendarOf = oncePerWord((timeZone) => new Intl.DateTimeFormat('sv', { timeZone }));

/** What must be said of something's standing on a given day. */
export function noteOn({ standing, reviewBy }: Standing, today: Day): 'draft' | 'past-review' | undefined {
  return standing === 'draft' ? 'draft' : isPast(reviewBy, today) ? 'past-review' : undefined;
}

/**
 * Why a script cannot be offered on a day: a draft without `preview`, or a text ninety days past its review. No step of
 * a proved script vanishes; the whole script waits. Urgent contacts are exempt from both.
 */
export function withheld(pack: Pack, script: ScriptId, today: Day, preview: boolean): readonly Finding[] {
  const judged = lastJudged(pack);
  let last = judged.get(script);
  if (last?.today !== today || last.preview !== preview) {
    last = { today, preview, findings: judge(pack, script, today, preview) };
    judged.set(script, last);
  }
  return last.findings;
}

interface Judged {
  readonly today: Day;
  readonly preview: boolean;
  readonly findings: readonly Finding[];
}
const lastJudged = oncePer((_: Pack) => new Map<ScriptId, Judged>());

function judge(pack: Pack, script: ScriptId, today: Day, preview: boolean): readonly Finding[] {
  return pack.locales.flatMap((locale) =>
    textsOf(pack, script).flatMap((key): Finding[] => {
      const text = pack.texts[locale]?.[key];
      const where = `texts.${locale}.${key}`;
      if (text?.standing === 'draft' && !preview)
        return [
          {
            code: 'content-draft',
            where,
            message: 'expected a reviewed text, found a draft: have it reviewed, or turn preview on',
          },
        ];
      if (text && isPast(text.reviewBy, today, 90))
        return [
          {
            code: 'content-expired',
            where,
            message: `expected a review by ${text.reviewBy}, found none: have it reviewed`,
          },
        ];
      return [];
    }),
  );
}

/** The texts a script can show besides buttons. */
function textsOf(pack: Pack, script: ScriptId): readonly TextKey[] {
  const steps = Object.values(pack.scripts[script]?.steps ?? {});
  return steps.flatMap((step) => {
    const options =
      step.kind === 'ask' && step.answer.type === 'choice' ? step.answer.options.map(({ text }) => text) : [];
    return [step.say, step.prompt, ...options].filter((key) => key !== undefined);
  });
}
