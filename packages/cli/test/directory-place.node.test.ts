import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPlace, readPlaces } from '@everycontact/directory/place';
import { describe, expect, it } from 'vitest';
import { refused, run } from './own-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-places-'));
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const out = join(folder, 'places.json');
const made = () => readPlaces(JSON.parse(readFileSync(out, 'utf8')));

// Invented: no such codes, no such towns.
const denmark = file(
  'DK.txt',
  [
    ['DK', '9991', 'Klintkøbing', 'Region', '1099', 'Klintkøbing', '0999', '', '', '56.1', '10.2', '4'],
    ['DK', '9992', 'Strømvinge', 'Region', '1099', 'Klintkøbing', '0999', '', '', '56.3', '10.2', '4'],
    ['DK', '9993', 'Ingensteds', 'Region', '1099', 'Klintkøbing', '0999', '', '', '', '', ''],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n'),
);
const ons = file(
  'ONSPD.csv',
  'pcds,doterm,oslaua,lat,long\nWX1 2AB,,E06999998,52.9,-1.4\nWX1 2AC,,E06999998,52.9,-1.42\nBT99 1AA,,N09999999,54.5,-6\n',
);

describe('directory place', () => {
  it('makes a small file of GeoNames, says what was left out, and whom to credit', async () => {
    const said = await run('directory', 'place', denmark, '--country', 'DK', '--out', out);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain('2 codes and 1 districts');
    expect(said.out).toContain('3 rows read, 2 kept\n  left out: 1 without a point');
    expect(said.out).toContain('Credit: Postal codes: GeoNames');
    expect(made()).toMatchObject({
      country: 'DK',
      madeOn: '2026-11-22',
      codes: [
        ['9991', 56.1, 10.2, null],
        ['9992', 56.3, 10.2, null],
      ],
    });
    expect(findPlace(made(), 'Klintkøbing')).toMatchObject({ area: '0999', latitude: 56.2, about: true });
  });

  it('gathers a directory of the Office for National Statistics, with names from a list of their own', async () => {
    const names = file('names.csv', 'LAD24CD,LAD24NM\nE06999998,Wexmarsh\n');
    const said = await run('directory', 'place', ons, '--country', 'GB', '--out', out, '--names', names);
    expect(said.out).toContain('1 of Northern Ireland, which need a licence of their own');
    expect(findPlace(made(), 'WX1 9ZZ')).toMatchObject({ area: 'WX1', longitude: -1.41 });
    expect(made().districts?.map(({ name }) => name)).toEqual(['Wexmarsh']);
  });

  it('says that districts without a name are not in the file', async () => {
    const said = await run('directory', 'place', ons, '--country', 'GB', '--out', out);
    expect(said.out).toContain('1 districts have no name');
  });

  it('takes a credit of your own', async () => {
    await run(
      'directory',
      'place',
      denmark,
      '--country',
      'DK',
      '--out',
      out,
      '--attribution',
      'Ours',
      '--licence',
      'Ours',
    );
    expect(made()).toMatchObject({ attribution: 'Ours', licence: 'Ours' });
  });

  it('refuses what is not such a file, and what it cannot do', async () => {
    const place = (...args: string[]) => run('directory', 'place', ...args);
    const other = file('other.csv', 'name,phone\nA,1\n');
    expect(await place(other, '--country', 'GB', '--out', out)).toMatchObject(refused(1, /postcodes-unknown/));
    expect(await place(denmark, '--country', 'SE', '--out', out)).toMatchObject(refused(1, /3 × another-country/));
    expect(await place(denmark, '--country', 'NO', '--out', out)).toMatchObject(refused(2, /--country/));
    expect(await place(denmark, '--country', 'DK')).toMatchObject(refused(2, /--out/));
    expect(await place(denmark, '--country', 'DK', '--out', denmark)).toMatchObject(refused(2, /a file of its own/));
    expect(await place('--country', 'DK', '--out', out)).toMatchObject(refused(2, /file with postcodes/));
    expect(await place(join(folder, 'none'), '--country', 'DK', '--out', out)).toMatchObject(
      refused(2, /file-unreadable/),
    );
    expect(await place(ons, '--country', 'GB', '--out', out, '--names', other)).toMatchObject(refused(2, /LAD24CD/));
  });
});
