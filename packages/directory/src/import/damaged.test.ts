import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EveryContactError } from '@everycontact/core';
import { describe, expect, it } from 'vitest';
import { folder, imported, single } from '../../test/feeds.js';
import { whole } from '../../test/one-service.js';

type Json = Record<string, unknown>;

const [latitude, longitude] = [52.97, 0.28];
const invented = {
  ...whole,
  description: 'Help to stop – at £0, in “Wexmarsh”.',
  minimum_age: 12,
  maximum_age: 100,
  service_at_locations: [
    { id: 'sal', location: { id: 'l', location_type: 'physical', name: 'Hub', latitude, longitude } },
  ],
};

/** A record with one fault, and the finding that tells it. */
const faults: Readonly<Record<string, readonly [(service: Json) => Json, string]>> = {
  'an id that is no UUID': [(service) => ({ ...service, id: 'service 7' }), 'id-not-uuid'],
  'HTML in a text': [(service) => ({ ...service, description: '<p>One &amp; <b>two</b>.</p>' }), 'html-to-text'],
  'a youngest age of 0 and an oldest of 200': [
    (service) => ({ ...service, minimum_age: 0, maximum_age: 200 }),
    'age-no-limit',
  ],
  'an oldest age of 999': [(service) => ({ ...service, maximum_age: 999 }), 'age-no-limit'],
  'a youngest age above the oldest': [(service) => ({ ...service, minimum_age: 101 }), 'ages-crossed'],
  'an address without a scheme': [(service) => ({ ...service, url: 'www.example.org' }), 'url-scheme-added'],
  'a script for an address': [(service) => ({ ...service, url: 'javascript:alert(1)' }), 'url-dropped'],
  'a status nobody knows': [(service) => ({ ...service, status: 'live' }), 'status-unknown'],
  'a text longer than any screen needs': [(service) => ({ ...service, description: 'x'.repeat(3e5) }), 'text-cut'],
  'coordinates swapped': [at(longitude, latitude), 'point-swapped'],
  'coordinates that cannot be': [at(100, 200), 'point-dropped'],
  'coordinates in the sea': [at(0, 0), 'point-zero'],
};

function at(latitude: number, longitude: number) {
  return (service: Json): Json => ({
    ...service,
    service_at_locations: [{ id: 'x', location: { id: 'y', location_type: 'physical', latitude, longitude } }],
  });
}

/** The same text with each service in it changed, however deep it stands. */
function changed(text: string, change: (service: Json) => unknown): string {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.flatMap((one) => walk(one));
    if (typeof value !== 'object' || value === null) return value;
    const record = value as Json;
    if ('name' in record && 'status' in record) return change(record);
    return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, walk(one)]));
  };
  return JSON.stringify(walk(JSON.parse(text)));
}

// The examples of the standards are share-alike, so they are not in this repository: the variable names where they are.
const data = process.env.EVERYCONTACT_OPEN_DATA;
const examples = data === undefined ? undefined : join(data, 'hsds');
const there = examples !== undefined && existsSync(examples);
if (!there) {
  console.info(
    `Not run: damaged examples of HSDS and Open Referral UK. Set EVERYCONTACT_OPEN_DATA to a folder that holds hsds/ (found: ${data ?? 'nothing'}).`,
  );
}
const named = /(service_(full|list)|service_at_location_(full|list)|organization_full)\.json$/;
const everything = there ? readdirSync(examples, { recursive: true, encoding: 'utf8' }).sort() : [];
const files = everything.filter((file) => /examples/.test(file) && named.test(file));
const feeds: readonly (readonly [string, string])[] = [
  ['an invented service', JSON.stringify([invented], null, 2)],
  ['an invented page', JSON.stringify({ total_items: 1, contents: [invented] })],
  ['invented JSON lines', `${JSON.stringify(invented)}\n`],
  ...files.map((file) => [file, readFileSync(join(examples ?? '', file), 'utf8')] as const),
];

