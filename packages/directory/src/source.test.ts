import { expect, it } from 'vitest';
import { oneService } from '../test/one-service.js';

it('counts every field it has no place for, with its parents, and no ids', () => {
  const { report } = oneService({
    accreditations: 'A mark',
    organization: { id: 'o', name: 'Org', logo: 'x.png', parent_organization_id: 'p' },
  });
  expect(report.notCarried).toEqual({ accreditations: 1, 'organization.logo': 1 });
  expect(report.repaired).toEqual([]);
});
it('treats an empty text as absent and says where', () => {
  const { service, report } = oneService({ email: ' ', alert: '', url: '' });
  expect(service).not.toHaveProperty('email');
  expect(report.repaired).toMatchObject([{ code: 'empty-text', field: 'email, alert, url' }]);
});
it('leaves out a value of another type and says so once', () => {
  const { service, report } = oneService({ description: { en: 'Hello' }, schedules: [7] });
  expect(service.text).toBeUndefined();
  expect(report.repaired.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'wrong-type description',
    'wrong-type schedules',
  ]);
});
it('leaves out of an id what is not seen, turns a line around or commands a terminal', () => {
  expect(oneService({ id: 'a\u001b[2J\u202e-1\u009b' }).service.id).toBe('a[2J-1');
  expect(oneService({ id: '\u202e', name: 'Quit' }).codes).toEqual(['id-made']);
});
it('turns HTML into text and takes the first sentence as summary', () => {
  const { service, codes } = oneService({ description: '<p>One adviser.</p><p>Twelve weeks.</p>' });
  expect(service).toMatchObject({ summary: 'One adviser.', text: 'One adviser.\nTwelve weeks.' });
  expect(codes).toEqual(['html-to-text']);
});
it('cuts what no screen can show', () => {
  const { service, codes } = oneService({ description: 'word '.repeat(10_000) });
  expect(service.text?.length).toBe(20_000);
  expect(codes).toEqual(['text-cut']);
});
