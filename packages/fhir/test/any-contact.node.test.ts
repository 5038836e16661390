import * as content from '@everycontact/content';
import { createSession, EveryContactError, type Pack, type View } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { picked, picks } from '../../core/test/picks.js';
import { toBundle } from '../src/index.js';

const packs: readonly Pack[] = Object.values(content);
const scripts = packs.flatMap((pack) => Object.keys(pack.scripts).map((script) => ({ pack, script })));

/** Answers that open urgent help: a record of the person holds none of them, whatever was done then. */
const directory = memoryDirectory([], '2026-11-22T09:00:00.000Z');
const grave = /"code":"(end-life|now)"/;
const isGrave = (value: unknown) => value === 'end-life' || value === 'now';
/** Scripts in which such an answer can be given: half of the contacts, or hardly any would come to it. */
const graver = scripts.filter(({ pack, script }) =>
  /"value":"(end-life|now)"/.test(JSON.stringify(pack.scripts[script])),
);
const ended = (view: View) => view.kind === 'closed';

/** Whatever somebody taps, to the end: any choice on any view, going back, urgent help and its way back included. */
function contact(
  { pack, script }: (typeof scripts)[number],
  taps: readonly number[],
  setting: 'patient' | 'public' | 'staff',
) {
  const reader = { locale: pack.locales[0] ?? '', audience: 'worker' as const };
  const occasion = { setting, mayRefer: true, registered: true };
  const session = createSession({ pack, script, occasion, reader, directory, preview: true });
  for (const tap of taps) {
    const choice = picked(session.view, tap);
    if (choice) session.send(choice.intent);
  }
  return { record: toContactRecord(session.log), closed: ended(session.view), log: session.log };
}

it('any taps make a bundle, or a refusal in words, and nothing of urgent help is in it', () => {
  let exported = 0;
  let urgent = 0;
  let answered = 0;
  let offered = 0;
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...scripts), fc.constantFrom(...graver)),
      picks(24),
      fc.constantFrom('patient' as const, 'public' as const, 'staff' as const),
      (script, taps, setting) => {
        const { record, closed, log } = contact(script, taps, setting);
        const make = () =>
          JSON.stringify(
            toBundle(record, {
              canonical: 'https://packs.wexmarsh.uk/fhir',
              now: '2026-11-22T09:40:00Z',
              subject: { reference: 'Patient/1' },
              who: { mayRefer: true },
              codes: { marks: ['verified', 'second-hand', 'to-confirm'] },
            }),
          );
        if (setting === 'staff' || !closed) {
          expect(make).toThrow(EveryContactError);
          return;
        }
        exported += 1;
        answered += log.some((event) => event.type === 'answered' && isGrave(event.value)) ? 1 : 0;
        offered += record.reached.offered ? 1 : 0;
        urgent += record.outcome === 'urgent-help-shown' ? 1 : 0;
        const told = make();
        expect(told).not.toMatch(grave);
        expect(told).not.toContain('urgent');
        for (const [flag, { level, confidential }] of Object.entries(script.pack.flags))
          if (confidential || level === 'crisis' || level === 'emergency') expect(told).not.toContain(flag);
      },
    ),
    { numRuns: 500 },
  );
  expect(exported).toBeGreaterThan(100);
  expect(urgent).toBeGreaterThan(2);
  expect(answered, 'contacts with an answer that opens urgent help').toBeGreaterThan(0);
  expect(offered, 'contacts that came to a service').toBeGreaterThan(0);
});
