import { oncePer } from '../pack/once-per.js';
import type { BehaviourId, Pack, ScriptId } from '../pack/pack.js';
import type { Day } from '../pack/reader.js';
import { civilDay } from '../pack/standing.js';
import type { Happened, History, HistoryEntry } from './history.js';

interface PastEntry extends HistoryEntry {
  readonly behaviour: BehaviourId;
  /** The civil day at the place. */
  readonly day: Day;
  readonly time: number;
  /** The script in its contact: entries of the same name speak of the same prompt. */
  readonly prompt: string;
}
/** A history as the rules read it, oldest first. */
export interface Past {
  /** Each prompt once, as it was shown. */
  readonly prompts: readonly PastEntry[];
  /** What became of them: a prompt of an earlier contact that was shown and never answered counts as ignored. */
  readonly heard: readonly PastEntry[];
}

/** @param contactId the contact that is going on now: what was shown in it may still be answered */
export function pastOf(pack: Pack, { entries }: History, contactId: string | undefined): Past {
  const all = entries.map(entriesAt(pack)).sort((a, b) => a.time - b.time);
  const asked = all.filter(({ happened }) => !notPrompted.includes(happened));
  const shown = new Set(asked.filter(({ happened }) => happened === 'shown').map(({ prompt }) => prompt));
  const first = new Map([...asked].reverse().map((entry) => [entry.prompt, entry]));
  const last = new Map(asked.map((entry) => [entry.prompt, entry]));
  return {
    prompts: asked.filter((entry) =>
      shown.has(entry.prompt) ? entry.happened === 'shown' : first.get(entry.prompt) === entry,
    ),
    heard: all.flatMap((entry): PastEntry[] => {
      if (entry.happened !== 'shown') return [entry];
      const isOpen = entry.contactId === contactId || last.get(entry.prompt) !== entry;
      return isOpen ? [] : [{ ...entry, happened: 'ignored' }];
    }),
  };
}

/** When a behaviour was last raised, as a civil day at the place; nothing where it never was. */
export const lastRaised = (pack: Pack, history: History, behaviour: BehaviourId): Day | undefined =>
  pastOf(pack, history, undefined)
    .prompts.filter((entry) => entry.behaviour === behaviour)
    .at(-1)?.day;

const notPrompted: readonly Happened[] = ['not-asked', 'do-not-ask'];

/** Worked out once for each entry: a history is asked again at every contact. */
const entriesAt = oncePer((pack: Pack) =>
  oncePer(
    (entry: HistoryEntry): PastEntry => ({
      ...entry,
      behaviour: behaviourOf(pack, entry.script),
      day: civilDay(entry.at, pack.place.timeZone),
      time: Date.parse(entry.at),
      prompt: JSON.stringify([entry.contactId, entry.script]),
    }),
  ),
);

/** A script that the pack no longer has is still known by its name, `<behaviour>.<method>`. */
function behaviourOf({ scripts }: Pack, script: ScriptId): BehaviourId {
  return (Object.hasOwn(scripts, script) && scripts[script]?.behaviour) || script.replace(/\.[^.]*$/, '');
}

const dayLength = 86_400_000;
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
