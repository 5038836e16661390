import { expect, it } from 'vitest';
import { read } from '../../test/one-service.js';
import { readServices } from '../read-services.js';

it('joins tables into services, each row to its nearest owner', () => {
  const tables = {
    'services.csv': [{ id: 's', organization_id: 'o', name: 'Quit', status: 'active', assured_date: '2026-10-01' }],
    'organizations.csv': [{ id: 'o', name: 'Org' }],
    'service_at_location.csv': [{ id: 'sal', service_id: 's', location_id: 'l' }],
    'locations.csv': [{ id: 'l', location_type: 'physical', name: 'Hub', latitude: 52.9, longitude: 0.3 }],
    'address.csv': [{ id: 'a', location_id: 'l', address_1: '1 Saltgate', address_type: 'physical' }],
    'phones.csv': [
      { id: 'p', service_id: 's', location_id: 'l', service_at_location_id: 'sal', number: '01632 960002' },
      { id: 'q', service_id: 's', number: '01632 960001' },
    ],
    'schedules.csv': [{ id: 't', service_id: 's', freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '10:00' }],
    'cost_options.csv': [{ id: 'c', service_id: 's', amount: 0 }],
    'languages.csv': [{ id: 'g', service_id: 's', code: 'pl' }],
    'service_areas.csv': [{ id: 'r', service_id: 's', name: 'England' }],
    'attributes.csv': [{ id: 'b', link_id: 's', taxonomy_term_id: 'm' }],
    'taxonomy_terms.csv': [{ id: 'm', name: 'Stop smoking' }],
    'funding.csv': [{ id: 'f', service_id: 's', source: 'A grant' }],
  };
  const { services, report } = readServices(JSON.stringify(tables), read);
  expect(services[0]).toMatchObject({
    organization: { id: 'o', name: 'Org' },
    locations: [{ id: 'l', name: 'Hub', address: '1 Saltgate', latitude: 52.9 }],
    phone: '01632 960001',
    hours: [{ day: 1, opens: '09:00', closes: '10:00' }],
    cost: 'free',
    languages: ['pl'],
    area: { kind: 'national' },
    needs: [{ need: 'stop-smoking', how: 'main' }],
  });
  expect(report.notCarried).toMatchObject({ funding: 1 });
});
