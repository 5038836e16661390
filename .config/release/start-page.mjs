import { escaped, page, promptTag } from './stand-alone.mjs';

// Where whoever opens the release begins: what there is to look at, and what to write on a page of one's own.

const languages = new Intl.DisplayNames('en-GB', { type: 'language' });
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * @param {string} version of the release
 * @param {readonly import('@everycontact/core').Pack[]} packs one for each place
 * @param {string} today the day it is made on, as `2026-11-22`
 * @param {(script: string) => string} integrity of a file in `scripts/`, by its name without the version
 * @param {boolean} gallery whether it is in the release
 * @returns {string} HTML with no script in it, and no request but for `pages/page.css`
 */
export function startPage(version, packs, today, integrity, gallery) {
  const sample = (pack, locale, name, attributes) =>
    [
      promptTag(pack, locale, today, attributes),
      `<script src="/scripts/${name.replace('advice-prompt', `advice-prompt.${version}`)}" integrity="${integrity(name)}" crossorigin="anonymous" defer></script>`,
    ].join('\n');
  const pack = packs.find(({ locales }) => locales[0].startsWith('en')) ?? packs[0];
  const [locale] = pack.locales;
  const several = packs.find(({ locales }) => locales.length > 1) ?? pack;
  const [own] = several.locales;
  return page({
    lang: 'en-GB',
    title: `everycontact ${version}`,
    styles: 'pages/page.css',
    sections: [
      paragraph(
        'A prompt on a page: in half a minute a worker asks, gives brief advice and signposts to a service nearby.',
      ),
      section('Look at it', packs.map(placeList).join('\n')),
      section(
        'Put it on your page',
        [
          numbered([
            'Put the whole folder <code>scripts</code> on your web server. The samples below assume that it is at <code>/scripts</code>.',
            'Copy one of the samples into your page. Keep the line inside the element: it shows where no script can run.',
            'Look at your page. If only that line shows, the script was not loaded: the console of the browser says why.',
          ]),
          paragraph('One place in one language, on one behaviour:'),
          code(sample(pack, locale, `advice-prompt.${pack.id}.${locale}.js`, { behaviour: 'smoking' })),
          paragraph('One place in all its languages; without <code>behaviour</code> the person chooses the topic:'),
          code(sample(several, own, 'advice-prompt.js', { place: several.id, locale: own })),
          paragraph(
            'The files in <code>scripts</code> are named by place and language; their hashes for <code>integrity</code> are in <code>README.md</code>.',
          ),
          paragraph(
            'The attribute <code>preview</code> shows texts that nobody has approved yet, under a banner. They are for trying out, not for use with people. Once they are approved, leave it out.',
          ),
        ].join('\n'),
      ),
      section(
        'Read on',
        unordered([
          ...(gallery
            ? [link('gallery/index.html', 'The gallery: every view live, and the guides; open it from a web server')]
            : []),
          link('documentation/docs/guides/drop-into-an-intranet.md', 'Drop it into an intranet: step by step'),
          link('documentation/docs/guides/README.md', 'Every other situation: products, React, clinical systems'),
          link('documentation/docs/content-security-policy.md', 'Content security policy'),
          link(
            'documentation/docs/what-leaves-the-page.md',
            'What leaves the page: nothing, unless your page passes it on',
          ),
          link('documentation/docs/integrity.md', 'Integrity: the hashes of all files are in integrity.json'),
          link('documentation/docs/removal.md', 'Take it out again'),
        ]),
      ),
    ],
  });
}

function placeList({ id, locales }) {
  const named = (kind, locale, text) =>
    link(`pages/${kind}.${id}.${locale}.html`, `${text} in ${languages.of(locale.slice(0, 2))}`);
  return [
    `        <h3>${capital(id)}</h3>`,
    unordered([
      ...locales.map((locale) => named('prompt', locale, 'The prompt')),
      link(`pages/place.${id}.html`, 'The prompt with its words in files beside the script'),
      ...locales.map((locale) => named('help', locale, 'Help lines, without any script,')),
    ]),
  ].join('\n');
}

const section = (heading, body) => `      <section>\n        <h2>${heading}</h2>\n${body}\n      </section>`;
const paragraph = (html) => `        <p>${html}</p>`;
const code = (html) => `        <pre><code>${escaped(html)}</code></pre>`;
const link = (address, text) => `<a href="${address}">${escaped(text)}</a>`;
const list = (tag) => (items) =>
  [`        <${tag}>`, ...items.map((item) => `          <li>${item}</li>`), `        </${tag}>`].join('\n');
const unordered = list('ul');
const numbered = list('ol');
