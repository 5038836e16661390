import type { InterfaceText } from '../pack/interface-texts.js';
import type { Pack, SourceId, Standing, Text } from '../pack/pack.js';
import { mentionsIn } from './mentions.js';
import { mapped, picked } from './named.js';

/**
 * What a file for a script tag holds of a pack: it runs and shows the same. Left out is what only authors, reviewers, the
 * parser and the verifier read: what a sentence is about, what flags, rules and lines rest on, sources that no advice
 * names, nouns of needs, and labels for steps that no script of it has. Nobody can parse or prove it again: prove a pack
 * whole, then minimise it, then leave this out.
 *
 * Id, version and digest stay: to a log it is the same pack.
 */
export function withoutProof(pack: Pack): Pack {
  const parts = {
    ...pack,
    place: { ...pack.place, facts: mapped(pack.place.facts, bare) },
    flags: mapped(pack.flags, ({ source: _, forbids: __, ...flag }) => flag),
    urgentHelp: mapped(pack.urgentHelp, (help) => ({ ...help, lines: help.lines.map(bare) })),
    needs: mapped(pack.needs, ({ noun: _, national, ...need }) => ({ ...need, national: national.map(bare) })),
    signposting: pack.signposting.map(({ source: _, ...rule }) => rule),
    measures: pack.measures.map(({ source: _, ...measure }) => measure),
    ...(pack.safeguarding && { safeguarding: bare(pack.safeguarding) }),
  } as unknown as Pack;
  const { texts, sources } = mentionsIn(parts);
  const unused = unusedLabels(pack);
  return {
    ...parts,
    sources: picked(pack.sources, (id) => sources.has(id)),
    texts: mapped(pack.texts, (of) => {
      const shown = picked(of, (key) => texts.has(key) && !unused.has(key));
      return mapped(shown, bareText);
    }),
  };
}

type Checked = Standing & { readonly source?: SourceId };
const bare = <One extends Checked>({ source: _, needsPrimaryCheck: __, approvals: ___, ...one }: One) => one;
/** The words last: what stands beside them is the same in text after text, and packs to nothing. */
const bareText = ({ about: _, locked: __, words, ...text }: Text): Text => ({ ...bare(text), words });

/**
 * The labels of one kind of step, or of the choice among behaviours, that the engine alone says. What a face says itself
 * stays: a host may show it a session of another pack.
 */
export const labelsOf: Readonly<Record<string, readonly InterfaceText[]>> = {
  agenda: ['ui.agenda', 'ui.agenda-again', 'ui.agenda-empty', 'ui.agenda-done'],
  number: ['ui.number-range', 'ui.number-range-whole'],
};

function unusedLabels({ scripts }: Pack): ReadonlySet<string> {
  const all = Object.values(scripts);
  const steps = all.flatMap((script) => Object.values(script.steps));
  const used = new Set(steps.map((step) => (step.kind === 'ask' ? step.answer.type : step.kind) as string));
  if (all.length > 1) used.add('agenda');
  return new Set(Object.entries(labelsOf).flatMap(([what, labels]) => (used.has(what) ? [] : labels)));
}