describe.each(feeds)('%s, damaged', (_, text) => {
  it('comes out the same with a byte order mark, with CRLF, and in UTF-16', async () => {
    const { services } = await imported([single(text)]);
    const sixteen = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const same of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), sixteen]) {
      expect((await imported([single(same)])).services).toEqual(services);
    }
  });
  it('keeps its letters in Windows-1252, and says so', async () => {
    const cost = (service: Json) => ({ ...service, name: 'Café', description: 'Åben', fees_description: '£5' });
    const { services, report } = await imported([single(Buffer.from(changed(text, cost), 'latin1'))]);
    expect(services[0]).toMatchObject({ name: 'Café', cost: 'paid' });
    expect(report.feeds[0]?.repaired[0]).toMatchObject({ code: 'decoded-legacy' });
  });
  it('is refused where it is cut off', async () => {
    for (const part of [0.1, 0.5, 0.9]) {
      const half = text.slice(0, text.length * part);
      await expect(imported([single(half)])).rejects.toThrow('feed-not-json');
    }
  });
  it('is refused where its list is empty', async () => {
    const none = changed(text, () => []);
    await expect(imported([single(none)])).rejects.toThrow(/feed-empty|feed-no-services/);
  });
  it.each(Object.entries(faults))('tells %s', async (_, [damage, code]) => {
    const { report, services } = await imported([single(changed(text, damage))]);
    expect([report.kept, report.feeds[0]?.times[code]]).toEqual([1, expect.any(Number)]);
    for (const { locations, url, text, maximumAge = 0 } of services) {
      for (const { latitude } of locations) expect([undefined, 52.97]).toContain(latitude);
      expect(`${url ?? 'https:'} ${text ?? ''}`).toMatch(/^https?:(?!.*<)/);
      expect(maximumAge).toBeLessThan(120);
    }
  });
  it('counts the keys of a vendor, and drops none in silence', async () => {
    const vendor = (service: Json) => ({ ...service, x_pipeline: { secret: 1 }, assurer_email: 'a@example.org' });
    const { report } = await imported([single(changed(text, vendor))]);
    expect(report.feeds[0]?.notCarried).toMatchObject({ x_pipeline: 1, assurer_email: 1 });
  });
  it('merges a repeated id, and drops a service without a name', async () => {
    const list = JSON.stringify([invented, { ...invented, name: 'Again' }, { ...invented, id: 'z', name: ' ' }]);
    const { report } = await imported([folder({ 'a.json': text, 'b.json': list })]);
    const shared = report.feeds[0]?.merged.length ?? 0;
    expect(report).toMatchObject({ read: 4, kept: 3 - shared, merged: shared, dropped: 1 });
    expect(report.feeds[0]?.merged.at(-1)).toMatchObject({ name: 'Again', code: 'duplicate-id' });
  });
  it('survives keys and depths that are meant to harm', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const harmful = changed(text, (service) => ({ ...service, mark: 0 })).replaceAll(
      '"mark":0',
      `"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":${deep},"description":${deep}`,
    );
    const { report } = await imported([single(harmful)]);
    expect(report.kept).toBe(1);
    expect(({} as Json).polluted).toBeUndefined();
  });
});

it('tells a total that lies, and counts what arrives', async () => {
  const page = (total: object) => JSON.stringify({ ...total, contents: [invented] });
  for (const total of [{ total_items: 31 }, { totalElements: 31 }]) {
    const { report } = await imported([single(page(total))]);
    expect(report.feeds[0]?.repaired).toContainEqual(expect.objectContaining({ code: 'total-differs', found: '31' }));
  }
  expect((await imported([single(page({ total_items: 1 }))])).report.feeds[0]?.times).not.toHaveProperty(
    'total-differs',
  );
});

describe.runIf(there)('the examples as folders', () => {
  const folders = everything.filter((file) => /examples.csv$/.test(file));
  const contentOf = (path: string) =>
    Object.fromEntries(
      readdirSync(join(examples ?? '', path)).map((file) => [
        file,
        readFileSync(join(examples ?? '', path, file), 'utf8'),
      ]),
    );

  it.each(folders)('give the service of %s with its parts', async (path) => {
    const { services, report } = await imported([folder(contentOf(path))]);
    expect(report).toMatchObject({ read: 1, kept: 1 });
    const [service] = services;
    expect([service?.name, service?.locations.length]).toEqual(['Community Counselling', 1]);
    expect(service?.organization.name).not.toBe('');
    expect(JSON.stringify(services)).not.toContain('Persona');
  });
  it.each(folders)('are read in %s whatever the line ends, and a table cut off is told', async (path) => {
    const files = contentOf(path);
    const { services } = await imported([folder(files)]);
    const crlf = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, `\ufeff${text.replaceAll('\n', '\r\n')}`]),
    );
    expect((await imported([folder(crlf)])).services).toEqual(services);
    const phones = { ...files, 'phones.csv': 'id,number\n1,"01632 9' };
    expect((await imported([folder(phones)])).report.unread).toEqual(['test: phones.csv']);
  });
  it('are refused in words where a folder holds tables and no service', async () => {
    const { 'services.csv': _, ...others } = contentOf(folders[0] ?? '');
    const reading = imported([folder(others)]);
    await expect(reading).rejects.toThrow(EveryContactError);
    await expect(reading).rejects.toThrow('feed-no-services');
  });
});
