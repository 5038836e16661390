import type { ContactRecord } from '../record/record.js';

/** A record of half a minute about smoking that was heard and led nowhere yet; `changes` say what else it is to be. */
export const aRecord = (changes: Partial<ContactRecord> = {}): ContactRecord => ({
  schema: 'everycontact/record@1',
  contactId: '7d1f2c00-0000-4000-8000-000000000001',
  recordId: '7d1f2c00-0000-4000-8000-000000000002',
  pack: { id: 'england', version: '1.2.0', digest: 'sha256-a7c9' },
  place: 'england',
  locale: 'en-GB',
  audience: 'worker',
  setting: 'patient',
  script: 'smoking.vba',
  behaviour: 'smoking',
  method: 'vba',
  sensitive: false,
  startedAt: '2026-11-22T09:30:00.000Z',
  endedAt: '2026-11-22T09:31:00.000Z',
  outcome: 'advised',
  permission: 'not-asked',
  reached: { asked: true, advised: true, offered: true },
  answers: [],
  results: [],
  advice: [],
  signposts: [],
  notices: [],
  ...changes,
});
