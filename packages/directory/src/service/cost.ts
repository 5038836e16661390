import type { Day, Service } from '@everycontact/core';
import type { Notes, Source } from '../source.js';

const free = /\b(?:free|gratis|no (?:charge|cost|fee)|vederlagsfri\w*|(?:kostnads|avgifts)fri\w*|utan kostnad|0 kr)\b/i;
const notFree = /\bnot free\b|\b(?:ikke|inte) gratis\b/i;
const paid =
  /[£€$]\s?\d|\d\s?(?:kr\b|dkk|sek|gbp|eur)|\bpaid\b|\bcharged?\b|\bfees? (?:of|apply|applies)\b|\bbetal|\bpris\b|\begenbetaling|\bavgift(?!sfri)|\bkostar\b/i;

/** What a sentence on money says: free, paid, or both for different people. */
export function costOf(text: string): Service['cost'] {
  if (/\bmixed\b|\bbland[ea]t\b/i.test(text)) return 'mixed';
  const isFree = free.test(text) && !notFree.test(text);
  const isPaid = notFree.test(text) || paid.test(text.replace(/\bno (?:charge|cost|fee)s?\b|\b0 kr\b/gi, ''));
  if (isFree) return isPaid ? 'mixed' : 'free';
  return isPaid ? 'paid' : 'unknown';
}

/** Prices that hold today, else the sentence on fees. No price at all does not mean free. */
export function readCost(service: Source, today: Day, notes: Notes): Service['cost'] {
  const amounts = service.list('cost_options').flatMap((option) => {
    const from = option.exact('valid_from') ?? today;
    const to = option.exact('valid_to') ?? today;
    const amount = option.number('amount');
    if (from.slice(0, 10) <= today && to.slice(0, 10) >= today) return amount === undefined ? [] : [amount];
    notes.repaired('cost-outdated', option.at('amount'), `${amount ?? 'no amount'}, ${from} to ${to}`);
    return [];
  });
  const text = service.line('fees_description', 'fees');
  if (amounts.length === 0) return text === undefined ? 'unknown' : costOf(text);
  const some = amounts.some((amount) => amount > 0);
  return amounts.some((amount) => amount === 0) ? (some ? 'mixed' : 'free') : 'paid';
}
