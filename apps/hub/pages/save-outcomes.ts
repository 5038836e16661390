import type { Pack } from '@everycontact/core';
import { toBundle } from '@everycontact/fhir/record';
import type { AdvicePrompt } from '@everycontact/web-component';
import type { PageSettings } from '../src/pages/page-settings.js';
import { grantedEntries } from '../src/smart/granted-entries.js';
import type { Launched } from '../src/smart/launch.js';
import type { PatientRecord } from '../src/smart/record.js';
import { createSaver, type Saving } from '../src/smart/saver.js';
import type { wordsIn } from '../src/smart/words.js';
import { part } from './page-parts.js';

interface Around {
  readonly launched: Launched;
  readonly record: PatientRecord;
  readonly settings: PageSettings;
  readonly pack: Pack;
  readonly say: ReturnType<typeof wordsIn>;
}

/** Writes each settled topic down in the record of whoever was there at the launch, and shows how far that has come. */
export function saveOutcomes(prompt: AdvicePrompt, { launched, record, settings, pack, say }: Around): void {
  const { issuer, patient, encounter, user, scope } = launched;
  if (patient === undefined) return;
  let inPart = false;
  const saver = createSaver(
    (make) => record.write(make),
    (saving) => show(saving),
  );

  prompt.addEventListener('advice-outcome', ({ detail: { record: contact } }) => {
    const bundle = (retry: boolean) =>
      toBundle(contact, {
        canonical: settings.canonical,
        demo: settings.demo,
        now: new Date().toISOString(),
        subject: { reference: `Patient/${patient}` },
        ...(encounter !== undefined && { encounter: { reference: `Encounter/${encounter}` } }),
        ...(user !== undefined && { author: { reference: user } }),
        ...(issuer.profile && { profile: issuer.profile }),
        who: settings.worker,
        pack,
        retry,
      });
    try {
      const { bundle: first, without } = grantedEntries(bundle(false), scope);
      inPart ||= without.some((type) => !['Provenance', 'HealthcareService'].includes(type));
      if (first) saver.save(contact.recordId, (again) => (again ? grantedEntries(bundle(true), scope).bundle : first));
      else show({ state: 'not-saved', count: 1, why: 'nowhere' });
    } catch (error) {
      console.error(String(error));
      show({ state: 'not-saved', count: 1, why: 'nowhere' });
    }
  });
  addEventListener('pagehide', () => saver.drop());

  const place = part('#saving');
  const [line, button] = [part('#saving p'), part('#saving button')];
  button.textContent = say('again');
  button.addEventListener('click', () => saver.again());

  function show(saving: Saving): void {
    const { state } = saving;
    place.hidden = state === 'none';
    place.dataset.state = state;
    button.hidden = state !== 'not-saved' || !['refused', 'unreachable'].includes(saving.why);
    line.textContent = wordsFor(saving);
  }

  function wordsFor(saving: Saving): string {
    if (saving.state === 'none') return '';
    if (saving.state === 'not-saved') return `${say('not-saved')} ${say(`not-saved.${saving.why}`)}`;
    return say(saving.state === 'saved' && inPart ? 'saved-in-part' : saving.state);
  }
}
