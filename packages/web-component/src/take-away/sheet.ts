import { directionOf } from '@everycontact/core';
import type { TakeAway, TakeAwayEntry, Told } from '@everycontact/core/take-away';
import { element } from './element.js';
import { qrCode } from './qr-code.js';

/** The sheet as nodes for a page of its own or for the screen. All of it is text; nothing on it leads anywhere. */
export function sheet({ lang, dir, title, banner, organisation, date, groups, emergency }: TakeAway): HTMLElement {
  const own = { lang, dir };
  return element(
    'div',
    { ...own, class: 'sheet' },
    element(
      'div',
      { class: 'head' },
      ...(organisation ? [element('p', { class: 'name' }, foreign(organisation.name))] : []),
      ...(organisation ? contact([organisation.address, organisation.phone, organisation.web]) : []),
    ),
    ...(banner ? [element('p', { class: 'banner' }, told(banner))] : []),
    element('div', { class: 'title' }, element('h1', {}, told(title)), element('p', { class: 'small' }, date)),
    ...groupsOf(groups),
    element('p', { class: 'emergency' }, told(emergency)),
  );
}

/** Services and lines under their headings. */
export const groupsOf = (groups: TakeAway['groups']): readonly HTMLElement[] =>
  groups.map(({ heading, entries }) => element('div', {}, element('h2', {}, told(heading)), ...entries.map(entry)));

function entry({ name, phone, web, code, facts }: TakeAwayEntry): HTMLElement {
  const words = element(
    'div',
    {},
    element(
      'div',
      { class: 'who' },
      element('h3', {}, told(name)),
      ...(phone ? [element('p', { class: 'phone' }, foreign(phone))] : []),
    ),
    element(
      'ul',
      {},
      ...[...(web ? [{ text: asTyped(web) }] : []), ...facts].map((fact) => element('li', {}, told(fact))),
    ),
  );
  return element('div', { class: 'entry' }, ...(code ? [qrCode(code, document)] : []), words);
}

const contact = (ways: readonly (string | undefined)[]) => {
  const known = ways.flatMap((way) => (way ? [foreign(way)] : []));
  return known.length
    ? [element('p', { class: 'small' }, ...known.flatMap((way, i) => (i ? [' · ', way] : [way])))]
    : [];
};

/** Nobody types the scheme. */
const asTyped = (address: string) => address.replace(/^https?:\/\/|\/$/g, '');

/** Words in their own language, or in one that nobody told, in whatever direction they run. */
export const told = ({ text, lang }: Told): HTMLElement =>
  lang === undefined ? foreign(text) : element('span', { lang, dir: directionOf(lang) }, text);
const foreign = (text: string) => element('bdi', {}, text);
