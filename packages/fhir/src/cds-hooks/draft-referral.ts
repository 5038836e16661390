import { findText, type BehaviourId } from '@everycontact/core';
import { codesFor } from '../codes/code-map.js';
import { nameBasedUuid } from '../name-based-uuid.js';
import type { CardOptions } from './card-options.js';
import type { DraftReferral, Suggestion } from './card-types.js';
import { cardWords } from './words.js';

/** More than two are a list to read, not a suggestion. */
const most = 2;

/**
 * Drafts of a referral to the best services, or to the kind of service where none is known; none where the worker may not
 * refer. A need without a verified code is written as text.
 */
export function draftReferrals(card: string, behaviour: BehaviourId, options: CardOptions): readonly Suggestion[] {
  const { pack, locale, mayRefer, services = [] } = options;
  const need = pack.behaviours[behaviour]?.need;
  if (!mayRefer || need === undefined || !Object.hasOwn(pack.needs, need) || !pack.needs[need]) return [];
  const text = findText(pack, { locale, audience: 'worker' }, pack.needs[need].name).text;
  const words = cardWords(locale);
  const names = services.length ? services.slice(0, most).map(({ name }) => name) : [undefined];
  return names.map((name, index): Suggestion => {
    const resource = draft(need, text, name, options);
    return {
      uuid: nameBasedUuid(card, 'referral', String(index)),
      label: words.draft.replace('{name}', () => name ?? text),
      actions: [{ type: 'create', description: words.sign, resource }],
    };
  });
}

function draft(need: string, text: string, service: string | undefined, options: CardOptions): DraftReferral {
  const { pack, context, codes } = options;
  const coding = codesFor(`referral.${need}`, pack.place.id, codes);
  return {
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'proposal',
    code: {
      ...(coding.length && { coding: coding.map(({ system, code, display }) => ({ system, code, display })) }),
      text,
    },
    subject: { reference: `Patient/${context.patientId}` },
    ...(context.encounterId !== undefined && { encounter: { reference: `Encounter/${context.encounterId}` } }),
    ...(service !== undefined && { performer: [{ display: service }] }),
  };
}
