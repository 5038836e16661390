import { describe, expect, it } from 'vitest';
import { findPlace, readPlaces } from '../place.js';
import { buildPlaces, type BuildPlacesOptions } from './build-places.js';

const madeOn = '2026-11-22';
async function* chunked(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
const build = (text: string, options: Partial<BuildPlacesOptions> = {}, size = 1_000) =>
  buildPlaces(chunked(text, size), { country: 'GB', madeOn, ...options });
const row = (...cells: (string | number)[]) => cells.join('\t');

// Invented: no such codes, no such towns.
const gb = [
  row('GB', 'WX1', 'Wexmarsh Mill', 'England', 'ENG', 'Wexshire', 'E10999999', 'Wexmarsh', 'E07999999', 52.9, -1.4, 4),
  row('GB', 'WX1 2AB', 'Wexmarsh', 'England', 'ENG', 'Wexshire', 'E10999999', 'Wexmarsh', 'E07999999', 52.92, -1.4, 4),
  row('GB', 'WX2', 'Elderwick', 'England', 'ENG', '', '', '', '', 53, -1.5, ''),
  row('GB', 'WX3', 'Nowhere', 'England', 'ENG', '', '', '', '', '', '', ''),
  row('FR', '99999', 'Ailleurs', '', '', '', '', '', '', 45, 5, 4),
  row('GB', '?', 'Nowhere', '', '', '', '', '', '', 52, -1, 4),
].join('\n');
const dk = [
  row('DK', '9991', 'Klintkøbing', 'Region', 1099, 'Klintkøbing', 999, '', '', 56.1, 10.2, 4),
  row('DK', '9992', 'Strømvinge', 'Region', 1099, 'Klintkøbing', '0999', '', '', 56.3, 10.2, 4),
].join('\n');
const se = row('SE', '999 10', 'Sjövik', 'Län', 99, 'Sjövik', 9999, '', '', 59.1, 15.2, 4);
const ons = [
  '\u{FEFF}"pcd","pcds","dointr","doterm","oslaua","lat","long"',
  '"WX1 2AB","WX1 2AB","198001","","E06999998","52.9","-1.4"',
  '"WX1 2AC","WX1 2AC","198001","","E06999998","52.9","-1.42"',
  '"WX122AB","WX12 2AB","198001","","E06999997","52.8","-1.3"',
  '"WX1 9ZZ","WX1 9ZZ","198001","201001","E06999998","50","-4"',
  '"WX1 9ZY","WX1 9ZY","198001","","E06999998","99.999999","0"',
  '"BT99 1AA","BT99 1AA","198001","","N09999999","54.5","-6"',
].join('\r\n');

describe('a place file', () => {
  it('is made of a file of GeoNames: postcodes gathered to their first half, with a middle and a spread', async () => {
    const { places, report } = await build(gb);
    expect(places.codes).toEqual([
      ['WX1', 52.91, -1.4, 1.1],
      ['WX2', 53, -1.5, null],
    ]);
    expect(places.districts).toEqual([
      { code: 'E07999999', name: 'Wexmarsh', latitude: 52.91, longitude: -1.4, spreadKm: 1.1 },
    ]);
    expect(report).toEqual({
      read: 6,
      kept: 3,
      left: { 'no-point': 1, 'another-country': 1, 'no-code': 1 },
      unnamed: 0,
    });
  });

  it('has the postal codes and municipalities of Denmark and Sweden', async () => {
    const { places } = await build(dk, { country: 'DK' });
    expect(places.codes.map(([code]) => code)).toEqual(['9991', '9992']);
    expect(places.districts).toMatchObject([{ code: '0999', name: 'Klintkøbing', latitude: 56.2 }]);
    expect((await build(se, { country: 'SE' })).places.codes).toEqual([['999 10', 59.1, 15.2, null]]);
  });

  it('is made of a directory of the Office for National Statistics, without what ended and without Northern Ireland', async () => {
    const districtNames = new Map([['E06999998', 'Wexmarsh']]);
    const { places, report } = await build(ons, { districtNames });
    expect(places.codes).toEqual([
      ['WX1', 52.9, -1.41, 0.7],
      ['WX12', 52.8, -1.3, null],
    ]);
    expect(places.districts?.map(({ code, name }) => [code, name])).toEqual([['E06999998', 'Wexmarsh']]);
    expect(report).toEqual({
      read: 6,
      kept: 3,
      left: { 'no-longer-used': 1, 'no-point': 1, 'northern-ireland': 1 },
      unnamed: 1,
    });
  });

  it('carries the credit its source asks for, or the one that was given', async () => {
    expect((await build(gb)).places).toMatchObject({
      attribution: expect.stringMatching(/GeoNames.*Royal Mail/) as string,
      licence: expect.stringContaining('CC BY 4.0') as string,
    });
    expect((await build(ons)).places.attribution).toMatch(/OS data © .* 2026.*Royal Mail.*National Statistics/);
    expect((await build(gb, { attribution: 'Ours', licence: 'Ours too' })).places).toMatchObject({
      attribution: 'Ours',
      licence: 'Ours too',
    });
  });

  it('is the same however the bytes arrive', async () => {
    for (const text of [gb, ons]) expect(await build(text, {}, 7)).toEqual(await build(text));
    expect(await build(dk, { country: 'DK' }, 1)).toEqual(await build(dk, { country: 'DK' }));
  });

  it('can be read, and what is in it found', async () => {
    const { places } = await build(dk, { country: 'DK' });
    const read = readPlaces(JSON.parse(JSON.stringify(places)));
    expect(findPlace(read, '9992')).toMatchObject({ latitude: 56.3 });
    expect(findPlace(read, 'klintkøbing')).toMatchObject({ area: '0999', about: true });
  });

  it('is not made of anything else', async () => {
    await expect(build('name,phone\nA,1')).rejects.toThrow(/postcodes-unknown.*found "name,phone"/);
    await expect(build('PK\u{3}\u{4}zip')).rejects.toThrow(/Unpack a zip/);
    await expect(build('')).rejects.toThrow('postcodes-unknown');
    await expect(build(ons.slice(0, -1))).rejects.toThrow(/postcodes-broken.*fetch it again/);
    await expect(build(ons, { country: 'DK' })).rejects.toThrow('postcodes-unknown');
    await expect(build(dk, { country: 'SE' })).rejects.toThrow(/postcodes-none.*2 × another-country/);
  });
});
