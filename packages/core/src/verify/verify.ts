import type { Pack, ScriptId } from '../pack/pack.js';
import type { Day } from '../pack/reader.js';
import { loopIn } from '../pack/script-graph.js';
import { bandFindings } from './bands.js';
import { countPaths } from './count.js';
import { flagFindings, neverFindings, stepFindings } from './coverage.js';
import { forbiddenFindings, guardFindings } from './guards.js';
import { helpFindings } from './help.js';
import { leftOutFindings } from './left-out.js';
import { lengthFindings, methodFindings } from './methods.js';
import { openPlaceFindings } from './open-places.js';
import { readabilityFindings } from './readability.js';
import { type Note, notebook, type PackReport, type VerifyOptions } from './report.js';
import { standingFindings } from './standings.js';
import { textFindings } from './texts.js';
import { type Walk, walk } from './walk.js';

/** What the proof rests on. Each is held by a test beside this file or by the type of a condition. */
const assumes = [
  'advance reads position, facts, flags and pack, and nothing else',
  'conditions compare one fact with constants; between two constants nothing changes',
  'a score moves by the points of its options alone',
  'a measure only rises or only falls with each of its numbers',
  'what the host may tell has a declared domain',
  'each script is walked alone; what a contact shares arrives as context',
] as const;

/**
 * Walks every path of every script with the function that runs in production, and reads every text: all that is wrong with a
 * pack, each with the steps that lead there. Nothing is thrown.
 *
 * @param pack one that `parsePack` gave back
 * @param on the day its reviews are judged by
 */
export function verifyPack(pack: Pack, on: Day, options: VerifyOptions = {}): PackReport {
  const { findings, note } = notebook();
  helpFindings(pack, note);
  standingFindings(pack, on, options.release ?? false, note);
  leftOutFindings(pack, note);
  openPlaceFindings(pack, options.release ?? false, note);
  textFindings(pack, note);
  bandFindings(pack, note);
  readabilityFindings(pack, options.readability, note);
  const walks = Object.keys(pack.scripts).flatMap((id) => {
    const walked = scriptFindings(pack, id, on, note);
    options.onProgress?.(id, walked?.nodes.length ?? 0);
    return walked ?? [];
  });
  const ignored = walks.flatMap((walked) => flagFindings(pack, walked, note));
  if (walks.length === Object.keys(pack.scripts).length) neverFindings(pack, walks, ignored, note);
  return {
    findings,
    states: walks.reduce((sum, { nodes }) => sum + nodes.length, 0),
    paths: Object.fromEntries(walks.map((walked) => [walked.script, countPaths(walked)])),
    scripts: Object.keys(pack.scripts).length,
    texts: Object.keys(pack.texts[pack.locales[0] ?? ''] ?? {}).length,
    locales: pack.locales,
    assumes,
  };
}

/** A script that goes round is not walked: there is no end to it. */
function scriptFindings(pack: Pack, id: ScriptId, on: Day, note: Note): Walk | undefined {
  const script = pack.scripts[id];
  if (!script) return undefined;
  methodFindings(pack, id, script, note);
  guardFindings(pack, id, script, note);
  for (const [as, step] of Object.entries(script.endings))
    if (script.steps[step]?.kind !== 'close')
      note(
        'decline-too-far',
        `scripts.${id}.endings.${as}`,
        `expected a close step one key away, found "${step}": name a close step`,
      );
  const loop = loopIn(script);
  if (loop) {
    note(
      'loop',
      `scripts.${id}.steps.${loop.at(-1)}`,
      `expected every path to end, found ${loop.join(' → ')}: lead one of them on`,
      { path: loop },
    );
    return undefined;
  }
  const walked = walk(pack, id, on);
  stepFindings(pack, walked, note);
  forbiddenFindings(pack, walked, note);
  lengthFindings(pack, walked, note);
  return walked;
}
