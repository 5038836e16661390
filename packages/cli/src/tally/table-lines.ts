import { barOf, notes, saidIn, summary, type Table } from './table.js';

const longestBar = 30;

/** A table for a terminal: a line for each cell, with a bar. */
export function tableLines(table: Table): readonly string[] {
  const { by, cells } = table;
  const length = barOf(table, longestBar);
  const rows = cells.map(({ key, contacts }) => [
    ...by.map((field, at) => saidIn(table, field, key[at] ?? '')),
    String(contacts),
  ]);
  const head = [...by, 'contacts'];
  const widths = head.map((name, at) =>
    Math.max(...[name, ...rows.map((row) => row[at] ?? '')].map(({ length }) => length)),
  );
  const last = head.length - 1;
  const line = (row: readonly string[]) =>
    row.map((value, at) => (at === last ? value.padStart(widths[at] ?? 0) : value.padEnd(widths[at] ?? 0))).join('  ');
  return [
    summary(table),
    ...(cells.length
      ? [
          '',
          line(head),
          ...cells.map(({ contacts }, at) => `${line(rows[at] ?? [])}  ${'█'.repeat(length(contacts))}`.trimEnd()),
        ]
      : []),
    '',
    ...notes(table),
  ];
}
