import type { Service, Stated } from '@everycontact/core';

type Who = Readonly<Record<string, Stated>>;
type Rule = readonly [RegExp, Who];

/** What a topic, a name or a `who` cell says in so many words. */
const byTerm: readonly Rule[] = [
  [/^(?:for )?(?:women|females?|kvinder|kvinnor)$/i, { women: 'yes' }],
  [/^(?:for )?(?:men|males?|mænd|män)$/i, { men: 'yes' }],
  [/^(?:for )?(?:pregnan\w*(?: women| people)?|gravid[ea]?)$/i, { pregnant: 'yes' }],
  [/^(?:for )?(?:(?:nhs |council )?staff|employees|medarbejdere|ansatte|medarbetare|anställda)$/i, { staff: 'yes' }],
  [/^(?:for )?(?:volunteers|frivillig[ae]|volontärer)$/i, { volunteers: 'yes' }],
  [/^(?:for )?(?:(?:unpaid )?carers|caregivers|pårørende|anhöriga)$/i, { carers: 'yes' }],
];

/** What running text says: "for" someone is a yes. */
const byWords: readonly Rule[] = [
  [/\bfor (?:all |men and )?women\b|\bfor (?:mænd og )?kvinder\b|\bför (?:män och )?kvinnor\b/i, { women: 'yes' }],
  [/\bfor (?:all |women and )?men\b|\bfor (?:kvinder og )?mænd\b|\bför (?:kvinnor och )?män\b/i, { men: 'yes' }],
  [/\bfor (?:unpaid |young |family )?carers\b|\bfor pårørende\b|\bför anhöriga\b/i, { carers: 'yes' }],
];

const forPregnant =
  /\bfor pregnan|\b(?:if|while|when|are) (?:you are )?pregnant\b|\bpregnant women\b|\bfor gravide\b|\bför gravida\b/i;
const notPregnant =
  /\bnot (?:suitable |meant |open )?(?:for|if|during|in)(?: you are| people who are)? pregnan|\bikke (?:for |til |egnet (?:for|til) )?gravide\b|\binte (?:lämpligt? )?(?:för )?gravida\b/i;

/** Who is shut out. Never read from a description: "a women-only hour on Sundays" closes no door for the rest of the week. */
const onlyFor: readonly Rule[] = [
  [
    /(?<!pregnant )\bwomen[- ]only\b|\bonly for women\b|\bkun (?:for )?kvinder\b|\b(?:endast|bara) (?:för )?kvinnor\b/i,
    { women: 'yes', men: 'no' },
  ],
  [
    /(?<!pregnant )\bmen[- ]only\b|\bonly for men\b|\bkun (?:for )?mænd\b|\b(?:endast|bara) (?:för )?män\b/i,
    { men: 'yes', women: 'no' },
  ],
  [
    /\b(?:staff|employees) only\b|\bonly for (?:our )?(?:staff|employees)\b|\bkun for (?:medarbejdere|ansatte)\b|\b(?:endast|bara) för (?:medarbetare|anställda)\b/i,
    { staff: 'yes', others: 'no' },
  ],
];

const onlyPregnant =
  /\bpregnant (?:women|people)[- ]only\b|\bonly (?:for )?pregnant\b|\bkun (?:for )?gravide\b|\b(?:endast|bara) (?:för )?gravida\b/i;

/** Not only for some is for others as well; not for some is no yes for them, and how far it is a no, running text does not say. */
const notOnly = /\b(?:not (?:only|just)|ikke (?:kun|bare)|inte (?:bara|endast|enbart))\b/gi;
const notFor = /\b(?:not|ikke|inte)\b[^.,:;]{0,40}\b(?:for|för)\b[^.,:;]*/gi;

/** A sentence on pregnancy with a no in it is no yes. */
const isOpen = (sentence: string) =>
  !(
    /pregnan|gravid/i.test(sentence) && /\b(?:not|no|cannot|can['’]t|unable|unsuitable|ikke|inte|ej)\b/i.test(sentence)
  );

const everybody = /^(?:for |open to )?(?:any(?:one|body)|every(?:one|body)|all|alle|alla)$/i;

/** Whether a `who` cell says something that is understood, if only that all may come. */
export const isWho = (cell: string): boolean =>
  everybody.test(cell.trim()) || Object.keys(whoOf('', [cell])).length > 0;

/**
 * Whom the service says it takes. Unknown is left out, never turned into a no.
 *
 * @param terms topics and the cells of `who`
 * @param eligibility the feed's own sentence on who may come; @param text the description
 */
export function whoOf(name: string, terms: readonly string[], eligibility = '', text = ''): Service['who'] {
  const found: Record<string, Stated> = {};
  const title = [name, ...terms].join('. ').replace(notOnly, '');
  const who = eligibility.replace(notOnly, '');
  const words = `${title}. ${who}. ${text.replace(notOnly, '')}`;
  for (const [says, means] of byTerm) if (terms.some((term) => says.test(term.trim()))) Object.assign(found, means);
  for (const [says, means] of byWords) if (says.test(words.replace(notFor, ''))) Object.assign(found, means);
  if (words.split(/[.;:]/).some((sentence) => forPregnant.test(sentence) && isOpen(sentence))) found.pregnant = 'yes';
  if (notPregnant.test(words)) found.pregnant = 'no';
  for (const [says, means] of onlyFor) if (says.test(`${title}. ${who}`)) Object.assign(found, means);
  if (onlyPregnant.test(title)) Object.assign(found, { pregnant: 'yes', notPregnant: 'no' });
  return found;
}
