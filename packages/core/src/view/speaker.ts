import type { HelpLine, Pack, TextKey, UrgentPart } from '../pack/pack.js';
import type { Day, Reader } from '../pack/reader.js';
import { oncePer } from '../pack/once-per.js';
import { noteOn } from '../pack/standing.js';
import { findText, type Parameters } from '../pack/text.js';
import type { InterfaceText } from '../pack/interface-texts.js';
import type { HelpCard, Line, ShownLine } from '../session/shown.js';

/** Puts texts into words for one reader on one day. */
export interface Speaker {
  readonly reader: Reader;
  /** A text of the pack, with what must be said of its standing. */
  line(key: TextKey, parameters?: Parameters): Line;
  /** Only its words. */
  text(key: TextKey, parameters?: Parameters): string;
  /** A label of the interface. */
  label(key: InterfaceText, parameters?: Parameters): string;
  helpLine(line: HelpLine): ShownLine;
}

type Texts = Pick<Pack, 'place' | 'locales' | 'texts'>;

/** The speaker of a pack for a reader on a day; it says each line without parameters only once. */
export function speaker(pack: Texts, reader: Reader, today: Day): Speaker {
  const known = speakers(pack);
  const found = known.find((one) => one.today === today && sameReader(one.say.reader, reader));
  if (found) return found.say;
  const say = newSpeaker(pack, reader, today);
  known.unshift({ today, say });
  known.splice(speakersKept);
  return say;
}

const speakersKept = 16;
const speakers = oncePer((_: Texts): { readonly today: Day; readonly say: Speaker }[] => []);

const sameReader = (a: Reader, b: Reader) =>
  a.locale === b.locale && a.audience === b.audience && a.variant === b.variant;

function newSpeaker(pack: Texts, reader: Reader, today: Day): Speaker {
  const said = new Map<TextKey, Line>();
  const help = new Map<HelpLine, ShownLine>();
  const worded = (key: TextKey, parameters?: Parameters): Line => {
    const { text, lang, source } = findText(pack, reader, key, parameters);
    const note = noteOn(source, today);
    return { text, lang, ...(note && { note, checkedOn: source.checkedOn }) };
  };
  const line = (key: TextKey, parameters?: Parameters): Line => {
    if (parameters) return worded(key, parameters);
    const before = said.get(key);
    if (before) return before;
    const now = worded(key);
    said.set(key, now);
    return now;
  };
  const text = (key: TextKey, parameters?: Parameters): string =>
    parameters ? findText(pack, reader, key, parameters).text : line(key).text;
  return {
    reader,
    line,
    text,
    label: text,
    helpLine: (one) => {
      const before = help.get(one);
      if (before) return before;
      const note = noteOn(one, today);
      const { text, lang } = line(one.name);
      const name = { text, lang, ...(note && { note, checkedOn: one.checkedOn }) };
      const { hours, ...bare } = one;
      const now: ShownLine = { ...bare, name, ...(hours && { hours: line(hours) }) };
      help.set(one, now);
      return now;
    },
  };
}

/** Urgent help from the one part of a pack that is still whole: what a face shows when everything else is broken. */
export function helpCard(part: UrgentPart, help: string, reader: Reader, today: Day): HelpCard {
  const { line, helpLine } = speaker(part, reader, today);
  const { heading, worker, lines } = part.urgentHelp[help] ??
    part.urgentHelp[part.helpAtHand] ?? { heading: '', worker: '', lines: [] };
  return { heading: line(heading), worker: line(worker), lines: lines.map(helpLine) };
}
