import type { Match } from '../directory/directory.js';
import type { ShownLine } from '../session/shown.js';
import { dayInWords } from '../view/day-in-words.js';
import { hoursInWords } from '../view/reason-words.js';
import type { Speaker } from '../view/speaker.js';
import type { TakeAwayEntry, Told } from './document.js';

/** A local service as somebody at home needs it. No summary and no reasons: those tell what was talked about. */
export function fromMatch(match: Match, say: Speaker): TakeAwayEntry {
  const { name, organization, responsible, address, phone, email, url, howTo, alert, assuredOn } = match;
  const hours = hoursInWords(say, match);
  const facts = [
    alert,
    organization === name ? undefined : organization,
    address,
    hours,
    email,
    howTo && `${say.label('ui.how-to')}: ${howTo}`,
    [
      ...(responsible ? [say.label('ui.responsible', { name: responsible })] : []),
      assuredOn
        ? say.label('ui.checked', { date: dayInWords(say.reader.locale, assuredOn) })
        : say.label('ui.checked-unknown'),
    ].join(' · '),
  ];
  return {
    name: { text: name },
    ...(phone && { phone }),
    ...reached(url),
    ...(address && { address }),
    facts: facts.flatMap((text): Told[] => (text ? [{ text }] : [])),
  };
}

/** A line that is there for everybody, with what must be said of its standing. */
export function fromLine({ name, phone, sms, url, hours, checkedOn }: ShownLine, say: Speaker): TakeAwayEntry {
  const { text, lang, note } = name;
  const checked = say.line(note === 'past-review' ? 'ui.past-review' : 'ui.checked', {
    date: dayInWords(say.reader.locale, checkedOn),
  });
  return {
    name: { text, lang },
    ...(phone && { phone }),
    ...reached(url),
    facts: [...(sms ? [say.line('ui.sms', { number: sms })] : []), ...(hours ? [hours] : []), checked].map(
      (fact): Told => ({ text: fact.text, lang: fact.lang }),
    ),
  };
}

const reached = (url = '') => (/^https?:/i.test(url) ? { web: url, ...(isPublic(url) && { code: url }) } : undefined);

/** The same for everybody: encrypted, and with no name, query or fragment that could stand for one person. */
const isPublic = (url: string) => /^https:\/\/[\w.-]+(:\d+)?(\/[^\s?#]*)?$/i.test(url);
