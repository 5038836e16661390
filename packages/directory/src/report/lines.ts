import type { ReadReport, ReportEntry } from './report.js';

const named = 3;
const mostRows = 40;

const whose = ({ index, row, id, name }: ReportEntry): string =>
  [
    index === undefined ? 'the feed' : row === undefined ? `record ${index + 1}` : `row ${row}`,
    name && `"${name}"`,
    id && `(${id})`,
  ]
    .filter(Boolean)
    .join(' ');

/** Where else, in a spreadsheet that somebody mends row by row. */
function otherRows(entries: readonly ReportEntry[]): readonly string[] {
  const rows = [...new Set(entries.flatMap(({ row }) => row ?? []))];
  if (rows.length === 0) return [];
  const more = rows.length > mostRows ? ` and ${rows.length - mostRows} more` : '';
  return [`    and row ${rows.slice(0, mostRows).join(', ')}${more}`];
}

const line = (entry: ReportEntry): string =>
  `  ${whose(entry)}: ${entry.field}, found ${entry.found}; ${entry.did}: ${entry.why}. [${entry.code}]`;

function grouped(entries: readonly ReportEntry[], times: ReadReport['times']): string[] {
  const groups = new Map<string, ReportEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.code);
    if (group === undefined) groups.set(entry.code, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length <= named) return group.map(line);
    const [first] = group as [ReportEntry];
    return [
      `  ${times[first.code] ?? group.length} times, ${first.why}, e.g. [${first.code}]`,
      ...group.slice(0, named).map((entry) => `  ${line(entry)}`),
      ...otherRows(group.slice(named)),
    ];
  });
}

/**
 * The report in plain words for a terminal, one string a line, without colours. More than three repairs of one kind are
 * counted and three of them shown; dropped and merged records are all named.
 */
export function reportLines(report: ReadReport): string[] {
  const { feed, read, kept, repaired, merged, dropped, times, notCarried } = report;
  const codes = [...new Set(repaired.map(({ code }) => code))];
  const repairs = codes.reduce((sum, code) => sum + (times[code] ?? 0), 0);
  const fields = Object.entries(notCarried).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [
    `Feed "${feed}": ${read} read, ${kept} kept, ${merged.length} merged, ${dropped.length} dropped.`,
    ...(dropped.length ? ['Dropped:', ...dropped.map(line)] : []),
    ...(merged.length ? ['Merged:', ...merged.map(line)] : []),
    ...(repaired.length ? [`Repaired or doubtful (${repairs}):`, ...grouped(repaired, times)] : []),
    ...(fields.length
      ? ['Not carried over, and how often:', `  ${fields.map(([field, times]) => `${field} ${times}`).join(', ')}`]
      : []),
  ];
}
