import { expect, it } from 'vitest';
import { read } from '../../test/one-service.js';
import { readServices } from '../read-services.js';
import { columnNames, templateLanguages } from './column-names.js';
import { templateCsv } from './template.js';

it.each(templateLanguages)('the template in %s is read without a repair, and every column of it counts', (language) => {
  const { services, report } = readServices(templateCsv(language, '2026-11-22'), read);
  expect(report).toMatchObject({ read: 1, kept: 1, repaired: [], notCarried: {} });
  expect(services).toMatchObject([
    {
      id: 'walk-1',
      state: 'open',
      needs: [
        { need: 'be-active', how: 'main' },
        { need: 'loneliness', how: 'main' },
      ],
      delivery: ['in-person'],
      locations: [{ stepFree: 'yes' }],
      minimumAge: 18,
      area: { kind: 'text' },
      interpreter: 'no',
      cost: 'free',
      access: { self: 'yes', 'drop-in': 'yes' },
      hours: [{ day: 2, opens: '10:00', closes: '11:00' }],
      assuredOn: '2026-11-22',
      organization: { responsible: expect.stringMatching(/./) as unknown },
    },
  ]);
  expect(services[0]?.languages).toHaveLength(2);
});

it('heads no two columns alike in any language', () => {
  for (const language of templateLanguages) {
    const heads = columnNames.map((names) => names[language]);
    expect(new Set(heads).size).toBe(heads.length);
  }
});
