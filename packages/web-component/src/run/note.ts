import type { ContactRecord, Pack, Speaker } from '@everycontact/core';

/**
 * The record as one line to paste into notes: day, behaviour and method, outcome, and the services that were handed
 * over. No answer and no name of a person.
 */
export function noteLine(pack: Pack, record: ContactRecord, { reader, line, label }: Speaker): string {
  const { behaviour, method, outcome = 'stopped', startedAt, signposts } = record;
  const date = new Intl.DateTimeFormat(reader.locale, { dateStyle: 'long', timeZone: pack.place.timeZone });
  const name = pack.behaviours[behaviour]?.name;
  const names = signposts.flatMap(({ chosen }) => chosen.map((service) => service.name));
  const services = new Intl.ListFormat(reader.locale).format([...new Set(names)]);
  const first = label('note.line', {
    date: date.format(new Date(startedAt)),
    behaviour: [name === undefined ? behaviour : line(name).text, label(`method.${method}`)].join(', '),
    outcome: label(`outcome.${outcome}`),
  });
  return services ? `${first} ${label('note.services', { services })}` : first;
}
