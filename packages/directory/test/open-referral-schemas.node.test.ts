import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '@everycontact/core';
import { aService } from '@everycontact/core/testing';
import { openReferralHandler } from '@everycontact/directory';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

// The schemas are share-alike, so they are not in this repository: the variable names where they are.
const folder = join(process.env.EVERYCONTACT_OPEN_DATA ?? '', 'hsds', 'oruk-3.0', 'schema');
const there = process.env.EVERYCONTACT_OPEN_DATA !== undefined && existsSync(folder);
if (!there)
  console.info(
    'Not run: the schemas of Open Referral UK 3.0. Set EVERYCONTACT_OPEN_DATA to a folder that holds hsds/.',
  );

const ids = [1, 2, 3].map((number) => `ac148810-d857-441c-9679-408f346de1${number}0`) as [string, string, string];
const services: readonly Service[] = [
  aService({ id: ids[0], name: 'Bare (invented)' }),
  aService({
    id: ids[1],
    name: 'Stop smoking (invented)',
    state: 'paused',
    organization: { id: 'elderwick', name: 'Elderwick Health (invented)' },
    needs: [
      { need: 'stop-smoking', how: 'main' },
      { need: 'debt', how: 'side' },
    ],
    minimumAge: 16.5,
    maximumAge: 64,
    languages: ['pl'],
    interpreter: 'yes',
    phone: '01632 960123',
    email: 'stop@example.org',
    url: 'https://example.org/stop',
    cost: 'free',
    assuredOn: '2026-10-01',
    changedOn: '2026-11-01',
    alert: 'Moved to Mill Lane.',
    area: { kind: 'codes', codes: ['E06000023'] },
    access: { self: 'yes', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
    who: { pregnant: 'yes' },
    hours: [{ day: 2, opens: '09:00', closes: '17:00' }],
    closures: [{ from: '2026-12-24', to: '2027-01-01' }],
    capacity: { state: 'full', asOf: '2026-11-20' },
    locations: [
      {
        id: 'place-1',
        name: 'Mill Lane',
        address: '1 Mill Lane, Wexmarsh, WX1 2AB',
        latitude: 52.9,
        longitude: -1.4,
        stepFree: 'yes',
      },
      { id: 'place-2', address: 'The old town hall', stepFree: 'unknown' },
    ],
  }),
  aService({
    id: ids[2],
    name: 'Walking group (invented)',
    area: { kind: 'text', text: 'Wexmarsh' },
    cost: 'paid',
    timetable: [{ opens: '10:00', closes: '11:30', days: [1], weeksOfMonth: [1], until: '2026-12-31' }],
    hoursConfirmedUntil: '2026-12-31',
  }),
];
const handler = openReferralHandler(() => ({ services, asOf: '2026-11-21T06:00:00.000Z' }));
const ask = async (path: string): Promise<unknown> => handler(new Request(`http://localhost${path}`)).json();

describe.runIf(there)('the schemas of Open Referral UK 3.0', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
  ajv.addFormat('uri', /^[a-z]+:\/\/\S+$/i);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  for (const file of there ? readdirSync(folder) : []) {
    if (file !== 'openapi.json') ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object, file);
  }
  const faults = (record: unknown) => (ajv.validate('service.json', record) ? [] : ajv.errors);

  it.each(ids)('hold the whole record of %s', async (id) => {
    expect(faults(await ask(`/services/${id}`))).toEqual([]);
  });

  it('hold every record of a short list', async () => {
    const { contents } = (await ask('/services')) as { contents: readonly unknown[] };
    expect(contents.map(faults)).toEqual(contents.map(() => []));
  });

  it('would not hold a record without its name', async () => {
    const record = (await ask(`/services/${ids[0]}`)) as object;
    expect(faults({ ...record, name: undefined })).not.toEqual([]);
  });
});
