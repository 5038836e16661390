import type { Pack } from '../pack/pack.js';
import type { Day, Locale } from '../pack/reader.js';
import type { Shown, View } from '../session/shown.js';
import { directionOf } from '../view/direction.js';
import { speaker, type Speaker } from '../view/speaker.js';
import type { TakeAway, Told } from './document.js';
import { fromLine, fromMatch } from './entry.js';
import { numbersForTheWorker } from './for-the-worker.js';

/** A screen that may be turned towards the person, in one language. */
export interface PersonView extends Pick<TakeAway, 'lang' | 'dir' | 'banner' | 'groups'> {
  /** What is said aloud on this step. */
  readonly heading?: Told;
  /** What may be answered, without what was answered. */
  readonly choices: readonly string[];
}

/**
 * What a person may see of the screen in front of the worker: no prompt, tick, reason, exclusion, result or given answer,
 * and no line that is for the worker alone.
 *
 * @param shown the screen as `view(pack, state, { locale, audience: 'person' })` gives it, which is in no variant
 * @param today the day by which standings are judged: `state.today`
 * @returns nothing where the screen is hidden, urgent help or confidential
 */
export function personView(shown: View, pack: Pack, locale: Locale, today: Day): PersonView | undefined {
  if (shown.hidden || shown.kind === 'urgent' || (shown.kind === 'notice' && shown.confidential)) return undefined;
  const say = speaker(pack, { locale, audience: 'person' }, today);
  const { say: heading } = shown;
  return {
    lang: locale,
    dir: directionOf(locale),
    ...(shown.preview && { banner: say.line('ui.preview') }),
    ...(heading && { heading: { text: heading.text, lang: heading.lang } }),
    choices: choicesOf(shown),
    groups: groupsOf(shown, pack, say),
  };
}

/** The ends of a ruler stand at its first and last number. */
function choicesOf(shown: Shown): readonly string[] {
  if (shown.kind !== 'question' && shown.kind !== 'ruler') return [];
  const labels = shown.choices.map(({ label }) => label);
  if (shown.kind === 'question') return labels;
  const ends = [shown.low, ...labels.slice(2).map(() => undefined), shown.high];
  return labels.map((label, index) => [label, ends[index]?.text].filter(Boolean).join(' · '));
}

/** The services nobody has said no to, then the lines that are there for everybody. */
function groupsOf(shown: Shown, pack: Pack, say: Speaker): PersonView['groups'] {
  if (!('groups' in shown)) return [];
  const isHidden = numbersForTheWorker(pack);
  const matches = shown.groups
    .flatMap(({ services }) => (typeof services === 'string' ? [] : services.matches))
    .filter(({ passed, phone }) => !passed && !isHidden(phone));
  const lines = shown.groups.flatMap(({ national }) => national).filter(({ workerOnly }) => !workerOnly);
  return [
    { heading: say.line('ui.local'), entries: matches.map((match) => fromMatch(match, say)) },
    { heading: say.line('ui.national'), entries: lines.map((line) => fromLine(line, say)) },
  ].filter(({ entries }) => entries.length > 0);
}
