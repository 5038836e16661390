import type { Service } from '@everycontact/core';
import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { applyOverlay } from './apply.js';
import { overdueByResponsible } from './overdue.js';

const today = '2026-11-22';
const { service } = oneService({});
const named = (id: string, more: Partial<Service>): Service => ({ ...service, id, name: id, ...more });

it('lists what nobody assured for twelve months by who answers for it, most overdue first', () => {
  const { assuredOn: _, ...never } = named('never', {});
  const services = [
    named('fresh', { assuredOn: '2025-11-22' }),
    named('late', { assuredOn: '2025-11-21' }),
    named('later', { assuredOn: '2024-01-31', organization: { name: 'Org', responsible: 'Hub desk' } }),
    never,
  ];
  expect(overdueByResponsible(services, undefined, { today })).toEqual([
    {
      responsible: 'Elderwick Health (invented)',
      overdue: [
        { service: 'never', name: 'never', what: 'service' },
        { service: 'late', name: 'late', what: 'service', checkedOn: '2025-11-21', since: '2026-11-21' },
      ],
    },
    {
      responsible: 'Hub desk',
      overdue: [{ service: 'later', name: 'later', what: 'service', checkedOn: '2024-01-31', since: '2025-01-28' }],
    },
  ]);
});
it('takes the check of an overlay for an assurance, and asks its owner for the next one', () => {
  const services = [named('a', { assuredOn: '2024-01-01' }), named('b', { assuredOn: '2024-01-01' })];
  const entries = [
    { service: 'a', lastChecked: '2026-11-01' },
    { service: 'B', lastChecked: '2026-05-25' },
  ];
  const overlay = { schema: 'everycontact/overlay@1', owner: 'Public health team', entries } as const;
  expect(overdueByResponsible(services, overlay, { today })).toEqual([
    {
      responsible: 'Public health team',
      overdue: [{ service: 'b', name: 'b', what: 'overlay', checkedOn: '2026-05-25', since: '2026-11-22' }],
    },
  ]);
});
it('asks the owner for an entry too that has stopped to count', () => {
  const entries = [{ service: 'a', lastChecked: '2025-01-01', paused: true as const }];
  const overlay = { schema: 'everycontact/overlay@1', owner: 'Public health team', entries } as const;
  const { services } = applyOverlay([named('a', {})], overlay, { today });
  expect(overdueByResponsible(services, undefined, { today })).toMatchObject([
    { responsible: 'Public health team', overdue: [{ service: 'a', what: 'overlay', checkedOn: '2025-01-01' }] },
  ]);
});
it('knows the overlay that the services already carry', () => {
  const entries = [{ service: 'a', lastChecked: '2026-05-25' }];
  const overlay = { schema: 'everycontact/overlay@1', owner: 'Public health team', entries } as const;
  const { services } = applyOverlay([named('a', {})], overlay, { today: '2026-06-01' });
  expect(overdueByResponsible(services, undefined, { today })).toMatchObject([
    { responsible: 'Public health team', overdue: [{ service: 'a', what: 'overlay', checkedOn: '2026-05-25' }] },
  ]);
});
