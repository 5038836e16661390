import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { limits, parsePack, readPack } from '../parse.js';

interface Json {
  [key: string]: unknown;
}
const copy = () => JSON.parse(JSON.stringify(gardening)) as Json;
const written = JSON.stringify(gardening, null, 2);

/** A good pack with another value at one place; the path has slashes, since ids hold dots. */
function withValue(path: string, value: unknown): Json {
  const pack = copy();
  const names = path.split('/');
  const last = names.pop() ?? '';
  const part = names.reduce<Json>((whole, name) => whole[name] as Json, pack);
  part[last] = value;
  return pack;
}
const codes = (json: unknown) => parsePack(json).problems?.map(({ code, where }) => `${code} ${where}`) ?? [];
const codesOf = (text: string) => readPack(text).problems?.map(({ code, where }) => `${code} ${where}`) ?? [];
const advise = 'texts/en-GB/advise/words';
const nested = (levels: number): unknown =>
  levels ? { not: nested(levels - 1) } : { fact: 'context.tired', is: true };

describe('a hostile pack', () => {
  it.each<[string, string, unknown, string]>([
    ['a tag in a text', advise, 'Go <img src=x onerror=alert(1)>', 'text-markup texts.en-GB.advise.words'],
    ['an entity in a text', advise, 'Go &lt;b&gt;', 'text-markup texts.en-GB.advise.words'],
    ['a right-to-left override', advise, 'Call \u202e999', 'character-hidden texts.en-GB.advise.words'],
    ['a zero-width space', advise, 'Call\u200b me', 'character-hidden texts.en-GB.advise.words'],
    ['half a character', advise, 'Call \ud800', 'character-hidden texts.en-GB.advise.words'],
    ['a text that nobody sees', advise, ' ', 'pack-shape texts.en-GB.advise.words'],
    ['a text without end', advise, 'a'.repeat(limits.text + 1), 'text-too-long texts.en-GB.advise.words'],
    ['an address that runs', 'sources/handbook/url', 'javascript:alert(1)', 'pack-shape sources.handbook.url'],
    [
      'an address that hides its host',
      'sources/handbook/url',
      'https://nhs.uk@example.org/',
      'pack-shape sources.handbook.url',
    ],
    [
      'an address in look-alike letters',
      'sources/handbook/url',
      'https://ex\u0430mple.org/',
      'pack-shape sources.handbook.url',
    ],
    ['an id in look-alike letters', 'flags/t\u0456red', gardening.flags.child, 'pack-shape flags.t\u0456red'],
    [
      'an id with a zero-width joiner',
      'flags/ti\u200bred',
      gardening.flags.child,
      'character-hidden flags.ti\u200bred',
    ],
    ['an id like another', 'flags/t1red', gardening.flags.child, 'id-look-alike flags.t1red'],
    ['an id that every object has', 'flags/constructor', gardening.flags.child, 'id-reserved flags.constructor'],
    [
      'digits of another script',
      'urgentHelp/urgent/lines/0/phone',
      '\u0669\u0669\u0669',
      'pack-shape urgentHelp.urgent.lines.0.phone',
    ],
    [
      'a number that dials another',
      'urgentHelp/urgent/lines/0/tel',
      '+445550100',
      'phone-differs urgentHelp.urgent.lines.emergency',
    ],
    ['a day that is none', 'texts/en-GB/advise/reviewBy', '2026-02-30', 'pack-shape texts.en-GB.advise.reviewBy'],
    ['a time zone that is none', 'place/timeZone', 'Middle/Earth', 'pack-shape place.timeZone'],
    ['a language that is none', 'locales', ['en-GB', 'klingon!'], 'pack-shape locales.1'],
    [
      'a number step that never advances',
      'scripts/gardening.brief/steps/minutes/answer/by',
      0,
      'pack-shape scripts.gardening.brief.steps.minutes.answer.by',
    ],
    ['a condition without end', 'flags/child/when', nested(60), 'json-too-large flags.child.when.not.not.not'],
    [
      'an instrument that continues itself',
      'instruments/digging/continues',
      'digging',
      'loop instruments.digging.continues',
    ],
  ])('is refused for %s', (_, path, value, expected) => {
    expect(codes(withValue(path, value))).toContain(expected);
  });

  it('may write what languages need: joiners, isolated marks, a line break, and less than', () => {
    const words = 'می‌خواهم\u200f BMI < 25\nsecond line';
    expect(parsePack(withValue(advise, words)).problems).toBeUndefined();
  });

  it('that goes round in a circle is refused, and so is one part in very many places', () => {
    const circle = copy();
    (circle.flags as Json).child = circle;
    expect(codes(circle)[0]).toMatch(/^json-too-large/);
    let wide: unknown = [];
    for (let level = 0; level < 30; level += 1) wide = [wide, wide];
    expect(codes({ ...copy(), measures: wide })).toEqual(['json-too-large ']);
  });

  it('with a script of thousands of steps is refused, and the stack holds', () => {
    const steps = Object.fromEntries(
      Array.from({ length: 9000 }, (_, at) => [`s${at}`, { kind: 'signpost', say: 'act', next: `s${at + 1}` }]),
    );
    expect(codes(withValue('scripts/gardening.brief/steps', steps))).toContain(
      'script-too-long scripts.gardening.brief',
    );
  });

  it('with tens of thousands of problems is told of by the first and a count', { timeout: 60_000 }, () => {
    const many = parsePack(withValue('flags/child/when', { all: new Array(40_000).fill(0) })).problems ?? [];
    expect(many.length).toBeLessThanOrEqual(limits.findings + 1);
    const unknown = parsePack(
      withValue('signposting/0/when', { all: new Array(1000).fill({ fact: 'item.a.b', is: 'c' }) }),
    );
    expect(unknown.problems?.at(-1)).toEqual({
      code: 'problems-more',
      where: '',
      message: 'expected fewer problems, found 800 more: correct those above first',
    });
  });

  it('tells of places in few words, however long its keys are', () => {
    const long = 'x'.repeat(100_000);
    for (const { where, message } of parsePack({ ...copy(), [long]: { [long]: '<b>' } }).problems ?? [])
      expect(where.length + message.length).toBeLessThan(2000);
  });

  it('still gives its urgent help where that part is plain, and not where it is not', () => {
    expect(parsePack(withValue(advise, '<b>')).urgentHelp).toBeDefined();
    expect(parsePack(withValue('texts/en-GB/help.worker/words', '<b>')).urgentHelp).toBeUndefined();
    const circle = copy();
    (circle.flags as Json).child = circle;
    expect(parsePack(circle).urgentHelp).toBeDefined();
  });
});

