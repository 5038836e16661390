import { memoryDirectory } from '@everycontact/core/directory';
import { walkExample } from '@everycontact/core/testing';
import { examples, packs } from './packs.mjs';
import { pairwise } from './pairwise.mjs';
import presets from '../../../packages/web-component/presets.json' with { type: 'json' };
import { argsOf, faces, stories } from './stories.mjs';

// Each kind of view, taken from the shortest named example that comes to it, and a few stories in which language, looks,
// density, width, layout and face meet: chosen so that every two of them meet with each other and with each kind of view.

/** What is told apart on the screen. */
const kinds = {
  permission: ({ kind }) => kind === 'permission',
  question: ({ kind }) => kind === 'question',
  instrument: ({ kind, attribution }) => kind === 'question' && attribution !== undefined,
  number: ({ kind }) => kind === 'number',
  ruler: ({ kind }) => kind === 'ruler',
  statement: ({ kind, results }) => kind === 'statement' && !results?.length,
  results: ({ kind, results }) => kind === 'statement' && results?.length > 0,
  signposts: ({ kind }) => kind === 'signposts',
  notice: ({ kind }) => kind === 'notice',
  urgent: ({ kind, hidden }) => kind === 'urgent' && !hidden,
  hidden: ({ hidden }) => Boolean(hidden),
  closed: ({ kind, common }) => kind === 'closed' && Boolean(common.back),
};

const reading = [
  { place: 'england', locale: 'en-GB' },
  { place: 'denmark', locale: 'da-DK' },
  { place: 'sweden', locale: 'sv-SE' },
  { place: 'england', locale: 'ar-XB' },
  { place: 'england', locale: 'en-XA' },
];
const looks = {
  preset: Object.keys(presets),
  density: ['comfortable', 'compact'],
  width: ['240', '320', '420', 'full'],
  layout: ['panel', 'side', 'page'],
};

/** By place and kind of view the shortest way to it. */
const shown = Object.fromEntries(
  await Promise.all(Object.values(packs).map(async (pack) => [pack.id, await stops(pack)])),
);

/** The ways of one place, as a module, for pages that show many views at once. */
export const views = `export const views = ${JSON.stringify(shown.england)};\n`;

/** The same for whoever checks types. */
export const viewsType = `import type { PromptArgs } from '../src/prompt-args.js';
export declare const views: Readonly<Record<${Object.keys(kinds)
  .map((kind) => `'${kind}'`)
  .join(' | ')}, PromptArgs>>;
`;

/** @returns {readonly { file: string, text: string }[]} */
export function viewStories() {
  return faces.flatMap((face) => [
    {
      file: `views.${face}`,
      text: stories(
        `Views/${titled(face)}`,
        face,
        Object.entries(shown.england).map(([kind, args]) => view(kind, args)),
      ),
    },
    {
      file: `together.${face}`,
      text: stories(`Together/${titled(face)}`, face, together.filter((one) => one.face === face).map(meeting)),
    },
  ]);
}

const titled = (id) => id.charAt(0).toUpperCase() + id.slice(1);

const view = (kind, args) => ({ id: kind, name: titled(kind), test: false, args, parameters: { place: 'england' } });

function meeting({ kind, locale, place, face: _, ...globals }) {
  const name = [titled(kind), locale, ...Object.values(globals)].join(', ');
  return {
    id: name,
    name,
    test: true,
    args: shown[place][kind],
    parameters: { place },
    globals: { locale, ...globals },
  };
}

const together = pairwise(
  reading.flatMap((read) =>
    Object.keys(shown[read.place]).flatMap((kind) =>
      Object.entries({ ...looks, face: faces }).reduce(
        (made, [name, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
        [{ kind, ...read }],
      ),
    ),
  ),
  ({ place: _, ...traits }) => Object.entries(traits).map((trait) => trait.join(' ')),
);

/** For each kind of view the shortest way to it. */
async function stops(pack) {
  const found = {};
  const nowhere = memoryDirectory([], '2026-11-22T09:00:00.000Z');
  for (const example of examples[pack.id]) {
    let made = 0;
    await walkExample(pack, example, pack.locales[0], nowhere, ({ view }) => {
      for (const [kind, fits] of Object.entries(kinds)) {
        if (fits(view) && !(found[kind]?.moves.length <= made))
          found[kind] = argsOf(pack, example, example.moves.slice(0, made));
      }
      made += 1;
    });
  }
  return Object.fromEntries(Object.keys(kinds).flatMap((kind) => (found[kind] ? [[kind, found[kind]]] : [])));
}
