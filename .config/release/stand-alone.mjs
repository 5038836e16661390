import { dayInWords, speaker } from '@everycontact/core';

// A page for sites that allow no script: urgent help and the lines that are there for everybody, made from a pack. Only lines that
// somebody has verified stand on it, and none that is for the worker's eyes.

export const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/**
 * @param {import('@everycontact/core').Pack} pack
 * @param {string} locale one of the pack's
 * @param {string} today the day it is made on, as `2026-11-22`
 * @returns {string} HTML with no script in it and no request but for `page.css` beside it
 * @throws Error where an urgent line is a draft
 */
export function standAlonePage(pack, locale, today) {
  const say = speaker(pack, { locale, audience: 'person' }, today);
  const { urgent } = pack.urgentHelp;
  const draft = urgent.lines.find(({ standing }) => standing !== 'verified');
  if (draft)
    throw new Error(
      `${pack.id}: the urgent line "${draft.id}" is a ${draft.standing}, so no page can be made with it.`,
    );
  const offers = Object.values(pack.needs)
    .map(({ name, national }) => ({ name, lines: forEverybody(national) }))
    .filter(({ lines }) => lines.length > 0);
  return page({
    lang: locale,
    title: say.text(urgent.heading),
    banner: draftsShown(pack) && say.label('ui.preview'),
    sections: [
      section(say, 'urgent', undefined, urgent.lines),
      ...offers.map(({ name, lines }) => section(say, 'offer', say.text(name), lines)),
    ],
  });
}

/** Whether words of this pack still wait for approval. */
const draftsShown = ({ texts }) =>
  Object.values(texts).some((words) => Object.values(words).some(({ standing }) => standing === 'draft'));

const forEverybody = (lines = []) => lines.filter((line) => line.standing === 'verified' && !line.workerOnly);

function section(say, kind, heading, lines) {
  return [
    `      <section class="${kind}">`,
    ...(heading === undefined ? [] : [`        <h2>${escaped(heading)}</h2>`]),
    '        <ul>',
    ...lines.map((line) => `          <li>${entry(say, line)}</li>`),
    '        </ul>',
    '      </section>',
  ].join('\n');
}

function entry(say, line) {
  const { name, phone, tel, sms, url, hours, checkedOn } = say.helpLine(line);
  const date = dayInWords(say.reader.locale, checkedOn);
  return [
    `<strong>${escaped(name.text)}</strong>`,
    phone && `<a href="tel:${tel}">${escaped(say.label('ui.call', { phone }))}</a>`,
    sms && `<a href="sms:${sms}">${escaped(say.label('ui.sms', { number: sms }))}</a>`,
    url && `<a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a>`,
    hours && `<span>${escaped(hours.text)}</span>`,
    `<small>${escaped(say.label(name.note === 'past-review' ? 'ui.past-review' : 'ui.checked', { date }))}</small>`,
  ]
    .filter(Boolean)
    .join('\n            ');
}

/**
 * The prompt as a page of its own, from a server or from a disk: a disk loads no modules, so each part has a tag.
 *
 * @param {string} locale
 * @param {readonly string[]} scripts addresses, the parts among them
 * @param {string} [place] whose pack is among the scripts, where the first of them has none inside
 * @returns {string} HTML
 */
export function promptPage(pack, locale, today, scripts, place) {
  const title = speaker(pack, { locale, audience: 'worker' }, today).label('ui.title');
  const tag = promptTag(pack, locale, today, { place });
  return page({ lang: locale, title, scripts, sections: [`      ${tag}`] });
}

/**
 * The element as an author writes it, with the line inside that stands there where nothing else can.
 *
 * @param {Readonly<Record<string, string | undefined>>} attributes those without a value are left out
 * @returns {string} HTML
 */
export function promptTag(pack, locale, today, attributes) {
  const say = speaker(pack, { locale, audience: 'worker' }, today);
  const { phone, tel } = pack.urgentHelp.urgent.lines[0];
  const given = Object.entries(attributes).map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ''));
  const fallback = `<p>${escaped(say.label('ui.help'))}: <a href="tel:${tel}">${escaped(say.label('ui.call', { phone }))}</a></p>`;
  return `<advice-prompt${given.join('')}${draftsShown(pack) ? ' preview' : ''}>\n  ${fallback}\n</advice-prompt>`;
}

/** @returns {string} HTML with no style in it, and no script but for those named */
export function page({ lang, title, banner, sections, styles = 'page.css', scripts = [] }) {
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${styles}">
${scripts.map((src) => `    <script src="${src}" defer></script>\n`).join('')}  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
${banner ? `      <p class="banner">${escaped(banner)}</p>\n` : ''}${sections.join('\n')}
    </main>
  </body>
</html>
`;
}
