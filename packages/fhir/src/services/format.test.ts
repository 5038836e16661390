import { describe, expect, it } from 'vitest';
import { bundleOf, endings, hall, readText, refusal, wexmarsh, whole } from '../../test/read-bundle.js';
import { fhirFormat } from './format.js';

const walk = { ...whole, id: 'walk', name: 'Walking group', type: [{ text: 'Walking' }] };
const ids = async (text: string) =>
  (await readText(text)).map((record) =>
    'service' in record ? record.service.id : 'dropped' in record ? record.dropped.code : '?',
  );

describe('it is told by its beginning', () => {
  it.each([
    JSON.stringify(bundleOf(whole)),
    `\ufeff [${JSON.stringify(whole)}]`,
    '<?xml version="1.0"?>\n<Bundle xmlns="http://hl7.org/fhir">',
  ])('takes %s', (beginning) => {
    expect(fhirFormat.detect(beginning)).toBe(true);
  });
  it.each([
    '',
    '{"contents": []}',
    '[{"name": "Stop smoking", "status": "active"}]',
    'name,resourceType\nStop,HealthcareService',
    '<html>',
  ])('leaves %s to others', (beginning) => {
    expect(fhirFormat.detect(beginning)).toBe(false);
  });
});

describe('the same services come out of every form', () => {
  const pretty = JSON.stringify(bundleOf(whole, walk, wexmarsh), undefined, 2);
  it.each([
    ['a bundle', pretty],
    ['a list of resources', JSON.stringify([whole, walk, wexmarsh])],
    ['a resource a line', [whole, walk, wexmarsh].map((one) => JSON.stringify(one)).join('\n')],
    ['pages as a list', JSON.stringify([bundleOf(whole), bundleOf(walk, wexmarsh)])],
    [
      'pages one after another',
      `${JSON.stringify(bundleOf(whole), undefined, 2)}\n${JSON.stringify(bundleOf(walk, wexmarsh))}`,
    ],
    ['an answer to a batch', JSON.stringify(bundleOf(bundleOf(whole, walk), bundleOf(wexmarsh)))],
    ['a byte order mark before it', `\ufeff${pretty}`],
  ])('%s', async (_, text) => {
    expect(await ids(text)).toEqual(['stop-smoking', 'walk']);
  });
});

describe('every resource is accounted for', () => {
  it('drops what is no part of a directory, and says what it is', async () => {
    const patient = { resourceType: 'Patient', id: 'p-1', name: [{ text: 'Ada Invented' }] };
    const records = await readText(JSON.stringify(bundleOf(patient, whole, wexmarsh)));
    expect(records[0]).toEqual({
      dropped: expect.objectContaining({ code: 'not-a-service', found: 'Patient' }) as unknown,
    });
    expect(JSON.stringify(records)).not.toMatch(/Ada|p-1/);
  });
  it('drops places and organisations that no service points to', async () => {
    expect(await endings(bundleOf(whole, hall, wexmarsh))).toEqual(['stop-smoking', 'not-pointed-to']);
  });
  it('takes a place that came with two pages as one', async () => {
    const there = { ...whole, location: [{ reference: 'Location/hall' }] };
    expect(
      await endings([bundleOf(there, hall), bundleOf({ ...walk, location: there.location }, hall, wexmarsh)]),
    ).toEqual(['stop-smoking', 'walk']);
  });
  it.each([' ', '<b></b>', 7, undefined])('drops a service without a name: %s', async (name) => {
    expect(await endings(bundleOf(whole, { ...walk, name }, wexmarsh))).toEqual(['stop-smoking', 'nameless']);
  });
  it('does not lose the place of a service that is dropped', async () => {
    const nameless = { ...walk, name: '', location: [{ reference: 'Location/hall' }] };
    expect(await endings(bundleOf(whole, nameless, hall, wexmarsh))).toEqual([
      'stop-smoking',
      'nameless',
      'not-pointed-to',
    ]);
  });
  it('repeats what the server says about its own answer', async () => {
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'warning', code: 'incomplete', diagnostics: 'One shard is down' }],
    };
    const [, dropped] = await readText(JSON.stringify(bundleOf(whole, outcome, wexmarsh)));
    expect(dropped).toMatchObject({ dropped: { code: 'server-message', found: 'One shard is down' } });
  });
  it('counts an entry without a resource, and a value that is no record', async () => {
    const text = JSON.stringify({
      resourceType: 'Bundle',
      entry: [{ resource: whole }, { request: { method: 'DELETE' } }, 7, { resource: wexmarsh }],
    });
    expect(await ids(text)).toEqual(['stop-smoking', 'not-an-object', 'not-an-object']);
  });
  it('reads on after a line that is cut off', async () => {
    const lines = [
      JSON.stringify(whole),
      '{"resourceType":"Location","na',
      JSON.stringify(walk),
      JSON.stringify(wexmarsh),
    ];
    expect(await ids(lines.join('\n'))).toEqual(['stop-smoking', 'line-unreadable', 'walk']);
  });
  it('says when the last page names a further one', async () => {
    const page = (next: string) => ({ ...bundleOf(whole, wexmarsh), link: [{ relation: 'next', url: next }] });
    const [record] = await readText(JSON.stringify(page('https://wex.example/r4?page=2')));
    expect(record).toMatchObject({
      notes: [{ code: 'assured-missing' }, { code: 'page-missing', found: 'https://wex.example/r4?page=2' }],
    });
    const whollyRead = `${JSON.stringify(page('https://wex.example/r4?page=2'))}\n${JSON.stringify(bundleOf(walk, wexmarsh))}`;
    expect(JSON.stringify(await readText(whollyRead))).not.toContain('page-missing');
  });
});

