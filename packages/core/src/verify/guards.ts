import type { About, Flag, FlagId, Pack, Script, ScriptId } from '../pack/pack.js';
import { evaluate } from '../rules/condition.js';
import { flagsFor } from '../rules/flag.js';
import type { SessionState } from '../session/state.js';
import { aboutAt } from './about.js';
import { pathTo } from './coverage.js';
import type { Note } from './report.js';
import type { Walk } from './walk.js';

/** What is never said but behind a flag that forbids it: dependence before cutting down, the gate before food and weight. */
const guarded: readonly { readonly about: About; readonly behaviours?: readonly string[] }[] = [
  { about: 'cut-down', behaviours: ['alcohol'] },
  { about: 'weight-loss' },
  { about: 'calories' },
];
/** What every advice of a behaviour says with it. */
const alwaysSaid: readonly { readonly about: About; readonly behaviour: string }[] = [
  { about: 'do-not-stop-suddenly', behaviour: 'alcohol' },
];

/** No forbidden sentence where its flag is not known false: a skip, or what was not stated, hides an answer. */
export function forbiddenFindings(pack: Pack, walk: Walk, note: Note): void {
  const script = pack.scripts[walk.script];
  const flags = script ? flagsFor(pack, script.behaviour).filter(([, { forbids }]) => forbids?.length) : [];
  if (!script || !flags.length) return;
  const about = new Map(Object.entries(script.steps).map(([name, step]) => [name, aboutAt(pack, step)]));
  for (const { state } of [...walk.nodes, ...walk.asides]) {
    const { position } = state;
    const step = position.in === 'script' || position.in === 'closed' ? position.step : undefined;
    const tags = step === undefined ? [] : (about.get(step) ?? []);
    for (const [id, flag] of flags)
      for (const tag of tags)
        if (flag.forbids?.includes(tag) && !isKnownFalse(id, flag, state))
          note(
            'forbidden-text',
            `scripts.${walk.script}.steps.${step}`,
            `expected nothing about ${tag} unless the flag "${id}" is known false, found it said: lead here only behind its opposite`,
            { path: pathTo(state) },
          );
  }
}

/** A flag that only a tick raises is known false while the tick is off. */
function isKnownFalse(id: FlagId, { when, observable }: Flag, { ticks, facts }: SessionState): boolean {
  if (ticks.includes(id) && !observable?.states) return false;
  return !when || evaluate(when, facts).truth === false;
}

/** Guarded words have a flag that forbids them, and the dependence line is part of every advice on alcohol. */
export function guardFindings(pack: Pack, id: ScriptId, script: Script, note: Note): void {
  const forbidden = new Set(flagsFor(pack, script.behaviour).flatMap(([, { forbids = [] }]) => forbids));
  for (const [name, step] of Object.entries(script.steps)) {
    const said = aboutAt(pack, step);
    const where = `scripts.${id}.steps.${name}`;
    for (const { about, behaviours } of guarded)
      if (said.includes(about) && !forbidden.has(about) && (behaviours?.includes(script.behaviour) ?? true))
        note(
          'guard-missing',
          where,
          `expected a flag that forbids ${about} until it is known false, found none: add the flag, or take the words out`,
        );
    for (const { about, behaviour } of alwaysSaid)
      if (step.kind === 'advise' && script.behaviour === behaviour && !said.includes(about))
        note(
          'dependence-line',
          where,
          `expected advice on ${behaviour} to say ${about}, found none: add the line to what is said or noted`,
        );
  }
}
