import { expect, it } from 'vitest';
import { oneService, whole } from './one-service.js';

// A feed is somebody else's: whatever stands in its fields, and however much of it, it is read in a moment. Patterns that
// look back take minutes over texts like these.

const length = 30_000;
const all = (piece: string) => piece.repeat(length / piece.length);
const texts = [
  `a${all(' ')}b`,
  `${all('\n')}x`,
  ...[
    '<',
    '<a ',
    '&',
    '1',
    '1-',
    '(',
    '; ',
    ', ',
    'a.',
    'x@',
    'http://',
    '+44 ',
    'mo 9-17;',
    '9am ',
    'from 16 to ',
    'FREQ=',
  ].map(all),
];

/** A service in which every text is this one. */
const filledWith = (text: string) => ({
  ...{ alternate_name: text, description: text, url: text, email: text, status: text, fees: text, wait_time: text },
  ...{ application_process: text, assured_date: text, last_modified: text, hours: text, who: text, topics: text },
  ...{ minimum_age: text, maximum_age: text, eligibility_description: text, interpretation_services: text },
  organization: { id: text, name: text, description: text, website: text, email: text },
  languages: [{ name: text, code: text }],
  cost_options: [{ amount: text, amount_description: text, option: text, valid_from: text, currency: text }],
  service_areas: [{ name: text, extent: text, uri: text, extent_type: text }],
  phones: [{ number: text, extension: text, type: text, description: text }],
  contacts: [{ name: text, email: text, phones: [{ number: text }] }],
  schedules: [
    {
      ...{ freq: text, byday: text, opens_at: text, closes_at: text, description: text, dtstart: text, until: text },
      ...{
        valid_from: text,
        valid_to: text,
        count: text,
        interval: text,
        bymonthday: text,
        byweekno: text,
        wkst: text,
      },
    },
    { freq: 'WEEKLY', byday: 'MO', opens_at: text, closes_at: '17:00' },
  ],
  locations: [
    {
      ...{ name: text, latitude: text, longitude: text, transportation: text, location_type: text },
      addresses: [{ address_1: text, city: text, postal_code: text, country: text, address_type: text }],
      accessibility: [{ description: text, details: text }],
    },
  ],
  attributes: [{ label: text, value: text, taxonomy_term: { name: text, code: text, taxonomy: text } }],
});

it.each(texts.map((text) => [JSON.stringify(text.slice(0, 8)), text]))(
  'reads a service in a moment in which every text is %s over and over',
  (_, text) => {
    const { service, codes } = oneService(filledWith(text));
    expect(service.id).toBe(whole.id);
    expect(codes).not.toEqual([]);
  },
);
