import type { ContextFacts, Started } from '../src/index.js';
import { gardening } from './sample-pack.js';

/** The first event of a talk about gardening. */
export const started = (context: ContextFacts): Started & { readonly at: string } => ({
  at: '2026-11-22T09:30:00.000Z',
  type: 'started',
  schema: 'everycontact/log@1',
  contactId: 'contact',
  recordId: 'record',
  pack: { id: gardening.id, version: gardening.version, digest: gardening.digest },
  place: 'nowhere',
  script: 'gardening.brief',
  behaviour: 'gardening',
  method: 'brief',
  sensitive: false,
  today: '2026-11-22',
  context,
  reader: { locale: 'en-GB', audience: 'worker' },
  occasion: { setting: 'patient', mayRefer: true },
});
