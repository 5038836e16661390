import type { ContactRecord } from '@everycontact/core';
import { element } from './element.js';
import type { Words } from './words.js';

/** The record as a host might file it: a summary to read, and below it the very JSON that came with the event. */
export function drawContact(into: HTMLElement, record: ContactRecord, words: Words): void {
  const rows = summary(record, words).map(([term, text]) =>
    element('div', {}, [element('dt', {}, [term]), element('dd', {}, [text])]),
  );
  into.querySelector('[data-part="summary"]')?.replaceChildren(...rows);
  const json = into.querySelector('[data-part="json"]');
  if (json) json.textContent = JSON.stringify(record, null, 2);
}

function summary(record: ContactRecord, words: Words): (readonly [string, string])[] {
  const { outcome = 'stopped', answers, signposts, notices, reached, script, pack } = record;
  const steps = [reached.asked && words.asked, reached.advised && words.advised, reached.offered && words.offered];
  const rows: (readonly [string, string])[] = [
    [words.outcome, words.outcomes[outcome]],
    [words.script, script],
    [words.content, `${pack.id}@${pack.version}${pack.base === undefined ? '' : ` (${pack.base})`}`],
    [words.reached, steps.filter(Boolean).join(', ') || words.nothing],
  ];
  for (const { question, answer, setAside } of answers) {
    rows.push([words.answers, `${question} ${answer}${setAside ? ` (${words.setAside})` : ''}`]);
  }
  for (const { chosen } of signposts) {
    for (const { name, how } of chosen) rows.push([words.services, `${name} (${words.how[how]})`]);
  }
  for (const { text } of notices) rows.push([words.notices, text]);
  return rows;
}
