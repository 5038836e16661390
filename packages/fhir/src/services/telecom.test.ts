import { expect, it } from 'vitest';
import { hall, oneService, wexmarsh } from '../../test/read-bundle.js';

const phone = (value: string, fields: object = {}) => ({ system: 'phone', value, ...fields });

it('takes the preferred number, and counts the others', async () => {
  const { service, notCarried } = await oneService({
    telecom: [phone('01632 960001'), phone('01632 960002', { rank: 2 }), phone('01632 960003', { rank: 1 })],
  });
  expect(service.phone).toBe('01632 960003');
  expect(notCarried.filter((field) => field.endsWith('(a further one)'))).toHaveLength(2);
});
it.each([
  ['is old', { use: 'old' }],
  ['is over', { period: { end: '2026-11-21' } }],
  ['was over last year', { period: { end: '2025' } }],
  ['has not begun', { period: { start: '2026-11-23' } }],
])('does not ring a number that %s', async (_, fields) => {
  const { service } = await oneService({
    telecom: [phone('01632 960001', { rank: 1, ...fields }), phone('01632 960002')],
  });
  expect(service.phone).toBe('01632 960002');
});
it.each([{ start: '2026-11-22' }, { end: '2026-11-22' }, { end: '2026' }, { start: '2026-11', end: '2026-11' }])(
  'rings a number on the first and the last of its days: %o',
  async (period) => {
    expect((await oneService({ telecom: [phone('01632 960001', { period })] })).service.phone).toBe('01632 960001');
  },
);
it('asks the places and then the organisation where the service has none', async () => {
  const location = [{ reference: 'Location/hall' }];
  const organization = {
    ...wexmarsh,
    id: 'b',
    telecom: [phone('01632 960004'), { system: 'email', value: 'b@wexmarsh.example' }],
  };
  const providedBy = { reference: 'Organization/b' };
  const near = await oneService({ location, providedBy }, { ...hall, telecom: [phone('01632 960005')] }, organization);
  expect(near.service).toMatchObject({ phone: '01632 960005', email: 'b@wexmarsh.example' });
  const far = await oneService({ location, providedBy }, hall, organization);
  expect(far.service.phone).toBe('01632 960004');
});
it('never rings a fax', async () => {
  const { service } = await oneService({ telecom: [{ system: 'fax', value: '01632 960001' }] });
  expect(service).not.toHaveProperty('phone');
});
it('repairs and reports what is hardly a number or an address', async () => {
  const { service, codes } = await oneService({
    telecom: [
      phone('call us'),
      phone('tel: 01632 960001 (Anna)'),
      { system: 'email', value: 'not an address' },
      { system: 'url', value: 'javascript:alert(1)' },
    ],
  });
  expect(service.phone).toBe('01632 960001');
  expect(service).not.toHaveProperty('email');
  expect(service).not.toHaveProperty('url');
  expect(codes).toEqual(['phone-dropped', 'phone-cleaned', 'email-dropped', 'url-dropped']);
});
