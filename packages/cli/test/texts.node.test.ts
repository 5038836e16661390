import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { england } from '@everycontact/content';
import { describe, expect, it } from 'vitest';
import { ownPack, run } from './own-pack.js';

const asked = 'Do you smoke at all?';

/** As a spreadsheet on Windows saves it: one byte a letter; curly quotes and dashes stand from 0x80 on. */
const windows1252 = (text: string): Uint8Array => {
  const high: Readonly<Record<string, number>> = {
    '€': 0x80,
    '…': 0x85,
    '‘': 0x91,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    '—': 0x97,
  };
  return Uint8Array.from(text.replace('\uFEFF', ''), (letter) => high[letter] ?? letter.charCodeAt(0));
};

/** A pack of one's own, and its words in a spreadsheet. */
async function sentOut(...more: string[]) {
  const own = ownPack();
  const sheet = join(own.folder, 'words.csv');
  const { out } = await run('texts', 'export', own.pack, '--out', sheet, ...more);
  const edit = (from: string, to: string, save: (text: string) => string | Uint8Array = (text) => text) => {
    const before = readFileSync(sheet, 'utf8');
    expect(before).toContain(from);
    writeFileSync(sheet, save(before.replace(from, () => to)));
  };
  const words = () => readFileSync(own.file('behaviours/smoking/text.en-GB.json'), 'utf8');
  return { own, sheet, out, edit, words, back: () => run('texts', 'import', own.pack, sheet) };
}

