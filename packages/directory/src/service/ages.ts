import type { Notes, Source } from '../source.js';

const noLimit = 120;

/** Youngest and oldest, each of them or both left out. */
interface Ages {
  readonly from?: number;
  readonly to?: number;
}

/** What a cell may say, each with what its numbers mean. "Over 60" may begin at 61; "over 60s" is how 60+ is said. */
const cells: readonly (readonly [says: RegExp, means: (...numbers: readonly number[]) => Ages])[] = [
  [/^(?:any|all(?: ages)?|alle(?: aldre)?|alla(?: åldrar)?)$/, () => ({})],
  [
    /^(\d{1,3})\s*(?:\+|plus|(?:and|or) (?:over|above|older)|og (?:op|opefter|ældre)|och (?:uppåt|äldre))$/,
    (from = 0) => ({ from }),
  ],
  [/^(?:from|fra|från) (\d{1,3})$/, (from = 0) => ({ from })],
  [/^over (\d{1,3})s$/, (from = 0) => ({ from })],
  [/^(?:up to|op til|upp till) (\d{1,3})$/, (to = 0) => ({ to })],
  [/^under (\d{1,3})s?$/, (below = 0) => ({ to: below - 1 })],
  [/^(\d{1,3})\s*(?:-|–|to|til|till)\s*(\d{1,3})$/, (from = 0, to = 0) => ({ from, to })],
];

/** As everywhere, 0 and 120 are ways to say that there is no limit. */
const within = ({ from = 0, to = noLimit }: Ages): Ages => ({
  ...(from > 0 && from < noLimit && { from }),
  ...(to > 0 && to < noLimit && { to }),
});

/** The ages of one cell: `18+`, `11-17`, `under 25s`; nothing where it says something else. */
function agesIn(cell: string): Ages | undefined {
  const bare = cell
    .toLowerCase()
    .replaceAll(/(?<=[\d+])\s*(?:years?(?: olds?)?|yrs?|år)(?!\p{L})/gu, '')
    .replace(/^age[sd]? (?=.*\d)/, '');
  for (const [says, means] of cells) {
    const found = says.exec(bare);
    if (found) return within(means(...found.slice(1).map(Number)));
  }
  return undefined;
}

/**
 * Youngest and oldest age in years, part years allowed. Ages in prose are not read: a wrong guess would turn people away.
 * Open Referral UK 1.0 keeps them in `eligibilitys`, a spreadsheet often in one cell, `18+`.
 */
export function readAges(
  service: Source,
  notes: Notes,
): { readonly minimumAge?: number; readonly maximumAge?: number } {
  const older = service.list('eligibilitys', 'eligibility')[0];
  const cell = service.line('ages');
  const both = cell === undefined ? {} : agesIn(cell);
  if (both === undefined) notes.repaired('ages-unclear', service.at('ages'), cell);
  const from = age(service, older, 'minimum_age', notes) ?? both?.from;
  const to = age(service, older, 'maximum_age', notes) ?? both?.to;
  if (from !== undefined && to !== undefined && from > to) {
    notes.repaired('ages-crossed', service.at('minimum_age'), `${from} to ${to}`);
    return {};
  }
  return { ...(from === undefined ? {} : { minimumAge: from }), ...(to === undefined ? {} : { maximumAge: to }) };
}

function age(
  service: Source,
  older: Source | undefined,
  name: 'minimum_age' | 'maximum_age',
  notes: Notes,
): number | undefined {
  const years = service.number(name) ?? older?.number(name);
  if (years === undefined) return undefined;
  const none = name === 'minimum_age' ? years === 0 : years >= noLimit;
  if (!none && years > 0 && years < noLimit) return years;
  notes.repaired(none ? 'age-no-limit' : 'age-dropped', service.at(name), years);
  return undefined;
}
