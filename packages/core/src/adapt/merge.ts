import type { Adaptation } from '../pack/adaptation.js';
import type { Named, Need, Pack, Text } from '../pack/pack.js';
import { minimisePack } from './minimise.js';
import { protectedTexts } from './protected-texts.js';

/** The base with what an adaptation adds, everything still on; where both have an id, the base's stays. */
export function merge(base: Pack, local: Adaptation): Pack {
  const locales = [...new Set([...base.locales, ...(local.locales ?? [])])];
  const rules = (local.signposting ?? []).filter(({ id }) => base.signposting.every((rule) => rule.id !== id));
  return {
    ...base,
    id: local.id,
    version: local.version,
    base: local.base,
    locales,
    behaviours: added(base.behaviours, local.behaviours),
    scripts: added(base.scripts, local.scripts),
    flags: added(base.flags, local.flags),
    urgentHelp: Object.fromEntries(
      Object.entries(base.urgentHelp).map(([id, card]) => [
        id,
        { ...card, lines: [...card.lines, ...(local.urgentHelp?.[id]?.lines ?? [])] },
      ]),
    ),
    safeguarding: local.safeguarding,
    needs: needs(base, local),
    signposting: [...base.signposting, ...rules],
    sources: added(base.sources, local.sources),
    texts: texts(base, local, locales),
  };
}

/** Without what is switched off, and without what only that could show. */
export function switchOff(pack: Pack, off: readonly string[] = []): Pack {
  const scripts = Object.entries(pack.scripts)
    .filter(([id, { behaviour }]) => !off.includes(id) && !off.includes(behaviour))
    .map(([id]) => id);
  return off.length ? minimisePack(pack, { scripts }) : pack;
}

/** Those of the base first, and never another under the same id. */
const added = <T>(base: Named<T>, local: Named<T> = {}): Named<T> => ({ ...base, ...local, ...base });

function needs(base: Pack, local: Adaptation): Named<Need> {
  const own = Object.entries(local.needs ?? {}).filter((entry): entry is [string, Need] => 'name' in entry[1]);
  const lines = (id: string) => local.needs?.[id]?.national ?? [];
  const extended = Object.entries(base.needs).map(([id, need]): [string, Need] => [
    id,
    { ...need, national: [...need.national, ...lines(id)] },
  ]);
  return { ...Object.fromEntries(extended), ...Object.fromEntries(own.filter(([id]) => !(id in base.needs))) };
}

/** What a text is about is the base's to say; a translation of a protected text is protected as well. */
function texts(base: Pack, local: Adaptation, locales: readonly string[]): Pack['texts'] {
  const kept = protectedTexts(base);
  const source = base.texts[base.locales[0] ?? ''] ?? {};
  return Object.fromEntries(
    locales.map((locale) => {
      const before = base.texts[locale] ?? {};
      const written = Object.entries(local.texts?.[locale] ?? {}).map(([key, text]): [string, Text] => {
        const tags = [...new Set([...((before[key] ?? source[key])?.about ?? []), ...(text.about ?? [])])];
        return [key, { ...text, ...(tags.length && { about: tags }), ...(kept.has(key) && { locked: true }) }];
      });
      return [locale, { ...before, ...Object.fromEntries(written) }];
    }),
  );
}
