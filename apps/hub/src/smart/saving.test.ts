import type * as r4 from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { grantedEntries } from './granted-entries.js';
import { recordOf, type Answer } from './record.js';
import { createSaver, type Saving } from './saver.js';

const launched = { issuer: { iss: 'https://record.example/fhir', name: 'Record', clientId: 'us' }, token: 'secret' };

/** A record that gives these answers one after another; a text is a network that fails. */
function asked(...answers: readonly (number | 'broken')[]) {
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  const waited: number[] = [];
  const ask: typeof fetch = (url, init = {}) => {
    sent.push({ url: url as string, init });
    const answer = answers[sent.length - 1] ?? 200;
    if (answer === 'broken') return Promise.reject(new TypeError('network'));
    return Promise.resolve(new Response('{}', { status: answer, headers: { 'retry-after': '5' } }));
  };
  const wait = (milliseconds: number) => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  return { record: recordOf(launched, ask, wait), sent, waited };
}

describe('writing to a record', () => {
  it('sends the token to the record alone, and nothing of where it comes from', async () => {
    const { record, sent } = asked();
    await record.write(() => ({ resourceType: 'Bundle' }));
    expect(sent).toMatchObject([
      {
        url: 'https://record.example/fhir',
        init: { method: 'POST', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' },
      },
    ]);
  });

  it('tries again what may go better, saying that it may have arrived; four times in all', async () => {
    const { record, sent, waited } = asked(503, 'broken', 429, 200);
    const made: boolean[] = [];
    expect(await record.write((again) => made.push(again))).toMatchObject({ ok: true });
    expect(made).toEqual([false, true, true, true]);
    expect(waited).toEqual([5000, 3000, 9000]);
    const down = asked('broken', 'broken', 'broken', 'broken', 'broken');
    expect(await down.record.write(() => ({}))).toEqual({ ok: false, why: 'unreachable' });
    expect(down.sent).toHaveLength(4);
    expect(sent).toHaveLength(4);
  });

  it.each([
    [401, 'expired'],
    [403, 'refused'],
    [422, 'refused'],
  ])('does not repeat what was answered with %i', async (status, why) => {
    const { record, sent } = asked(status);
    expect(await record.write(() => ({}))).toEqual({ ok: false, why });
    expect(sent).toHaveLength(1);
  });
});

describe('what the worker sees of it', () => {
  function saver(...answers: readonly Answer[]) {
    const shown: Saving[] = [];
    const made: boolean[] = [];
    let next = 0;
    const write = (make: (again: boolean) => unknown) => {
      made.push(make(false) as boolean);
      return Promise.resolve(answers[next++] ?? { ok: true as const, json: null });
    };
    const one = createSaver(write, (saving) => shown.push(saving));
    return { one, shown, made, settled: () => new Promise((resolve) => setTimeout(resolve)) };
  }

  it('is that it is being saved, and then that it is', async () => {
    const { one, shown, settled } = saver();
    one.save('a', () => ({}));
    one.save('a', () => ({}));
    await settled();
    expect(shown.map(({ state }) => state)).toEqual(['saving', 'saved']);
  });

  it('is how much is not saved and why, until it is tried again and goes well', async () => {
    const { one, shown, made, settled } = saver({ ok: false, why: 'unreachable' }, { ok: false, why: 'refused' });
    one.save('a', (again) => again);
    one.save('b', (again) => again);
    await settled();
    expect(shown.at(-1)).toEqual({ state: 'not-saved', count: 2, why: 'refused' });
    one.again();
    await settled();
    expect(shown.at(-1)).toEqual({ state: 'saved' });
    expect(made).toEqual([false, false, true, true]);
  });

  it('is nothing of a person who has gone', async () => {
    const { one, shown, settled } = saver({ ok: false, why: 'refused' });
    one.save('a', () => ({}));
    one.drop();
    await settled();
    expect(shown).toEqual([{ state: 'saving' }]);
  });
});

describe('what of a bundle may be written', () => {
  const reference = 'urn:uuid:1';
  const bundle: r4.Bundle<r4.FhirResource> = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      { fullUrl: reference, resource: { resourceType: 'HealthcareService', name: 'Quit clinic' } },
      {
        fullUrl: 'urn:uuid:2',
        resource: {
          resourceType: 'ServiceRequest',
          status: 'active',
          intent: 'order',
          subject: { reference: 'Patient/p-1' },
          performer: [{ reference, display: 'Quit clinic' }],
          reasonReference: [{ reference }],
        },
      },
      {
        fullUrl: 'urn:uuid:3',
        resource: {
          resourceType: 'Provenance',
          recorded: '2026-11-22T09:00:00Z',
          agent: [{ who: { display: 'x' } }],
          target: [{ reference }],
        },
      },
    ],
  };

  it('keeps the words of what stays behind, and points at nothing that is not there', () => {
    const { bundle: kept, without } = grantedEntries(bundle, 'patient/ServiceRequest.c patient/Provenance.c');
    expect(without).toEqual(['HealthcareService']);
    expect(kept?.entry?.map(({ resource }) => resource)).toEqual([
      {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        subject: { reference: 'Patient/p-1' },
        performer: [{ display: 'Quit clinic' }],
      },
    ]);
    expect(JSON.stringify(kept)).not.toContain(reference);
  });

  it('is all of it where all may be written, and nothing where nothing may', () => {
    expect(grantedEntries(bundle, 'user/*.cruds')).toEqual({ bundle, without: [] });
    expect(grantedEntries(bundle, 'patient/*.rs').bundle).toBeUndefined();
  });
});
