import { helpLines } from '../pack/help-lines.js';
import type { Pack, SourceId, Standing } from '../pack/pack.js';
import type { Day } from '../pack/reader.js';
import { isPast } from '../pack/text.js';
import type { Note } from './report.js';
import { textsUsed } from './texts-used.js';

/** Sources and lines that are not there, what is past its review, and - for a release - what nobody has approved. */
export function standingFindings(pack: Pack, on: Day, release: boolean, note: Note): void {
  for (const [where, source] of sourcesNamed(pack))
    if (!Object.hasOwn(pack.sources, source))
      note(
        'source-missing',
        where,
        `expected a source of this pack, found "${source}": name where this stands, or take the advice out`,
      );
  for (const [id, { national }] of Object.entries(pack.needs))
    if (national.length === 0)
      note(
        'need-without-line',
        `needs.${id}.national`,
        'expected a line for when no local service fits, found none: say in words where to turn, and never guess a number',
      );
  for (const [where, { standing, checkedOn, reviewBy }] of standingsOf(pack)) {
    if (checkedOn > on)
      note(
        'checked-later',
        where,
        `expected a day that has been, found "${checkedOn}" on ${on}: write when it was checked`,
        {
          severity: 'warning',
        },
      );
    const most = /^(sources|place|instruments)\./.test(where) ? aYear : halfAYear;
    if (Date.parse(reviewBy) - Date.parse(checkedOn) > most * 86_400_000)
      note(
        'review-far',
        where,
        `expected a review within ${most} days of ${checkedOn}, found "${reviewBy}": set an earlier day, or somebody reads it too late`,
        { severity: 'warning' },
      );
    if (isPast(reviewBy, on))
      note(
        'past-review',
        where,
        `expected a review by ${reviewBy}, found none on ${on}: have it reviewed and set a new date`,
      );
    if (release && standing === 'draft')
      note('not-approved', where, 'expected it to be approved, found a draft: a release holds none; have it reviewed');
  }
  if (release && !pack.safeguarding)
    note(
      'not-approved',
      'safeguarding',
      'expected whom a worker turns to about safeguarding, found none: an adaptation names the contact',
    );
}

/** Days, with those of a leap year and of the longest half of a year. */
const aYear = 366;
const halfAYear = 184;

function sourcesNamed(pack: Pack): readonly (readonly [string, SourceId])[] {
  const steps = Object.entries(pack.scripts).flatMap(([id, script]) =>
    Object.entries(script.steps).flatMap(([name, step]) =>
      step.kind === 'advise' ? [[`scripts.${id}.steps.${name}.source`, step.source] as const] : [],
    ),
  );
  const sets = [
    ...Object.entries(pack.instruments).map(([id, { bands }]) => [`instruments.${id}.bands`, bands] as const),
    ...pack.measures.map(({ of, bands }) => [`measures.${of}.bands`, bands] as const),
  ].flatMap(([where, found]) => found.flatMap(({ bands }) => bands.map((band) => [where, band.source] as const)));
  return [
    ...steps,
    ...sets,
    ...pack.measures.map(({ of, source }) => [`measures.${of}.source`, source] as const),
    ...Object.entries(pack.flags).map(([id, { source }]) => [`flags.${id}.source`, source] as const),
    ...pack.signposting.map(({ id, source }) => [`signposting.${id}.source`, source] as const),
    ...Object.entries(pack.place.facts).map(([id, { source }]) => [`place.facts.${id}.source`, source] as const),
    ...helpLines(pack).map(({ where, line }) => [`${where}.source`, line.source] as const),
  ];
}

function standingsOf(pack: Pack): readonly (readonly [string, Standing])[] {
  const used = [...new Set(textsUsed(pack).map(({ key }) => key))];
  return [
    ...pack.locales.flatMap((locale) =>
      used.flatMap((key) => {
        const text = pack.texts[locale]?.[key];
        return text ? [[`texts.${locale}.${key}`, text] as const] : [];
      }),
    ),
    ...Object.entries(pack.sources).map(([id, source]) => [`sources.${id}`, source] as const),
    ...Object.entries(pack.place.facts).map(([id, fact]) => [`place.facts.${id}`, fact] as const),
    ...Object.entries(pack.instruments).map(([id, instrument]) => [`instruments.${id}`, instrument] as const),
    ...helpLines(pack).map(({ where, line }) => [where, line] as const),
  ];
}
