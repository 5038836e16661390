import { findText, type Pack } from '@everycontact/core';
import { escaped, htmlPage } from './html-page.js';

/** One prompt for every script of a pack, in the order of its behaviours. */
export function previewPage(pack: Pack, locale: string, audience: string): string {
  const prompts = Object.values(pack.scripts).map(({ behaviour, method }) => {
    const say = (key: string) => escaped(findText(pack, { locale, audience: 'worker' }, key).text);
    return `<section><h2>${say(pack.behaviours[behaviour]?.name ?? '')}: ${say(`method.${method}`)}</h2>
<advice-prompt behaviour="${escaped(behaviour)}" method="${escaped(method)}" audience="${escaped(audience)}" preview></advice-prompt></section>`;
  });
  return htmlPage(
    `Preview: ${pack.id} ${pack.version}`,
    `<script src="/advice-prompt.js" defer></script>\n${reload}`,
    `<h1>${escaped(pack.id)} ${escaped(pack.version)}, ${escaped(locale)}</h1>\n${prompts.join('\n')}`,
    locale,
  );
}

/** In its place, what is wrong with the pack; it waits for the next change as the page does. */
export const brokenPage = (message: string): string =>
  htmlPage('Preview: not whole', reload, `<p>${escaped(message)}</p>`);

const reload = '<script src="/reload.js" defer></script>';

export const reloadScript = `new EventSource('/changes').addEventListener('message', () => location.reload());\n`;