describe('what a service is called', () => {
  const unnamed = { ...whole, id: undefined };
  it.each([
    [
      'its identifier, where it has no id',
      {
        ...unnamed,
        identifier: [
          { system: 'x', value: '' },
          { system: 'x', value: 'W-7' },
        ],
      },
      'W-7',
    ],
    ['words of its name, where it has neither', unnamed, 'stop-smoking'],
  ])('is %s', async (_, service, id) => {
    expect(await endings(bundleOf(service, wexmarsh))).toEqual([id]);
  });
  it('is not an address that its bundle made up', async () => {
    const bundle = (resource: object) => ({ resourceType: 'Bundle', entry: [{ fullUrl: 'urn:uuid:1', resource }] });
    expect(await endings(bundle({ ...unnamed, providedBy: undefined }))).toEqual(['stop-smoking']);
    const twice = [1, 2].map((at) => ({
      fullUrl: `urn:uuid:${at}`,
      resource: { ...unnamed, identifier: [{ value: 'W-7' }] },
    }));
    expect(await endings({ resourceType: 'Bundle', entry: twice })).toEqual(['W-7', 'W-7']);
  });
  it('is its address where another server has a service of that id', async () => {
    const entries = ['https://a.example/HealthcareService/1', 'https://b.example/HealthcareService/1'].map(
      (fullUrl) => ({
        fullUrl,
        resource: { ...whole, id: '1', providedBy: undefined },
      }),
    );
    expect(await endings({ resourceType: 'Bundle', entry: entries })).toEqual([
      '1',
      'https://b.example/HealthcareService/1',
    ]);
  });
});

describe('what may mean something else is not read', () => {
  it.each([
    ['a modifier extension', { modifierExtension: [{ url: 'https://wex.example/not' }] }],
    [
      'one deep inside',
      { availableTime: [{ daysOfWeek: ['mon'], modifierExtension: [{ url: 'https://wex.example/not' }] }] },
    ],
    ['rules of its own', { implicitRules: 'https://wex.example/rules' }],
  ])('%s', async (_, fields) => {
    expect(await endings(bundleOf(whole, { ...walk, ...fields }, wexmarsh))).toEqual([
      'stop-smoking',
      'modifier-unknown',
    ]);
  });
  it('nor a place that does, although a service points to it', async () => {
    const there = { ...whole, location: [{ reference: 'Location/hall' }] };
    const [record, place] = await readText(
      JSON.stringify(bundleOf(there, { ...hall, modifierExtension: [{ url: 'x' }] }, wexmarsh)),
    );
    expect(record).toMatchObject({ service: { locations: [] } });
    expect(place).toMatchObject({ dropped: { code: 'modifier-unknown' }, id: 'hall' });
  });
});

describe('hostile input', () => {
  it('drops a service nested deeper than anything real, and bundles in bundles', async () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
    expect(await endings(bundleOf(whole, { ...walk, extension: [deep(100)] }, wexmarsh))).toEqual([
      'stop-smoking',
      'too-deep',
    ]);
    const nested = bundleOf(bundleOf(bundleOf(bundleOf(walk))));
    expect(await endings(bundleOf(whole, nested, wexmarsh))).toEqual(['stop-smoking', 'not-a-service']);
  });
  it('survives a hundred thousand brackets', async () => {
    const text = `{"resourceType":"HealthcareService","extension":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await ids(`${text}\n${JSON.stringify(whole)}`)).toEqual(['too-deep', 'stop-smoking']);
  });
  it('takes "__proto__" and the like for names like any other', async () => {
    const text = `[{"resourceType":"HealthcareService","id":"__proto__","name":"Walks","__proto__":{"active":true},"constructor":{"x":1}},{"resourceType":"__proto__","id":"constructor"}]`;
    const [record] = await readText(text);
    expect(record).toMatchObject({
      service: { id: '__proto__', state: 'unknown' },
      notCarried: expect.arrayContaining(['__proto__', 'constructor']) as unknown,
    });
    expect(({} as { active?: boolean }).active).toBeUndefined();
  });
  it('shows other types than the standard has as repaired', async () => {
    const odd = {
      ...whole,
      location: 'somewhere',
      telecom: 7,
      type: 'Stop smoking',
      availableTime: { daysOfWeek: 'mon', allDay: 'yes' },
      meta: [],
    };
    const [record] = await readText(JSON.stringify(bundleOf(odd, wexmarsh)));
    expect(record).toMatchObject({
      service: { needs: [{ need: 'stop-smoking' }], locations: [{ name: 'somewhere' }] },
    });
    expect('notes' in record! && record.notes?.map(({ code }) => code)).toContain('wrong-type');
  });
});

describe('a feed without services is refused in one clear sentence', () => {
  it.each([
    ['nothing', '  ', 'feed-empty', 'is empty'],
    ['half a bundle', JSON.stringify(bundleOf(whole)).slice(0, -9), 'feed-not-json', 'cut off'],
    ['XML', '<Bundle xmlns="http://hl7.org/fhir"/>', 'feed-not-json', 'application/fhir+json'],
    [
      'an empty bundle',
      JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total: 0 }),
      'feed-empty',
      'is empty',
    ],
    [
      'places only',
      JSON.stringify(bundleOf(hall, hall, wexmarsh)),
      'feed-no-services',
      'found 2 × Location, 1 × Organization',
    ],
  ])('%s', async (_, text, code, words) => {
    const message = await refusal(text);
    expect(message).toContain(`[everycontact/${code}] Feed "test"`);
    expect(message).toContain(words);
  });
});
