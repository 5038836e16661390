import { findText, type Pack } from '@everycontact/core';
import { escaped } from './escaped.js';

/** One prompt for every script of a pack, in the order of its behaviours. */
export function previewPage(pack: Pack, locale: string, audience: string): string {
  const prompts = Object.values(pack.scripts).map(({ behaviour, method }) => {
    const say = (key: string) => escaped(findText(pack, { locale, audience: 'worker' }, key).text);
    return `<section><h2>${say(pack.behaviours[behaviour]?.name ?? '')}: ${say(`method.${method}`)}</h2>
<advice-prompt behaviour="${escaped(behaviour)}" method="${escaped(method)}" audience="${escaped(audience)}" preview></advice-prompt></section>`;
  });
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Preview: ${escaped(pack.id)} ${escaped(pack.version)}</title>
<script src="/advice-prompt.js" defer></script>
<script src="/reload.js" defer></script>
</head>
<body>
<h1>${escaped(pack.id)} ${escaped(pack.version)}, ${escaped(locale)}</h1>
${prompts.join('\n')}
</body>
</html>
`;
}

/** In its place, what is wrong with the pack; it waits for the next change as the page does. */
export const brokenPage = (message: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Preview: not whole</title>
<script src="/reload.js" defer></script>
</head>
<body>
<p>${escaped(message)}</p>
</body>
</html>
`;

export const reloadScript = `new EventSource('/changes').addEventListener('message', () => location.reload());\n`;
