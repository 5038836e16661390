import { EveryContactError } from '../error.js';
import { factsRead } from '../rules/condition.js';
import { isUrgent } from '../rules/flag.js';
import { inputsOf } from '../rules/measure.js';
import { itemsOf } from '../rules/score.js';
import { conditionsIn } from '../pack/conditions-in.js';
import type {
  BandSet,
  BehaviourId,
  Flag,
  Method,
  Named,
  Next,
  Pack,
  Place,
  Script,
  ScriptId,
  Step,
} from '../pack/pack.js';
import type { Locale } from '../pack/reader.js';
import { parametersOf, wordingsFor } from '../pack/wording.js';
import { asked, type Knowable, knowableIn } from './knowable.js';
import { mentionsIn } from './mentions.js';
import { mapped, picked } from './named.js';
import { prune } from './prune.js';

/** What to keep of a pack; of what is left out, all. A script stays where every list that is given has it. */
export interface Keep {
  readonly locales?: readonly Locale[];
  readonly scripts?: readonly ScriptId[];
  readonly behaviours?: readonly BehaviourId[];
  readonly methods?: readonly Method[];
}

/**
 * A pack with fewer scripts or languages, and nothing that they cannot show or know: a session on it shows the same
 * views; only a "because" no longer tells of what could never hold. Urgent help and what raises it, the number for
 * emergencies, what a host may tell and the labels of the interface always stay. Prove a pack whole, then minimise it.
 *
 * Id, version and digest stay: it is the same content, less of it. A build that names files by their digest sets its own.
 *
 * @throws EveryContactError `locale-unknown`, `script-unknown` where something to keep is not there, or no script is left
 */
export function minimisePack(pack: Pack, keep: Keep): Pack {
  const scripts = scriptsKept(pack, keep);
  const behaviours = new Set(Object.values(scripts).map(({ behaviour }) => behaviour));
  const known = knowableIn(pack, scripts);
  const flags = mapped(pack.flags, (flag) => flagKept(flag, behaviours, scripts, known));
  const signposting = pack.signposting.flatMap((rule) => {
    const when = prune(rule.when, known);
    return when ? [{ ...rule, when }] : [];
  });
  const needs = new Set([
    ...signposting.map(({ need }) => need),
    ...Object.values(flags).flatMap((flag) => (isUrgent(flag) ? [] : (flag.needs ?? []))),
    ...[...behaviours].flatMap((id) => pack.behaviours[id]?.need ?? []),
  ]);
  const bands = (sets: readonly BandSet[]) => sets.flatMap((set) => bandsKept(set, known));
  const measures = pack.measures.filter((measure) => inputsOf(measure).every(known));
  const parts: Pack = {
    ...pack,
    locales: localesKept(pack, keep),
    context: mapped(pack.context, ({ shared, ...fact }) => {
      const still = shared?.filter(known);
      return still?.length ? { ...fact, shared: still } : fact;
    }),
    behaviours: picked(pack.behaviours, (id) => behaviours.has(id)),
    scripts: mapped(scripts, (script) => ({ ...script, steps: mapped(script.steps, (step) => stepKept(step, known)) })),
    measures: measures.map((measure) => ({ ...measure, bands: bands(measure.bands) })),
    flags,
    needs: picked(pack.needs, (id) => needs.has(id)),
    signposting,
  };
  const instruments = instrumentsKept(pack, parts, known);
  const whole = {
    ...parts,
    instruments: mapped(
      picked(pack.instruments, (id) => instruments.has(id)),
      (instrument) => ({ ...instrument, bands: bands(instrument.bands) }),
    ),
  };
  const named = mentionsIn(whole).texts;
  const texts = mapped(
    picked(pack.texts, (locale) => whole.locales.includes(locale)),
    (of) => picked(of, (key) => named.has(key)),
  );
  const place = placeKept(pack, texts);
  const { sources } = mentionsIn({ ...whole, place });
  return { ...whole, place, sources: picked(pack.sources, (id) => sources.has(id)), texts };
}

/** The place with the facts that a text names, and the number for emergencies. */
function placeKept({ place }: Pack, texts: Pack['texts']): Place {
  const all = Object.values(texts).flatMap((of) => Object.values(of));
  const named = new Set(all.flatMap(wordingsFor).flatMap(([, wording]) => parametersOf(wording)));
  return { ...place, facts: picked(place.facts, (name) => name === 'emergencyNumber' || named.has(name)) };
}

