import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';

const area = (...service_areas: object[]) => oneService({ service_areas }).service.area;

it('takes a code before words', () => {
  expect(area({ name: 'The old town', uri: 'https://example.org/id/E06000023' })).toEqual({
    kind: 'codes',
    codes: ['E06000023'],
  });
  expect(area({ extent: '0450' })).toEqual({ kind: 'codes', codes: ['0450'] });
});
it('reads first halves of postcodes', () => {
  expect(area({ name: 'ZX1, ZX2 zx10' })).toEqual({ kind: 'prefixes', codes: ['ZX1', 'ZX2', 'ZX10'] });
});
it('reads postal codes of Denmark and Sweden, spaced or not', () => {
  expect(area({ name: '8000, 8200' })).toEqual({ kind: 'prefixes', codes: ['8000', '8200'] });
  expect(area({ extent: '123 45; 12346' })).toEqual({ kind: 'prefixes', codes: ['12345', '12346'] });
});
it('knows a whole country', () => {
  expect(area({ name: 'England' }, { name: 'Wexmarsh' })).toEqual({ kind: 'national' });
});
it('keeps prose as prose', () => {
  expect(area({ name: 'People living near AB1' })).toEqual({ kind: 'text', text: 'People living near AB1' });
});
it('makes all of it prose where one of several areas is, because half a list would turn people away', () => {
  expect(area({ extent: 'E06000023' }, { name: 'and the next valley' })).toEqual({
    kind: 'text',
    text: 'E06000023; and the next valley',
  });
});
it('does not show a shape as words', () => {
  expect(area({ extent: '{"type":"Polygon"}', extent_type: 'geojson' })).toEqual({ kind: 'unknown' });
});
it('is unknown where nothing is said', () => {
  expect(area()).toEqual({ kind: 'unknown' });
});
