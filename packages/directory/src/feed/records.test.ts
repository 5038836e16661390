import { describe, expect, it } from 'vitest';
import { read, refusal, whole } from '../../test/one-service.js';
import { readServices } from '../read-services.js';

const other = { ...whole, id: 'b2a7d7a0-52b5-4bc7-8ac0-3a3f34b1a0f1', name: 'Walks' };
const names = (input: string | Uint8Array) => readServices(input, read).services.map(({ name }) => name);
const both = ['Stop smoking', 'Walks'];

describe('forms of JSON', () => {
  it.each([
    ['a list', JSON.stringify([whole, other])],
    ['a page', JSON.stringify({ total_items: 31, contents: [whole, other] })],
    ['a page of Open Referral UK 1.0', JSON.stringify({ totalElements: 2, content: [whole, other] })],
    ['JSON lines', `${JSON.stringify(whole)}\r\n\n${JSON.stringify(other)}\n`],
    ['pages one a line', [whole, other].map((one) => JSON.stringify({ contents: [one] })).join('\n')],
    [
      'pages one after another, indented',
      [whole, other].map((one) => JSON.stringify({ contents: [one] }, null, 2)).join(''),
    ],
    ['a list of pages', JSON.stringify([{ contents: [whole] }, { contents: [other] }])],
    ['a byte order mark before it', `\ufeff${JSON.stringify([whole, other])}`],
    ['an organisation with its services', JSON.stringify({ id: 'o', name: 'Org', services: [whole, other] })],
    [
      'services at locations',
      JSON.stringify([
        { id: 'x', service: whole, location: {} },
        { id: 'y', service: other },
      ]),
    ],
    ['tables', JSON.stringify({ 'services.csv': [whole, other] })],
  ])('reads %s', (_, text) => {
    expect(names(text)).toEqual(both);
  });
  it('reads a single service', () => {
    expect(names(JSON.stringify(whole))).toEqual(['Stop smoking']);
  });
  it('gives a service the organisation it was listed under', () => {
    const { organization: _, ...bare } = whole;
    const [service] = readServices(JSON.stringify({ id: 'o', name: 'Org', services: [bare] }), read).services;
    expect(service?.organization).toEqual({ id: 'o', name: 'Org' });
  });
  it('adds further places of a service to the first record of it', () => {
    const at = (id: string) => ({ id, service: whole, location: { id, name: id } });
    const { services, report } = readServices(JSON.stringify([at('hub'), at('quay')]), read);
    expect(services[0]?.locations.map(({ id }) => id)).toEqual(['hub', 'quay']);
    expect(report).toMatchObject({ read: 2, kept: 1, merged: [{ code: 'another-place', index: 1 }] });
  });
  it('keeps what stands before a line that was cut off', () => {
    const { report } = readServices(`${JSON.stringify(whole)}\n{"name": "Wal`, read);
    expect(report).toMatchObject({ read: 2, kept: 1, dropped: [{ code: 'line-unreadable', index: 1 }] });
  });
  it('drops what is no service beside services', () => {
    const { report } = readServices(JSON.stringify([whole, 7, null, { id: 't', name: 'Term', parent_id: 'p' }]), read);
    expect(report.dropped.map(({ code }) => code)).toEqual(['not-an-object', 'not-an-object', 'not-a-service']);
  });
});

describe('feeds without services', () => {
  it.each([
    ['nothing', '', 'feed-empty'],
    ['spaces', ' \n', 'feed-empty'],
    ['an empty list', '[]', 'feed-empty'],
    ['an empty page', '{"contents": []}', 'feed-empty'],
    ['half a file', '{"contents": [{"id": 1', 'feed-not-json'],
    ['a web page', '<!doctype html><title>502 Bad Gateway</title>', 'a page titled "502 Bad Gateway"'],
    ['XML', '\n<?xml version="1.0"?><feed/>', 'feed-is-web-page'],
    ['a taxonomy', '{"id": "x", "name": "n", "description": "d", "version": "1"}', 'taxonomy'],
    ['a location', '{"id": "x", "location_type": "physical", "name": "Hall"}', '1 × location'],
    ['an organisation without services', '[{"id": "x", "name": "Org", "legal_status": "charity"}]', 'organization'],
    ['the root of an API', '{"version": "3.0", "openapi_url": "x"}', 'API root'],
    [
      'places with only the ids of services',
      '[{"id": "x", "service_id": "s", "location_id": "l"}]',
      'service at location',
    ],
    ['an answer that is an error', '{"error": "too many requests"}', '"error"'],
    ['a number', '42', 'feed-not-csv'],
    ['prose', 'Service unavailable', 'feed-not-csv'],
    ['a spreadsheet of something else', 'colour,size\nred,7', 'feed-no-services'],
  ])('refuses %s in one clear sentence', (_, text, said) => {
    expect(refusal(text)).toContain(said);
    expect(refusal(text)).toMatch(/^\[everycontact\/feed-[a-z-]+\] Feed "test" /);
  });
});

describe('hostile JSON', () => {
  it('never lets a feed reach the prototype of anything', () => {
    const text =
      '{"contents":[{"name":"A","status":"active","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"organization":{"__proto__":{"name":"Evil"}}}]}';
    const { services, report } = readServices(text, read);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(services[0]?.organization.name).toBe('');
    expect(Object.keys(report.notCarried)).toContain('__proto__');
  });
  it('reads past nesting a hundred thousand deep', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(names(`[{"name": "A", "status": "active", "description": ${deep}, "extra": ${deep}}]`)).toEqual(['A']);
    expect(refusal(deep)).toMatch(/feed-(no-services|not-json)/);
  });
});
