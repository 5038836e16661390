import type { TallyCell, TallyField } from '@everycontact/core/record';

/** A tally as a table: cells, and by what they were counted. */
export interface Table {
  readonly by: readonly TallyField[];
  readonly cells: readonly TallyCell[];
  /** The first and last week of what was counted. */
  readonly weeks: readonly [string, string] | undefined;
  readonly atLeast: number;
}

/** The contacts in cells that are told; what is withheld is in no sum. */
const toldIn = ({ cells }: Table): number =>
  cells.reduce((sum, { contacts }) => sum + (contacts === 'withheld' ? 0 : contacts), 0);

export const headings: Readonly<Record<TallyField, string>> = {
  week: 'Week',
  unit: 'Unit',
  roleGroup: 'Role group',
  setting: 'Setting',
  behaviour: 'Behaviour',
  method: 'Method',
  outcome: 'Outcome',
  need: 'Need',
  service: 'Service',
};

/** What nobody said: no unit, nothing signposted. */
export const unsaid = '–';

/** What stands above a table. */
export function summary(table: Table): string {
  const { weeks } = table;
  const when = !weeks ? '' : weeks[0] === weeks[1] ? `, week ${weeks[0]}` : `, weeks ${weeks[0]} to ${weeks[1]}`;
  return `Contacts: ${toldIn(table)}${when}`;
}

/** What has to be said of the cells that are not told, and of staff; nothing where neither is missing. */
export function notes({ cells, by, atLeast }: Table): readonly string[] {
  const withheld = cells.filter(({ contacts }) => contacts === 'withheld').length;
  const staff = by.includes('setting') && atLeast < 10 ? ' (staff: 10)' : '';
  return [
    ...(withheld
      ? [
          `Withheld: ${withheld} of ${cells.length} cells, each of fewer than ${atLeast} contacts${staff} or one that the sum would tell otherwise. None of them is in the sum.`,
        ]
      : []),
    ...(by.includes('setting') ? [] : ['Contacts with staff are counted in a table by setting alone.']),
    ...(by.includes('need') || by.includes('service')
      ? ['A contact with several needs or services counts under each of them.']
      : []),
  ];
}
