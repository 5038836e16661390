import type { Line, ShownMatch, Speaker } from '@everycontact/core';

/** What has to be said of a sentence, in words: that it is a draft, or past its review. */
export function noteOf({ note, checkedOn, lang }: Line, label: Speaker['label']): string | undefined {
  if (note === 'draft') return label('ui.draft');
  if (note !== 'past-review' || checkedOn === undefined) return undefined;
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(checkedOn));
  return label('ui.past-review', { date });
}

/** What a reader has to know of a service besides the reasons for it, and when somebody looked at it last. */
export function factsOf(match: ShownMatch, label: Speaker['label']): readonly string[] {
  const { summary, responsible, address, hoursInWords, howTo, checkedInWords } = match;
  const facts = [
    summary,
    responsible && label('ui.responsible', { name: responsible }),
    address,
    hoursInWords,
    howTo && `${label('ui.how-to')}: ${howTo}`,
    checkedInWords.text,
  ];
  return facts.filter((fact): fact is string => Boolean(fact));
}

/** Feeds are written by others: only an address of a page becomes a link. */
export const pageOf = ({ url }: ShownMatch): string | undefined => (/^https?:/i.test(url ?? '') ? url : undefined);

/** Only one address: after `?`, `&`, `%` or `#` a link would name other receivers, a subject or a text. */
export const mailOf = ({ email }: ShownMatch): string | undefined =>
  /^[^\s@?&%#]+@[^\s@?&%#]+$/.test(email ?? '') ? `mailto:${email}` : undefined;
