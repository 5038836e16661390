import { findText, type Locale, type Pack } from '@everycontact/core';
import type { TallyField } from '@everycontact/core/record';
import { escaped, htmlPage, pageStyle } from '../html-page.js';
import { barOf, headings, notes, saidIn, summary, type Table } from './table.js';

const widest = 240;
const listed = new Intl.ListFormat('en-GB');

/**
 * A table as a page of its own, to be opened, printed or sent: no script, nothing loaded, each bar drawn.
 *
 * @param pack whose words are shown for behaviours, methods, outcomes and needs, where it has them
 */
export function tablePage(table: Table, pack: Pack, locale: Locale): string {
  const { by, cells } = table;
  const length = barOf(table, widest);
  const title = `Contacts${by.length ? ` by ${listed.format(by.map((field) => headings[field].toLowerCase()))}` : ''}`;
  const named = (field: TallyField, value: string) => {
    const key = textOf(pack, field, value);
    return key === undefined
      ? escaped(saidIn(table, field, value))
      : `<span lang="${escaped(locale)}">${escaped(findText(pack, { locale, audience: 'worker' }, key).text)}</span>`;
  };
  const rows = cells.map(({ key, contacts }, at) => {
    const names = by.map((field, nth) => `<th scope="row">${named(field, key[nth] ?? '')}</th>`).join('');
    const width = length(contacts);
    const bar = `<svg width="${widest}" height="16" aria-hidden="true"><rect width="${width}" height="16"/></svg>`;
    const begins = by.length > 1 && at > 0 && key[0] !== cells[at - 1]?.key[0];
    return `<tr${begins ? ' class="begins"' : ''}>${names}<td>${contacts}</td><td class="bar">${width ? bar : ''}</td></tr>`;
  });
  const heads = [...by.map((field) => headings[field]), 'Contacts'].map((name) => `<th scope="col">${name}</th>`);
  return htmlPage(
    title,
    `<style>${pageStyle}${style}</style>`,
    `<h1>${title}</h1>
<p>${escaped(summary(table))}</p>
<div class="wide" role="region" aria-label="${title}" tabindex="0">
<table>
<thead><tr>${heads.join('')}<td class="bar"></td></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
${notes(table)
  .map((note) => `<p>${escaped(note)}</p>`)
  .join('\n')}`,
  );
}

const style = `
.wide { overflow-x: auto; margin-block: 1.5em; }
table { border-collapse: collapse; }
th, td { padding: 0.3em 1em 0.3em 0; text-align: start; vertical-align: middle; border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent); }
tbody th { font-weight: 400; }
.begins > * { border-block-start: 2px solid color-mix(in srgb, currentcolor 50%, transparent); }
tr { break-inside: avoid; }
thead th:last-of-type, td { text-align: end; font-variant-numeric: tabular-nums; }
.bar { padding-inline-end: 0; line-height: 0; text-align: start; }
rect { fill: #0b5c73; }
@media (prefers-color-scheme: dark) { rect { fill: #7cc8dd; } }
@media (forced-colors: active) { rect { fill: CanvasText; } }
@media (max-width: 40em) { .bar { display: none; } }
@media print { .wide { overflow: visible; } }
`;

/** The key of the words for a value, where the pack has any. */
function textOf({ behaviours, needs, texts }: Pack, field: TallyField, value: string): string | undefined {
  if (field === 'behaviour') return Object.hasOwn(behaviours, value) ? behaviours[value]?.name : undefined;
  if (field === 'need') return Object.hasOwn(needs, value) ? needs[value]?.name : undefined;
  const key = `${field}.${value}`;
  return Object.values(texts).some((words) => Object.hasOwn(words, key)) ? key : undefined;
}
