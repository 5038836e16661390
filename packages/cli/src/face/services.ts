import { nothingFits, type Group, type HelpCard, type ShownLine, type ShownMatch } from '@everycontact/core';
import type { Keys } from './keys.js';
import type { Pen } from './pen.js';

/** Where to go: the need and why, the local services with their reasons, and always the national line. */
export function groupLines(group: Group, keys: Keys, pen: Pen): string[] {
  const { name, why, because, another, national, services } = group;
  return [
    '',
    pen.bold(pen.line(name)),
    ...(why.text === name.text ? [] : [pen.line(why)]),
    ...(because ? [pen.dim(because)] : []),
    ...(another ? [pen.line(another)] : []),
    ...(nothingFits(group) ? [pen.label('ui.no-match')] : []),
    ...localLines(services, keys, pen),
    ...(national.length ? [`${pen.label('ui.national')}:`] : []),
    ...national.flatMap((line) => {
      const drawn = helpLineLines(line, pen);
      return drawn.length
        ? [...drawn, ...(line.choices.length ? [`    ${line.choices.map(keys.numbered).join('  ')}`] : [])]
        : [];
    }),
  ];
}

function localLines(services: Group['services'], keys: Keys, pen: Pen): string[] {
  if (services === 'looking') return [pen.label('ui.looking')];
  if (services === 'unavailable') return [pen.label('ui.unavailable')];
  const { matches, excluded, relax, credits } = services;
  return [
    ...(matches.length ? [`${pen.label('ui.local')}:`] : []),
    ...(relax ? [pen.line(relax)] : []),
    ...matches.flatMap((match) => matchLines(match, keys, pen)),
    ...(excluded.length ? [pen.label('ui.why-not')] : []),
    ...excluded.map(({ name, why }) => pen.dim(`    ${name}: ${why.text}`)),
    ...(credits ? [pen.dim(pen.label('ui.credits', { names: credits.join('; ') }))] : []),
  ];
}

function matchLines(match: ShownMatch, keys: Keys, pen: Pen): string[] {
  const { name, organization, responsible, why, choices, pass, next } = match;
  const facts = [
    match.address,
    match.distanceInWords,
    match.phone,
    match.email,
    match.url,
    match.hoursInWords ?? match.hoursText,
  ];
  const indented = [
    match.alert,
    match.summary,
    facts.flatMap((fact) => fact ?? []).join(' · '),
    match.howTo && `${pen.label('ui.how-to')}: ${match.howTo}`,
    `${pen.label('ui.why-this')} ${why.map(({ text }) => text).join('; ')}`,
    next && pen.label('ui.next-service', { names: next.join(', ') }),
    responsible && pen.label('ui.responsible', { name: responsible }),
    match.checkedInWords.text,
  ];
  return [
    `  ${pen.bold(name)} (${organization})`,
    ...indented.flatMap((text) => (text ? text.split('\n').map((line) => `    ${line}`) : [])),
    `    ${[...choices, pass].map(keys.numbered).join('  ')}`,
  ];
}

export function helpCardLines({ heading, worker, lines }: HelpCard, pen: Pen): string[] {
  return [pen.bold(pen.line(heading)), pen.line(worker), ...lines.flatMap((line) => helpLineLines(line, pen))];
}

/** Nothing of a line that only the worker may see, where the person reads. */
function helpLineLines({ name, phone, sms, url, hours, workerOnly }: ShownLine, pen: Pen): string[] {
  if (workerOnly && pen.reader.audience === 'person') return [];
  const ways = [
    phone && pen.label('ui.call', { phone }),
    sms && pen.label('ui.sms', { number: sms }),
    url && `${pen.label('ui.website')}: ${url}`,
    hours && pen.line(hours),
  ];
  return [`  ${pen.line(name)}`, ...ways.flatMap((way) => (way ? [`    ${way}`] : []))];
}
