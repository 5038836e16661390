import { EveryContactError } from '@everycontact/core';
import type { Raw } from '../source.js';
import { columnNames, furtherNames } from './column-names.js';
import { valuesIn } from './spreadsheet.js';

const alias = new Map<string, string>([
  ['organisation_id', 'organization_id'],
  ...columnNames.flatMap(({ column, ...names }) =>
    [names.en, names['da-DK'], names.sv, ...('also' in names ? names.also : [])].map((name) => [name, column] as const),
  ),
  ...Object.entries(furtherNames).flatMap(([column, names]) =>
    [column, ...names].map((name) => [name, column] as const),
  ),
]);

/** `Organisation name` and `organization_name` are one column. */
export function columnName(written: string, at: number): string {
  const bare = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return bare === '' ? `column ${at + 1}` : bare;
}

const plainName = (column: string): string => alias.get(column) ?? column;
const heads = new Set<string>(columnNames.flatMap((names) => [names.column, names.en, names['da-DK'], names.sv]));

/**
 * Our own names of the columns of a plain CSV; names of the standards stay as they are. Where several headings say one thing,
 * that of the template counts, else the first; the others stay what they are.
 */
export function plainNames(written: readonly string[]): readonly string[] {
  const ours = written.map(plainName);
  const best = new Map<string, number>();
  const isHead = (at: number) => heads.has(written[at] ?? '');
  for (const [at, name] of ours.entries()) {
    const before = best.get(name);
    if (before === undefined || (isHead(at) && !isHead(before))) best.set(name, at);
  }
  return written.map((column, at) => {
    const name = ours[at] ?? column;
    return best.get(name) === at ? name : column;
  });
}

/** Which heading of a spreadsheet of one's own stands for which of our columns, e.g. `{ 'Tel no': 'phone' }`. */
export type OwnColumns = Readonly<Record<string, string>>;
/** The same, by headings as `columnName` has them. */
export type Headings = ReadonlyMap<string, string>;

const known = new Set(alias.values());

/** Whether a column says something of a service that no other table does. */
export const isOurs = (column: string): boolean => column !== 'id' && column !== 'name' && known.has(column);

/** @throws EveryContactError `columns-invalid` where a heading is to stand for a column there is not */
export function headingsOf(own: OwnColumns = {}): Headings {
  const headings = new Map<string, string>();
  for (const [heading, column] of Object.entries(own)) {
    const ours = plainName(columnName(column, 0));
    if (!known.has(ours)) throw noColumn(heading, column);
    headings.set(columnName(heading, 0), ours);
  }
  return headings;
}

const noColumn = (heading: string, column: string): EveryContactError =>
  new EveryContactError(
    'columns-invalid',
    `columns.${heading}`,
    `The column "${heading}" cannot stand for "${column}": expected one of ${columnNames.map(({ en }) => en).join(', ')}, ${Object.keys(furtherNames).join(', ')}. Choose the one that says the same.`,
  );

const parts = (cell: unknown): readonly string[] => (typeof cell === 'string' ? valuesIn(cell) : []);

const stepFreeCells = new Map([
  ['yes', 'step-free'],
  ['ja', 'step-free'],
  ['no', 'step-free: no'],
  ['nej', 'step-free: no'],
]);

/**
 * A row of a plain CSV as the nested record an API would give, so that one mapping reads both. The cells `topics`,
 * `area_codes`, `languages`, `access`, `delivery` and `who` hold several values, parted by `;`, `,` or `|`.
 */
export function fromPlainRow(row: Raw): Raw {
  const {
    organization,
    organization_id,
    topics,
    phone,
    address,
    postcode,
    town,
    latitude,
    longitude,
    interpreter,
    cost,
    ...rest
  } = row;
  const { area_codes, languages, access, delivery, who, responsible, step_free, ...same } = rest;
  const said = stepFreeCells.get(typeof step_free === 'string' ? step_free.toLowerCase() : '');
  const place = [address, town, postcode, latitude, longitude].some((cell) => cell !== undefined && cell !== '');
  return {
    ...same,
    ...(organization || responsible ? { organization: { id: organization_id, name: organization, responsible } } : {}),
    ...(topics ? { attributes: parts(topics).map((topic) => ({ taxonomy_term: { code: topic, name: topic } })) } : {}),
    ...(phone ? { phones: [{ number: phone }] } : {}),
    ...(area_codes ? { service_areas: parts(area_codes).map((area) => ({ extent: area })) } : {}),
    ...(languages ? { languages: parts(languages).map((language) => ({ name: language })) } : {}),
    ...(interpreter ? { interpretation_services: interpreter } : {}),
    ...(cost ? { fees_description: cost } : {}),
    ...(access ? { attending_access: parts(access).join('; ') } : {}),
    ...(delivery ? { attending_type: parts(delivery).join('; ') } : {}),
    ...(who ? { who: parts(who).join('; ') } : {}),
    ...(place
      ? {
          service_at_locations: [
            {
              location: {
                latitude,
                longitude,
                addresses: [{ address_1: address, city: town, postal_code: postcode }],
                ...(said === undefined ? {} : { accessibility: [{ description: said }] }),
              },
            },
          ],
        }
      : {}),
  };
}