describe('texts', () => {
  it('leaves a sheet that somebody is working on as it is, unless it is forced', async () => {
    const { own, sheet, edit } = await sentOut();
    edit(asked, 'Do you smoke?');
    const again = await run('texts', 'export', own.pack, '--out', sheet);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('[everycontact/file-exists]')]);
    expect(readFileSync(sheet, 'utf8')).toContain('Do you smoke?');
    expect((await run('texts', 'export', own.pack, '--out', sheet, '--force')).code).toBe(0);
    expect(readFileSync(sheet, 'utf8')).toContain(asked);
  });

  it('sends every wording out with a byte order mark, and takes an untouched sheet back without a change', async () => {
    const { sheet, out, own, words, back } = await sentOut();
    const before = words();
    expect(out).toMatch(/^\d+ wordings in en-GB/);
    expect(readFileSync(sheet, 'utf8').startsWith('\uFEFFkey;for;form;en-GB\r\n')).toBe(true);
    expect(await back()).toMatchObject({ code: 0, out: '0 wordings changed\n' });
    expect(words()).toBe(before);
    expect((await run('diff', 'england', own.pack)).code).toBe(0);
  });

  it('writes a changed wording into the file it came from, and nothing else', async () => {
    const { edit, back, own } = await sentOut();
    edit(asked, 'Do you ever smoke?');
    expect((await back()).out).toContain('1 wording changed');
    const { out } = await run('diff', 'england', own.pack);
    expect(out).toContain('1 change');
    expect(out).toMatch(/texts\.en-GB\.smoking\.vba\.smokes\.say/);
  });

  it('makes a changed wording a draft again, for whoever approved the file approved other words', async () => {
    const { own, edit, back, words } = await sentOut();
    const approval = '"approvals": [{ "role": "Midwife", "kind": "clinical-safety", "on": "2026-11-20" }]';
    own.change('behaviours/smoking/text.en-GB.json', '"standing": "draft"', `"standing": "verified", ${approval}`);
    await back();
    expect(words()).toContain('"verified"');
    edit(asked, 'Do you ever smoke?');
    expect((await back()).out).toContain('1 wording changed');
    expect(JSON.parse(words())).toMatchObject({ standing: { standing: 'draft' } });
    expect(words()).not.toContain('approvals');
    expect((await run('check', own.pack)).code).toBe(0);
  });

  it('makes a changed wording of one whole file a draft again, and no other', async () => {
    const { edit, own, sheet } = await sentOut();
    const file = join(own.folder, 'whole.json');
    const signed = {
      standing: 'verified',
      approvals: [{ role: 'Midwife', kind: 'clinical-safety', on: '2026-11-20' }],
    };
    const texts = Object.entries(england.texts['en-GB']!).map(([key, text]) => [key, { ...text, ...signed }]);
    writeFileSync(file, JSON.stringify({ ...england, texts: { 'en-GB': Object.fromEntries(texts) as object } }));
    edit(asked, 'Do you ever smoke?');
    expect((await run('texts', 'import', file, sheet)).out).toContain('1 wording changed');
    const { texts: now } = JSON.parse(readFileSync(file, 'utf8')) as { texts: Record<string, Record<string, object>> };
    const drafts = Object.entries(now['en-GB']!).filter(([, text]) => 'standing' in text && text.standing === 'draft');
    expect(drafts).toEqual([['smoking.vba.smokes.say', expect.not.objectContaining({ approvals: signed.approvals })]]);
  });

  it('reads commas and Windows-1252 as a spreadsheet saves them', async () => {
    const { edit, back, words } = await sentOut('--separator', ',');
    edit(asked, 'Do you smoke at a café?', windows1252);
    expect((await back()).code).toBe(0);
    expect(words()).toContain('Do you smoke at a café?');
  });

  it('reads tabs too, with which a spreadsheet may save', async () => {
    const { sheet, back, words } = await sentOut();
    const tabs = readFileSync(sheet, 'utf8').replaceAll(';', '\t').replace(asked, 'Do you ever smoke?');
    writeFileSync(sheet, tabs);
    expect((await back()).out).toContain('1 wording changed');
    expect(words()).toContain('Do you ever smoke?');
  });

  it.each([
    [
      'an unknown column',
      'form;en-GB',
      'form;fr-FR',
      /row 1, column D: expected a language of the pack \(en-GB\), found "fr-FR"/,
    ],
    ['a renamed column', 'key;for', 'id;for', /row 1, column A: expected "key", found "id"/],
    [
      'a changed key',
      'smoking.vba.smokes.say;',
      'smoking.vba.smoked.say;',
      /row \d+, column A: expected a key.*found "smoking\.vba\.smoked\.say"/,
    ],
    ['an emptied cell', asked, '', /row \d+, column D: expected words, found an empty cell/],
  ])('refuses %s with its row and column, and writes nothing', async (_, from, to, said) => {
    const { edit, back, words } = await sentOut();
    const before = words();
    edit(from, to);
    const { code, err } = await back();
    expect([code, err]).toEqual([1, expect.stringMatching(said)]);
    expect(words()).toBe(before);
  });

  it('writes nothing where a text came with the package', async () => {
    const { edit, back } = await sentOut();
    edit('ui.yes;all;;Yes', 'ui.yes;all;;Yes please');
    const { code, err } = await back();
    expect([code, err]).toEqual([1, expect.stringContaining('"ui.yes"')]);
    const shipped = await run('texts', 'export', 'england', '--out', '/dev/null');
    expect(shipped.code).toBe(0);
  });

  it('takes rows and columns in which nothing stands for what a spreadsheet leaves at the end', async () => {
    const { edit, back } = await sentOut();
    edit(asked, 'Do you ever smoke?', (text) => `${text.replaceAll('\r\n', ';;\r\n')};;;;;\r\n\r\n`);
    expect(await back()).toMatchObject({ code: 0, out: expect.stringContaining('1 wording changed') as unknown });
  });

  it('refuses a note beside the languages, by row and column', async () => {
    const { edit, back } = await sentOut();
    edit(`${asked}\r\n`, `${asked};is this right?\r\n`);
    const { code, err } = await back();
    expect([code, err]).toEqual([1, expect.stringMatching(/row \d+, column E: expected nothing .* "is this right\?"/)]);
  });

  it.each(['#NAME?', '#NAVN?', '#VÄRDEFEL!', '#DIV/0!', '#N/A', 'Err:508'])(
    'refuses %s, which a spreadsheet makes of words that begin like a formula',
    async (shown) => {
      const { edit, back, words } = await sentOut();
      const before = words();
      edit(asked, shown);
      expect(await back()).toMatchObject({
        code: 1,
        err: expect.stringMatching(/row \d+, column D: expected words/) as unknown,
      });
      expect(words()).toBe(before);
    },
  );

  it('refuses a sheet from which a row is gone', async () => {
    const { sheet, back } = await sentOut();
    const rows = readFileSync(sheet, 'utf8').split('\r\n');
    writeFileSync(sheet, rows.filter((row) => !row.startsWith('smoking.vba.smokes.say;')).join('\r\n'));
    const { code, err } = await back();
    expect([code, err]).toEqual([1, expect.stringContaining('"smoking.vba.smokes.say"')]);
  });

  it('hands no formula to a spreadsheet, and takes the words back as they were', async () => {
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', asked, '=Do you smoke at all?');
    const sheet = join(own.folder, 'words.csv');
    await run('texts', 'export', own.pack, '--out', sheet);
    expect(readFileSync(sheet, 'utf8')).toContain(";'=Do you smoke");
    expect((await run('texts', 'import', own.pack, sheet)).out).toBe('0 wordings changed\n');
  });
});