function localesKept(pack: Pack, { locales = pack.locales }: Keep): readonly Locale[] {
  refuseUnknown('locale-unknown', 'language', locales, pack.locales);
  return pack.locales.filter((locale) => locales.includes(locale));
}

function scriptsKept(pack: Pack, keep: Keep): Named<Script> {
  const all = Object.values(pack.scripts);
  refuseUnknown('script-unknown', 'script', keep.scripts, Object.keys(pack.scripts));
  refuseUnknown('script-unknown', 'behaviour', keep.behaviours, Object.keys(pack.behaviours));
  const methods = all.map(({ method }) => method);
  refuseUnknown('script-unknown', 'method', keep.methods, methods);
  const scripts = Object.entries(pack.scripts).filter(
    ([id, { behaviour, method }]) =>
      (keep.scripts?.includes(id) ?? true) &&
      (keep.behaviours?.includes(behaviour) ?? true) &&
      (keep.methods?.includes(method) ?? true),
  );
  if (scripts.length) return Object.fromEntries(scripts);
  throw new EveryContactError(
    'script-unknown',
    'scripts',
    `Expected at least one script to keep, found none with all of ${JSON.stringify(keep)}; the pack has "${Object.keys(pack.scripts).join('", "')}". Ask for less at once.`,
  );
}

function refuseUnknown(code: string, what: string, wanted: readonly string[] = [], known: readonly string[]): void {
  const missing = wanted.find((one) => !known.includes(one));
  if (missing === undefined) return;
  const message = `Expected a ${what} of the pack to keep, found "${missing}"; it has "${[...new Set(known)].join('", "')}". Correct the name.`;
  throw new EveryContactError(code, what, message);
}

/** Nothing where it concerns no script that is left, or nothing can raise it any more. */
function flagKept(
  flag: Flag,
  behaviours: ReadonlySet<BehaviourId>,
  scripts: Named<Script>,
  known: Knowable,
): Flag | undefined {
  const { when: before, ...rest } = flag;
  const when = before && prune(before, known);
  if (!when && !rest.observable) return undefined;
  const raised = when ? { when } : {};
  if ('help' in rest) return { ...rest, ...raised };
  const { goTo, ...notice } = rest;
  const concerned = notice.behaviours.filter((id) => behaviours.has(id));
  if (!concerned.length) return undefined;
  const leads = goTo && picked(goTo, (script) => Object.hasOwn(scripts, script));
  return { ...notice, ...raised, behaviours: concerned, ...(leads && { goTo: leads }) };
}

function stepKept(step: Step, known: Knowable): Step {
  return step.kind === 'close' || step.kind === 'permission' ? step : { ...step, next: nextKept(step.next, known) };
}

function nextKept(next: Next, known: Knowable): Next {
  if (typeof next === 'string') return next;
  const when = next.when.flatMap(({ if: before, to }) => {
    const condition = prune(before, known);
    return condition ? [{ if: condition, to }] : [];
  });
  return when.length ? { when, otherwise: next.otherwise } : next.otherwise;
}

function bandsKept(set: BandSet, known: Knowable): readonly BandSet[] {
  if (!set.when) return [set];
  const when = prune(set.when, known);
  return when ? [{ ...set, when }] : [];
}

/** Those that are asked, that a condition reads, or whose sum may come to be certain; with what they continue. */
function instrumentsKept(pack: Pack, parts: Pack, known: Knowable): ReadonlySet<string> {
  const read = new Set(conditionsIn(parts).flatMap(factsRead));
  const isNeeded = (id: string) =>
    read.has(`score.${id}`) ||
    itemsOf(pack, id).some(({ name }) => read.has(name)) ||
    itemsOf(pack, id).every(({ name }) => known(name));
  const kept = new Set([
    ...Object.values(parts.scripts).flatMap(asked),
    ...Object.keys(pack.instruments).filter(isNeeded),
  ]);
  for (const id of kept) {
    const before = pack.instruments[id]?.continues;
    if (before !== undefined) kept.add(before);
  }
  return kept;
}
