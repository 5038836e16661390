import type { HelpLine, Pack, TextKey, UrgentPart } from '../pack/pack.js';
import type { Day, Reader } from '../pack/reader.js';
import { noteOn } from '../pack/standing.js';
import { findText, type Parameters } from '../pack/text.js';
import type { InterfaceText } from '../pack/interface-texts.js';
import type { HelpCard, Line, ShownLine } from '../session/shown.js';

/** Puts texts into words for one reader on one day. */
export interface Speaker {
  readonly reader: Reader;
  /** A text of the pack, with what must be said of its standing. */
  line(key: TextKey, parameters?: Parameters): Line;
  /** A label of the interface. */
  label(key: InterfaceText, parameters?: Parameters): string;
  helpLine(line: HelpLine): ShownLine;
}

export function speaker(pack: Pick<Pack, 'place' | 'locales' | 'texts'>, reader: Reader, today: Day): Speaker {
  const line = (key: TextKey, parameters?: Parameters): Line => {
    const { text, lang, source } = findText(pack, reader, key, parameters);
    const note = noteOn(source, today);
    return { text, lang, ...(note && { note, checkedOn: source.checkedOn }) };
  };
  return {
    reader,
    line,
    label: (key, parameters) => findText(pack, reader, key, parameters).text,
    helpLine: ({ hours, ...help }) => {
      const note = noteOn(help, today);
      const { text, lang } = line(help.name);
      const name = { text, lang, ...(note && { note, checkedOn: help.checkedOn }) };
      return { ...help, name, ...(hours && { hours: line(hours) }) };
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
