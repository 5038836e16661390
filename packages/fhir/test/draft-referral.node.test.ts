import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { policy } from '@everycontact/content/policies/default';
import { sweden } from '@everycontact/content/sweden';
import { decide, emptyHistory } from '@everycontact/core/prompting';
import type * as r4 from 'fhir/r4.js';
import { expect, it } from 'vitest';
import { cardFor } from '../src/cds-hooks.js';
import { validators } from './validators.js';

const now = '2026-11-22T09:30:00.000Z';
const facts = { 'context.age': 41, 'context.pregnant': false };

it.each([england, denmark, sweden])('a draft of a referral on a card of $id is R4 for two validators', (pack) => {
  const drafts = Object.keys(pack.behaviours).flatMap((behaviour) => {
    const off = Object.keys(pack.behaviours).filter((one) => one !== behaviour);
    const card = cardFor(decide(pack, { ...policy, preview: true, off }, emptyHistory, facts, now), {
      pack,
      locale: pack.locales[0] ?? 'en',
      hookInstance: '2f1c3c26-6a0f-4c0e-9d0b-52d0a7f0c9b4',
      context: { patientId: 'p-1', encounterId: 'e-1' },
      canonical: 'https://record.wexmarsh.example/fhir',
      source: { label: 'everycontact' },
      mayRefer: true,
    });
    return (card?.suggestions ?? []).map(({ actions: [{ resource }] }) => resource as r4.Resource);
  });
  expect(drafts).toHaveLength(3);
  for (const draft of drafts) {
    expect([...validators.medplum(draft), ...validators.fhir(draft)]).toEqual([]);
    const { subject: _, ...without } = draft as r4.ServiceRequest;
    expect(validators.medplum(without as r4.Resource)).not.toEqual([]);
    expect(validators.fhir(without as r4.Resource)).not.toEqual([]);
  }
});
