import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';

it.each([
  ['active', 'open'],
  [' Active ', 'open'],
  ['temporarily closed', 'paused'],
  ['inactive', 'closed'],
  ['defunct', 'closed'],
  ['Öppen', 'open'],
  ['Tillfälligt stängd', 'paused'],
  ['nedlagd', 'closed'],
  ['stängd', 'closed'],
  ['lukket', 'closed'],
  ['closed', 'closed'],
  ['inaktiv', 'closed'],
  ['paused', 'paused'],
  ['suspended', 'paused'],
  ['temporarily_closed', 'paused'],
  ['midlertidigt lukket', 'paused'],
  ['På pause', 'paused'],
  ['pausad', 'paused'],
])('reads the status %s as %s', (status, state) => {
  const { service, codes } = oneService({ status });
  expect([service.state, ...codes]).toEqual([state]);
});
it('reads any other word as unknown and says so', () => {
  const { service, codes } = oneService({ status: 'live' });
  expect([service.state, ...codes]).toEqual(['unknown', 'status-unknown']);
});
it('does not take a service without a status for an open one', () => {
  const { service, codes } = oneService({ status: undefined });
  expect([service.state, ...codes]).toEqual(['unknown', 'status-missing']);
});