describe('an adapted pack', () => {
  it('needs each text in its first language only', () => {
    const pack = copy();
    Reflect.deleteProperty((pack.texts as Record<string, Json>)['ar-XB'] as Json, 'advise');
    expect(codes(pack)).toEqual(['text-missing texts.ar-XB.advise']);
    expect(parsePack({ ...pack, base: 'gardening@0.9.0' }).problems).toBeUndefined();
  });
});

describe('readPack', () => {
  it('reads a good pack, with a mark of byte order or without', () => {
    expect(readPack(written).pack).toEqual(gardening);
    expect(readPack(`\ufeff${written}`).pack).toEqual(gardening);
  });

  it.each<[string, string, string]>([
    ['an empty text', '', 'json-syntax line 1, column 1'],
    ['a text that is cut off', '{\n  "schema": "every', 'json-syntax line 2, column 13'],
    ['a list that is cut off', '[1,', 'json-syntax line 1, column 4'],
    ['a comma too many', '{"a": 1,}', 'json-syntax line 1, column 9'],
    ['a key without marks', '{a: 1}', 'json-syntax line 1, column 2'],
    ['a key without a value', '{"a"}', 'json-syntax line 1, column 5'],
    ['a wrong bracket', '[1}', 'json-syntax line 1, column 3'],
    ['something behind the end', '{} x', 'json-syntax line 1, column 4'],
    ['a line break in a text', '["a\nb"]', 'json-syntax line 1, column 2'],
    ['a word JSON does not know', '[NaN]', 'json-syntax line 1, column 2'],
    ['a web page', '<!doctype html>', 'json-syntax line 1, column 1'],
  ])('says where %s stops being JSON', (_, text, expected) => {
    expect(codesOf(text)).toEqual([expected]);
  });

  it('names a key that is written twice, however it is written, and goes on', () => {
    const twice = written.replace('"id": "gardening"', '"id": "other",\n  "\\u0069d": "gardening"');
    expect(codesOf(twice)).toEqual(['json-duplicate-key line 4, column 3']);
    expect(readPack(twice).urgentHelp).toBeDefined();
  });

  it('does not even look at a text of fifty million characters', () => {
    const { problems } = readPack('['.repeat(50_000_000));
    expect(problems?.map(({ code, message }) => `${code} ${message.slice(0, 60)}`)).toEqual([
      'json-too-large expected at most 8000000 characters, found 50000000: check t',
    ]);
  });

  it('stops early in a text that is deeper or has more parts than any pack', () => {
    expect(codesOf('['.repeat(1_000_000))).toEqual([`json-too-large line 1, column ${limits.depth + 2}`]);
    expect(codesOf(`[${'0,'.repeat(limits.parts)}0]`)[0]).toMatch(/^json-too-large line 1/);
  });

  it('agrees with JSON.parse on what is JSON', { timeout: 60_000 }, () => {
    const nearly = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', '"', '{', ']', ',', ':', '\\', '1', '-', ' ', 'e'))
      .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearly, fc.string()), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(codesOf(text).some((code) => code.startsWith('json-syntax'))).toBe(!isJson);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Every place of a value, as a path. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))];
}

describe('a good pack broken in one place, by anything', () => {
  const everywhere = places(gardening).filter((path) => path.length);

  it('is read or refused in words, and never throws', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...everywhere), fc.anything({ withNullPrototype: true }), (path, anything) => {
        const pack = copy();
        const last = path.at(-1) ?? '';
        const part = path.slice(0, -1).reduce<Json>((whole, name) => whole[name] as Json, pack);
        part[last] = anything;
        const { pack: read, problems } = parsePack(pack);
        expect(read !== undefined || (problems ?? []).length > 0).toBe(true);
        for (const { message } of problems ?? []) expect(message).toMatch(/^expected .+, found .+: /s);
      }),
      { numRuns: 100 },
    );
  });

  it('cut off anywhere, it is refused by line and column', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: written.length - 1 }), (length) => {
        expect(readPack(written.slice(0, length)).problems?.at(-1)?.where).toMatch(/^line \d+, column \d+$/);
      }),
      { numRuns: 100 },
    );
  });
});
