import { fewestStaff, type TallyCell, type TallyField } from '@everycontact/core/record';

/** A tally as a table: cells, and by what they were counted. */
export interface Table {
  readonly by: readonly TallyField[];
  readonly cells: readonly TallyCell[];
  /** The first and last week of what was counted. */
  readonly weeks: readonly [string, string] | undefined;
  readonly atLeast: number;
  /** By id, those of a whole list of services; without a list a service is told by its id. */
  readonly serviceNames?: ReadonlyMap<string, string>;
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
const unsaid = '–';

/** Under a need or a service a contact may be counted more than once: such cells have no sum. */
const hasSum = ({ by }: Table): boolean => !by.includes('need') && !by.includes('service');

/** What a cell is of, in the words of the rows: a service by its name, where a list has one. */
export const saidIn = ({ serviceNames }: Table, field: TallyField, value: string): string =>
  (field === 'service' ? serviceNames?.get(value) : undefined) ?? (value || unsaid);

const mostNamed = 20;

/** Services of the list that are in no cell, not even in one that is withheld. */
function neverToldOf({ by, cells, serviceNames }: Table): readonly string[] {
  if (!serviceNames) return [];
  const toldOf = new Set(cells.map(({ key }) => key[by.indexOf('service')]));
  const names = [...serviceNames].flatMap(([id, name]) => (toldOf.has(id) ? [] : [name])).sort();
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).join('; ') + (more > 0 ? `; and ${more} more` : '');
  return names.length
    ? [
        `Told of in no contact counted here: ${names.length} of the ${serviceNames.size} services in the list: ${shown}.`,
      ]
    : [];
}

/** What stands above a table. */
export function summary(table: Table): string {
  const { weeks } = table;
  const when = !weeks ? '' : weeks[0] === weeks[1] ? `, week ${weeks[0]}` : `, weeks ${weeks[0]} to ${weeks[1]}`;
  const told = table.cells.some(({ contacts }) => contacts === 'withheld') ? ' not withheld' : '';
  return `Contacts${hasSum(table) ? `${told}: ${toldIn(table)}` : ''}${when}`;
}

/** How long the bar of a cell is, where the longest is `longest`; none where it is withheld. */
export function barOf({ cells }: Table, longest: number): (contacts: TallyCell['contacts']) => number {
  const most = Math.max(1, ...cells.map(({ contacts }) => (contacts === 'withheld' ? 0 : contacts)));
  return (contacts) => (contacts === 'withheld' ? 0 : Math.max(1, Math.round((contacts / most) * longest)));
}

/** What has to be said of the cells that are not told, and of staff; nothing where neither is missing. */
export function notes(table: Table): readonly string[] {
  const { cells, by, atLeast } = table;
  const withheld = cells.filter(({ contacts }) => contacts === 'withheld').length;
  const staff = by.includes('setting') && atLeast < fewestStaff ? ` (staff: ${fewestStaff})` : '';
  return [
    ...(withheld
      ? [
          `Withheld: ${withheld} of ${cells.length} cells, each of fewer than ${atLeast} contacts${staff} or one that the sum would tell otherwise.${hasSum(table) ? ' None of them is in the sum.' : ''}`,
        ]
      : []),
    ...(by.includes('setting') ? [] : ['Contacts with staff are counted in a table by setting alone.']),
    ...(hasSum(table) ? [] : ['A contact with several needs or services counts under each of them.']),
    ...neverToldOf(table),
  ];
}
