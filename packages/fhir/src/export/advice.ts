import type * as r4 from 'fhir/r4.js';
import { codesFor } from '../codes/code-map.js';
import type { Draft } from './draft.js';
import { addRefusal } from './observations.js';
import { formOf } from './questionnaire-response.js';

/** Advice that was given, and advice that was declined. Both need a person whose record it is. */
export function addAdvice(draft: Draft, response: r4.Reference, reasons: readonly r4.Reference[]): void {
  const { record, about } = draft;
  const { subject } = about;
  if (!subject) return;
  if (record.advised) draft.add('advice', { ...advice(draft, subject, reasons), status: 'completed' });
  else if (record.declined) {
    const statusReason = draft.concept(['refusal'], draft.name('refusal'));
    draft.add('advice', { ...advice(draft, subject, reasons), status: 'not-done', statusReason });
    addRefusal(draft, `advice-declined.${record.behaviour}`, response);
  }
}

/** Codes of advice on this behaviour by this method, else on this behaviour by any. */
function advice(draft: Draft, subject: r4.Reference, reasons: readonly r4.Reference[]) {
  const { record, options, about, at, author } = draft;
  const { behaviour, method } = record;
  const byMethod = `advice.${behaviour}.${method}`;
  const own = codesFor(byMethod, record.place, options.codes).length ? byMethod : `advice.${behaviour}`;
  const text = draft.name('advice', {
    method: draft.name(`method.${method}`),
    behaviour: draft.name(`behaviour.${behaviour}`),
  });
  return {
    resourceType: 'Procedure' as const,
    instantiatesCanonical: [formOf(draft)],
    category: { coding: [{ system: 'http://snomed.info/sct', code: '409063005', display: 'Counselling' }] },
    code: draft.concept([own], text),
    ...about,
    subject,
    performedDateTime: at,
    ...(author && { performer: [{ actor: author }] }),
    ...(reasons.length && { reasonReference: [...reasons] }),
  };
}
