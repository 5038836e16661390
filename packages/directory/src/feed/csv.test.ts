import { EveryContactError } from '@everycontact/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, refusal } from '../../test/one-service.js';
import { readServices } from '../read-services.js';
import { reportLines } from '../report/lines.js';
import { csvReader } from './csv.js';
import type { Item } from './item.js';

const one = (text: string | Uint8Array) => readServices(text, read).services[0];

describe('a plain CSV', () => {
  it('reads every column', () => {
    const header =
      'id,name,organization,summary,topics,phone,email,url,address,postcode,latitude,longitude,minimum_age,maximum_age,area_codes,languages,interpreter,cost,access,hours,delivery,who,step_free,assured_date,state';
    const row =
      'q,Quit,Org (invented),One adviser.,stop-smoking; debt,01632 960801,q@example.org,example.org,"1 Bell Lane, Elderwick",ZY1 1AA,52.97,0.28,18,65,ZY1|ZY2,English; pl,yes,free,self; appointment,Mo 09:00-17:00,in-person; phone,men only,yes,2026-10-05,active';
    const { services, report } = readServices(`${header}\n${row}\n`, read);
    expect(report.repaired.map(({ code }) => code)).toEqual(['url-scheme-added']);
    expect(services).toEqual([
      {
        id: 'q',
        name: 'Quit',
        summary: 'One adviser.',
        state: 'open',
        organization: { name: 'Org (invented)' },
        needs: [
          { need: 'stop-smoking', how: 'main' },
          { need: 'debt', how: 'main' },
        ],
        delivery: ['in-person', 'phone'],
        locations: [
          {
            id: 'place-1',
            address: '1 Bell Lane, Elderwick, ZY1 1AA',
            latitude: 52.97,
            longitude: 0.28,
            stepFree: 'yes',
          },
        ],
        area: { kind: 'prefixes', codes: ['ZY1', 'ZY2'] },
        minimumAge: 18,
        maximumAge: 65,
        who: { men: 'yes', women: 'no' },
        languages: ['en', 'pl'],
        interpreter: 'yes',
        cost: 'free',
        access: { self: 'yes', professional: 'unknown', appointment: 'yes', 'drop-in': 'unknown' },
        hours: [{ day: 1, opens: '09:00', closes: '17:00' }],
        phone: '01632 960801',
        email: 'q@example.org',
        url: 'https://example.org/',
        assuredOn: '2026-10-05',
        provenance: { feed: 'test', fetchedAt: read.fetchedAt },
      },
    ]);
  });
  it.each([
    ['semicolons', 'name;organisation;phone\nHåb;Org;112'],
    ['tabs', 'name\torganisation\tphone\nHåb\tOrg\t112'],
    ['a byte order mark and CRLF', '\ufeffName,Organisation,Telephone\r\nHåb,Org,112\r\n'],
    ['other column names', 'Title,Provider,Tel\nHåb,Org,112'],
    ['bytes in Windows-1252', new Uint8Array([...Buffer.from('name,organisation,phone\nHåb,Org,112', 'latin1')])],
    [
      'bytes in UTF-16',
      new Uint8Array([0xff, 0xfe, ...Buffer.from('name,organisation,phone\nHåb,Org,112', 'utf16le')]),
    ],
  ])('reads %s', (_, text) => {
    expect(one(text)).toMatchObject({ name: 'Håb', organization: { name: 'Org' }, phone: '112' });
  });
  it('reads the curly quotes and dashes of Windows-1252 as what they are', () => {
    const bytes = Uint8Array.of(
      ...Buffer.from('name,phone\n'),
      0x93,
      0x41,
      0x94,
      0x96,
      0x80,
      0x9f,
      ...Buffer.from(',112'),
    );
    expect(one(bytes)).toMatchObject({ name: '“A”–€Ÿ' });
  });
  it('says that bytes were not UTF-8', () => {
    const { report } = readServices(new Uint8Array(Buffer.from('name,phone\nHåb,112', 'latin1')), read);
    expect(report.repaired[0]).toMatchObject({ code: 'decoded-legacy', field: 'encoding' });
  });
  it('reads a line break inside a cell', () => {
    expect(one('name,description,phone\nA,"One.\nTwo.",112')).toMatchObject({ summary: 'One.', text: 'One.\nTwo.' });
  });
  it('makes an id that stays, and another for the second row of that name', () => {
    const { services, report } = readServices('name,phone\nÅben café,112\nÅben café,113', read);
    expect(services.map(({ id }) => id)).toEqual(['aben-cafe', 'aben-cafe-2']);
    expect(report.repaired.map(({ code }) => code)).toContain('looks-duplicate');
  });
  it('keeps the first of two rows that say the very same, and tells of the second', () => {
    const { services, report } = readServices('name,phone\nCafé,112\nWalks,114\n\nCafé,112\nCafé,113', read);
    expect(services.map(({ name, phone }) => `${name} ${phone}`)).toEqual(['Café 112', 'Walks 114', 'Café 113']);
    expect(report).toMatchObject({ read: 4, kept: 3, merged: [{ code: 'same-row', index: 2, name: 'Café' }] });
  });
  it('passes over what stands above the headings, and tells of it', () => {
    const text = 'Local support, Wexmarsh;;\r\nUpdated 3 November;;\r\n;;\r\nName;Phone;Topic\r\nQuit;112;debt\r\n';
    const { services, report } = readServices(text, read);
    expect(services).toMatchObject([{ name: 'Quit', phone: '112', needs: [{ need: 'debt' }] }]);
    expect(report.repaired.filter(({ code }) => code === 'above-headings')).toMatchObject([
      { index: 0, found: 'Local support, Wexmarsh', why: 'it is above the headings, which are in row 4' },
      { found: 'Updated 3 November' },
    ]);
  });
  it('counts rows as a spreadsheet does: with the headings, empty rows and all that is above', () => {
    const text =
      'Support;;\r\n;;\r\nName;Phone;Hours\r\nQuit;112;"Mo 9-12;\r\nTu 9-12"\r\n\r\n;113;\r\nWalks;114;9-5\r\n';
    const { report } = readServices(text, read);
    expect(report.dropped).toMatchObject([{ code: 'nameless', index: 1, row: 6, found: 'nothing' }]);
    expect(report.repaired.find(({ code }) => code === 'hours-unclear')).toMatchObject({ index: 2, row: 7 });
    expect(reportLines(report).join('\n')).toMatch(/^ {2}row 7 "Walks" \(walks\): hours, found 9-5;/m);
  });
  it('finds the headings below a title, however the text is cut', () => {
    const text = 'Local support;;\nName;Phone;Topic\nQuit;112;debt\n\nWalks;113;debt\n';
    const whole: Item[] = [];
    const pieces: Item[] = [];
    const [all, cut] = [csvReader('own.csv', new Map()), csvReader('own.csv', new Map())];
    all.push(text, (item) => whole.push(item));
    all.end((item) => whole.push(item));
    for (const sign of text) cut.push(sign, (item) => pieces.push(item));
    cut.end((item) => pieces.push(item));
    expect(whole).toHaveLength(2);
    expect(pieces).toEqual(whole);
    expect(pieces).toMatchObject([{ row: 3 }, { row: 5 }]);
  });
  it.each([
    [
      'English',
      'Service name;What it does;Category;Opening times;Last checked;City\nQuit;Six weeks.;debt;Mo 09:00-10:00;2026-10-05;Elderwick',
    ],
    [
      'Danish',
      'Navn;Beskrivelse;Emne;Åbningstider;Sidst kontrolleret;By\nQuit;Six weeks.;debt;Mo 09:00-10:00;2026-10-05;Elderwick',
    ],
    [
      'Swedish',
      'Namn;Beskrivning;Ämne;Öppettider;Senast kontrollerad;Ort\nQuit;Six weeks.;debt;Mo 09:00-10:00;2026-10-05;Elderwick',
    ],
  ])('knows the headings that people choose in %s', (_, text) => {
    const { services, report } = readServices(text, read);
    expect(report.notCarried).toEqual({});
    expect(services[0]).toMatchObject({
      summary: 'Six weeks.',
      needs: [{ need: 'debt' }],
      hours: [{ day: 1 }],
      assuredOn: '2026-10-05',
      locations: [{ address: 'Elderwick' }],
    });
  });
  it('reads one of two columns that say the same: that of the template, else the first', () => {
    const { services, report } = readServices('title,telephone,name,tel\nDr A. Person,112,Quit,113', read);
    expect(services).toMatchObject([{ name: 'Quit', phone: '112' }]);
    expect(report.notCarried).toEqual({ title: 1, tel: 1 });
  });
  it('reads a table as wide as no spreadsheet is, each column looked at once', () => {
    const [service] = readServices(`name;organization${';c'.repeat(100_000)}\nQuit;Org\n`, read).services;
    expect(service?.name).toBe('Quit');
  });
  it('reports a row with too many cells and a row without a name', () => {
    const { report } = readServices('name,phone\nA,112,extra\n,113', read);
    expect(report).toMatchObject({ read: 2, kept: 1, dropped: [{ code: 'nameless', index: 1 }] });
    expect(report.repaired[0]).toMatchObject({ code: 'row-length', index: 0, found: '3 cells under 2 columns' });
  });
  it('counts columns it does not know', () => {
    expect(readServices('name,phone,colour\nA,112,red', read).report.notCarried).toEqual({ colour: 1 });
  });
  it.each(['topics', 'area_codes', 'who', 'access', 'delivery', 'interpreter', 'responsible', 'description'])(
    'needs no more than a name and "%s"',
    (column) => {
      expect(one(`name,${column}\nQuit,debt`)).toMatchObject({ name: 'Quit' });
    },
  );
  it('keeps a row that has nothing but a name and a topic, as the rows that have more', () => {
    const { services } = readServices('name,topics,phone\nQuit,stop-smoking,112\nWalks,be-active,', read);
    expect(services.map(({ needs: [need] }) => need?.need)).toEqual(['stop-smoking', 'be-active']);
  });
  it('knows a need by its name with blanks, as people write it', () => {
    expect(one('name,topics\nWalks,Be active')?.needs).toEqual([{ need: 'be-active', how: 'main' }]);
  });
  it('refuses a spreadsheet with headings of its own, and says to tell which is the name', () => {
    expect(refusal('Tilbud;Telefonnr\nRygestop;112')).toContain(
      'say what each stands for, above all which is the name',
    );
  });
  it('reads headings of a spreadsheet\u2019s own as what they are said to stand for, however they are written', () => {
    const columns = {
      Tilbud: 'name',
      'Telefon-nr': 'telefon',
      'hvad for': 'Topics',
      'Kontrolleret den': 'assured_date',
    };
    const text = 'Tilbud;Telefon nr;Hvad for;Kontrolleret den;Nr\nHåb;112;stop smoking;2026-10-05;7';
    const { services, report } = readServices(text, { ...read, columns });
    expect(services[0]).toMatchObject({ name: 'Håb', phone: '112', assuredOn: '2026-10-05', needs: [{ how: 'main' }] });
    expect(report.notCarried).toEqual({ nr: 1 });
  });
  it('refuses a column that there is not, and names those there are', () => {
    const wrong = () => readServices('a,b\n1,2', { ...read, columns: { a: 'phon' } });
    expect(wrong).toThrow(/"a" cannot stand for "phon".*name, organization/s);
    expect(wrong).toThrow(expect.objectContaining({ code: 'columns-invalid', at: 'columns.a' }));
  });
  it('never hands out anything but services or an error of ours, whatever the headings are said to be', () => {
    const heading = fc.oneof(fc.string(), fc.constantFrom('name', 'topics', '__proto__', 'organization_id'));
    fc.assert(
      fc.property(fc.dictionary(heading, heading), fc.array(heading), (columns, headings) => {
        try {
          readServices(`${headings.join(';')}\n${headings.join(';')}`, { ...read, columns });
        } catch (error) {
          expect(error).toBeInstanceOf(EveryContactError);
        }
      }),
      { numRuns: 200 },
    );
  });
  it.each([
    ['a zip file or a workbook', [0x50, 0x4b, 0x03, 0x04]],
    ['an empty zip file', [0x50, 0x4b, 0x05, 0x06]],
    ['a workbook of an old Excel', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a packed file', [0x1f, 0x8b]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ])('refuses %s by name, whatever can be read in it', (_, bytes) => {
    expect(refusal(new Uint8Array([...bytes, ...Buffer.from('\nname,phone\nQuit,112\n')]))).toContain(
      'zip or Excel file',
    );
  });
  it('says of a way in without steps only what a row says', () => {
    const stepFree = (cell: string) =>
      one(`name,phone,address,step_free\nQuit,112,1 Bell Lane,${cell}`)?.locations[0]?.stepFree;
    expect(['yes', 'Ja', 'no', 'NEJ', '', 'by the back door'].map(stepFree)).toEqual([
      'yes',
      'yes',
      'no',
      'no',
      'unknown',
      'unknown',
    ]);
  });
});

describe('the services.csv of a tabular package', () => {
  it('reads its columns, and warns that the organisation stands in another table', () => {
    const text =
      'id,organization_id,name,description,status,minimum_age,assured_date\nx1,o1,Quit,<b>Stop smoking</b> here.,active,18,2026-10-01';
    const { services, report } = readServices(text, read);
    expect(services[0]).toMatchObject({
      id: 'x1',
      state: 'open',
      minimumAge: 18,
      summary: 'Stop smoking here.',
      organization: { name: '' },
    });
    expect(services[0]?.warnings).toEqual(['organization-missing']);
    expect(report.repaired.map(({ code }) => code)).toContain('id-not-uuid');
  });
});
