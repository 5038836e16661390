import { findText, type Pack } from '@everycontact/core';
import { escaped, htmlPage, pageStyle } from './html-page.js';

/** One prompt for every script of a pack, in the order of its behaviours. */
export function previewPage(pack: Pack, locale: string, audience: string): string {
  const prompts = Object.values(pack.scripts).map(({ behaviour, method }) => {
    const say = (key: string) => escaped(findText(pack, { locale, audience: 'worker' }, key).text);
    return `<section><h2>${say(pack.behaviours[behaviour]?.name ?? '')}: ${say(`method.${method}`)}</h2>
<advice-prompt behaviour="${escaped(behaviour)}" method="${escaped(method)}" audience="${escaped(audience)}" preview></advice-prompt></section>`;
  });
  return htmlPage(
    `Preview: ${pack.id} ${pack.version}`,
    `${head}\n<script src="/advice-prompt.js" defer></script>`,
    `<h1>${escaped(pack.id)} ${escaped(pack.version)}, ${escaped(locale)}</h1>\n<div class="prompts">\n${prompts.join('\n')}\n</div>`,
    locale,
  );
}

/** In its place, what is wrong with the pack; it waits for the next change as the page does. */
export const brokenPage = (message: string): string =>
  htmlPage('Preview: not whole', head, `<h1>The pack is not whole</h1>\n<p class="told">${escaped(message)}</p>`);

const head = '<link rel="stylesheet" href="/page.css">\n<script src="/reload.js" defer></script>';

/** Two prompts beside each other where there is room, each as wide as a side panel likes to be. */
export const previewStyle = `${pageStyle}.prompts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24em), 1fr)); gap: 1.5em; align-items: start; }
h2 { font-size: 1.125em; margin: 0 0 0.5em; }
.told { white-space: pre-wrap; overflow-wrap: anywhere; }
`;

export const reloadScript = `new EventSource('/changes').addEventListener('message', () => location.reload());\n`;
