import type { Service, Stated } from '@everycontact/core';

type Who = Readonly<Record<string, Stated>>;
type Rule = readonly [RegExp, Who];

/** What a topic, a name or a `who` cell says in so many words. */
const byTerm: readonly Rule[] = [
  [/^(?:for )?(?:women|females?|kvinder)$/i, { women: 'yes' }],
  [/^(?:for )?(?:men|males?|mænd)$/i, { men: 'yes' }],
  [/^(?:for )?(?:pregnan\w*(?: women| people)?|gravide?)$/i, { pregnant: 'yes' }],
  [/^(?:for )?(?:(?:nhs |council )?staff|employees|medarbejdere|ansatte)$/i, { staff: 'yes' }],
  [/^(?:for )?(?:volunteers|frivillige)$/i, { volunteers: 'yes' }],
  [/^(?:for )?(?:(?:unpaid )?carers|caregivers|pårørende)$/i, { carers: 'yes' }],
];

/** What running text says: "for" someone is a yes; a no is only ever where it is written. */
const byWords: readonly Rule[] = [
  [/\bfor (?:all )?women\b|\bfor kvinder\b/i, { women: 'yes' }],
  [/\bfor (?:all )?men\b|\bfor mænd\b/i, { men: 'yes' }],
  [
    /\bfor pregnan|\b(?:if|while|when|are) (?:you are )?pregnant\b|\bpregnant women\b|\bfor gravide\b/i,
    { pregnant: 'yes' },
  ],
  [/\bfor (?:unpaid |young |family )?carers\b|\bfor pårørende\b/i, { carers: 'yes' }],
  [/\b(?:women[- ]only|only for women|kun (?:for )?kvinder)\b/i, { women: 'yes', men: 'no' }],
  [/\bmen[- ]only\b|\bonly for men\b|\bkun (?:for )?mænd\b/i, { men: 'yes', women: 'no' }],
  [
    /\bnot (?:suitable |meant |open )?(?:for|if|during|in)(?: you are| people who are)? pregnan|\bikke (?:for |til |egnet (?:for|til) )?gravide\b/i,
    { pregnant: 'no' },
  ],
  [
    /\b(?:staff|employees) only\b|\bonly for (?:our )?(?:staff|employees)\b|\bkun for (?:medarbejdere|ansatte)\b/i,
    { staff: 'yes', others: 'no' },
  ],
];

const onlyPregnant = /\bpregnant (?:women|people)[- ]only\b|\bonly (?:for )?pregnant\b|\bkun (?:for )?gravide\b/i;

/**
 * Whom the service says it takes. Unknown is left out, never turned into a no.
 *
 * @param terms topics and the cells of `who`; @param text eligibility and description
 */
export function whoOf(name: string, terms: readonly string[], text: string): Service['who'] {
  const found: Record<string, Stated> = {};
  for (const [says, means] of byTerm) if (terms.some((term) => says.test(term.trim()))) Object.assign(found, means);
  const all = [name, ...terms, text].join('. ');
  for (const [says, means] of byWords) if (says.test(all)) Object.assign(found, means);
  if (onlyPregnant.test([name, ...terms].join('. '))) Object.assign(found, { pregnant: 'yes', notPregnant: 'no' });
  return found;
}
