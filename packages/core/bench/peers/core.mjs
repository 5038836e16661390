import { england } from '@everycontact/content/england';
import { createSession, replay } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';

const at = '2026-11-22T09:30:00.000Z';
let ids = 0;
const options = {
  pack: england,
  script: 'smoking.vba',
  reader: { locale: 'en-GB', audience: 'worker' },
  occasion: { setting: 'patient' },
  context: { 'context.ageBand': '45-64' },
  directory: memoryDirectory([], at),
  preview: true,
  now: () => at,
  newId: () => `id-${ids++}`,
};
const oneService = memoryDirectory(
  [
    {
      id: 'one',
      name: 'Stop smoking in Wexmarsh (invented)',
      state: 'open',
      organization: { name: 'Wexmarsh Health Centre (invented)' },
      needs: [{ need: 'stop-smoking', how: 'main' }],
      delivery: ['phone'],
      locations: [],
      area: { kind: 'national' },
      who: {},
      languages: [],
      interpreter: 'unknown',
      cost: 'free',
      access: { self: 'yes', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
      provenance: { feed: 'benchmark', fetchedAt: at },
    },
  ],
  at,
);

/** Thirty-two people in turn: four ages, two settings, two roles, two languages. */
const people = ['18-24', '25-44', '45-64', '65-120'].flatMap((ageBand) =>
  ['patient', 'public'].flatMap((setting) =>
    [true, false].flatMap((mayRefer) =>
      ['en', 'pl'].map((language) => ({
        ...options,
        context: { 'context.ageBand': ageBand, 'context.language': language },
        occasion: { setting, mayRefer },
      })),
    ),
  ),
);
let turn = 0;
const next = () => people[turn++ % people.length];

/** As a face does it: every view is read, the intent is taken from it, and the record is folded from the whole log. */
export const session = () => toContactRecord(walk(createSession(next())).log);

/** The same where no step was gone before: a host that says where the person is has nothing of the contact kept. */
export const firstOfItsKind = () =>
  toContactRecord(walk(createSession({ ...options, occasion: { setting: 'patient', near: { area: 'ZX1' } } })).log);

/** The same with the clock and the random ids of the platform. */
export const sessionByTheClock = () =>
  toContactRecord(walk(createSession({ ...next(), now: undefined, newId: undefined })).log);

/** The same, and the look-up is waited for before a service is marked. */
export async function sessionWithLookUp() {
  const running = createSession({ ...next(), directory: oneService });
  const answered = new Promise((resolve) =>
    running.subscribe(() => typeof services(running) === 'object' && resolve()),
  );
  running.send(running.view.choices[0].intent);
  running.send(running.view.next.intent);
  await answered;
  return toContactRecord(finish(running).log);
}

/** A log read back to a state: what a resumed contact, a proof and a server do. No words are made. */
export const replayed = () => replay(england, log);

const { log } = walk(createSession(options));

function walk(running) {
  running.send(running.view.choices[0].intent);
  running.send(running.view.next.intent);
  return finish(running);
}

function finish(running) {
  running.send((services(running).matches ?? running.view.groups[0].national)[0].choices[0].intent);
  running.send(running.view.next.intent);
  running.send(running.view.next.intent);
  return running;
}

function services({ view }) {
  return view.groups?.[0].services;
}
