import type { Pack } from '../pack/pack.js';
import { civilDay } from '../pack/standing.js';
import type { ContactRecord } from '../record/record.js';
import { isTakenAlong } from '../record/taken-along.js';
import { directionOf } from '../view/direction.js';
import { dayInWords } from '../view/day-in-words.js';
import { speaker } from '../view/speaker.js';
import type { TakeAway, TakeAwayOptions } from './document.js';
import { fromLine, fromMatch } from './entry.js';
import { numbersForTheWorker } from './for-the-worker.js';

/**
 * What a person takes home of one contact: the services that were chosen, the lines that are there for everybody, and what
 * to do in an emergency. The words are for the person, in any language of the pack.
 *
 * @param records of one contact, a record for each topic
 * @returns nothing where nothing is taken along
 */
export function takeAway(
  records: readonly ContactRecord[],
  pack: Pack,
  { reader, organisation, preview }: TakeAwayOptions,
): TakeAway | undefined {
  const taken = records.filter(isTakenAlong);
  const [first] = taken;
  if (!first) return undefined;
  const { locale } = reader;
  const today = civilDay(first.startedAt, pack.place.timeZone);
  const say = speaker(pack, { locale, audience: 'person' }, today);
  const signposts = taken.flatMap((record) => record.signposts);
  const isHidden = numbersForTheWorker(pack);
  const chosen = new Set(signposts.flatMap((one) => one.chosen.map(({ service }) => service)));

  const matches = signposts
    .flatMap(({ services }) => services)
    .filter(({ service, phone }) => chosen.has(service) && !isHidden(phone));
  const lines = signposts.flatMap(({ need }) => pack.needs[need]?.national ?? []).filter((line) => !line.workerOnly);
  const [ours, others] = [true, false].map((wanted) => lines.filter(({ id }) => chosen.has(id) === wanted));
  const groups = [
    {
      heading: say.line('ui.local'),
      entries: once(matches, ({ service }) => service).map((match) => ({
        ...fromMatch(match, say),
        chosen: true as const,
      })),
    },
    {
      heading: say.line('ui.national'),
      entries: once([...(ours ?? []), ...(others ?? [])], ({ id }) => id).map((line) => ({
        ...fromLine(say.helpLine(line), say),
        ...(chosen.has(line.id) && { chosen: true as const }),
      })),
    },
  ].filter(({ entries }) => entries.length > 0);
  const number = pack.place.facts['emergencyNumber']?.value ?? '';
  return {
    lang: locale,
    dir: directionOf(locale),
    title: say.line('take.title'),
    ...(preview && { banner: say.line('ui.preview') }),
    ...(organisation && { organisation }),
    date: dayInWords(locale, today),
    groups,
    emergency: say.line('take.emergency', { number }),
    appointment: say.line('take.appointment'),
  };
}

const once = <From>(all: readonly From[], id: (one: From) => string): readonly From[] => [
  ...new Map(all.map((one) => [id(one), one])).values(),
];
