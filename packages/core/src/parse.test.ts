import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardening } from '../test/sample-pack.js';
import { namesText } from './adapt/mentions.js';
import { helpCard } from './view/speaker.js';
import { parseAdaptation, parsePack } from './parse.js';

interface Json {
  [key: string]: unknown;
}
type Damage = (pack: Json) => void;

/** Damages name their place by a path with slashes, since ids hold dots. */
const at = (pack: Json, path: string): [Json, string] => {
  const names = path.split('/');
  const last = names.pop() ?? '';
  return [names.reduce((part, name) => part[name] as Json, pack), last];
};
const drop =
  (path: string): Damage =>
  (pack) => {
    const [part, name] = at(pack, path);
    Reflect.deleteProperty(part, name);
  };
const set =
  (path: string, value: unknown): Damage =>
  (pack) => {
    const [part, name] = at(pack, path);
    part[name] = value;
  };

/** A good pack with some changes. */
function changed(...changes: readonly Damage[]): Json {
  const pack = JSON.parse(JSON.stringify(gardening)) as Json;
  for (const change of changes) change(pack);
  return pack;
}
const broken = (...damages: readonly Damage[]) => parsePack(changed(...damages));
const codes = (...damages: readonly Damage[]) =>
  broken(...damages).problems?.map(({ code, where }) => `${code} ${where}`);
const brief = 'scripts/gardening.brief';
const never = 'instruments/digging/items/0/options/0';

/** Every place of a pack where one of these fields names something. */
function places(fields: readonly string[], part: unknown, way: readonly string[] = []): readonly string[] {
  if (typeof part !== 'object' || part === null || way[0] === 'texts' || way[0] === 'sources') return [];
  return Object.entries(part).flatMap(([name, one]) =>
    typeof one === 'string' && fields.includes(name) ? [[...way, name].join('/')] : places(fields, one, [...way, name]),
  );
}

describe('parsePack', () => {
  it('gives back a good pack as it is', () => {
    expect(parsePack(JSON.parse(JSON.stringify(gardening))).pack).toEqual(gardening);
  });

  it.each(['urgentHelp/urgent/lines', 'locales', 'audiences'])(
    'says in words that a list needs something in it: %s',
    (list) => {
      const messages = broken(set(list, [])).problems?.map(({ message }) => message);
      expect(messages).toContain('expected at least one, found a list of 0: correct it');
    },
  );

  it.each<[string, Damage, string]>([
    ['a missing text', drop('texts/ar-XB/advise'), 'text-missing texts.ar-XB.advise'],
    ['an empty text', set('texts/en-GB/advise/words', ''), 'pack-shape texts.en-GB.advise.words'],
    [
      'a step that leads nowhere',
      set(`${brief}/steps/advise/next`, 'nowhere'),
      'reference-missing scripts.gardening.brief.steps.advise.next',
    ],
    ['a loop', set(`${brief}/steps/act/next`, 'advise'), 'loop scripts.gardening.brief.steps.act'],
    ['a silent step', drop(`${brief}/steps/advise/say`), 'step-silent scripts.gardening.brief.steps.advise'],
    [
      'declining that is not one step',
      set(`${brief}/endings/declined`, 'advise'),
      'ending-not-close scripts.gardening.brief.endings.declined',
    ],
    [
      'a condition on an undeclared fact',
      set('flags/child/when', { fact: 'context.shoes', below: 18 }),
      'fact-unknown flags.child.when',
    ],
    [
      'a condition on an impossible answer',
      set('flags/frightened/when/is', 'perhaps'),
      'fact-unknown flags.frightened.when',
    ],
    [
      'a condition on a language by its name, which no host can tell',
      set('flags/child/when', { fact: 'context.language', is: 'Arabic' }),
      'fact-unknown flags.child.when',
    ],
    [
      'a condition on a number below any it can be',
      set('flags/child/when', { fact: 'context.age', is: -1 }),
      'fact-unknown flags.child.when',
    ],
    [
      'a condition on a number above any it can be',
      set('flags/child/when', { fact: 'answer.gardening.brief.minutes', is: 601 }),
      'fact-unknown flags.child.when',
    ],
    [
      'an answer that implies one of an item nobody has',
      set(`${never}/implies`, { 'item.digging.rakes': 'never' }),
      'fact-unknown instruments.digging.items.weeds',
    ],
    [
      'an answer that implies one the item does not have',
      set(`${never}/implies`, { 'item.digging.digs': 'nver' }),
      'fact-unknown instruments.digging.items.weeds',
    ],
    [
      'an answer that implies what only the host may tell',
      set(`${never}/implies`, { 'context.language': 'da' }),
      'pack-shape instruments.digging.items.0.options.0.implies.context.language',
    ],
    [
      'a measure of a number nobody asks for',
      set('measures/0/vigorous', 'answer.gardening.brief.gardens'),
      'fact-unknown measures.activityMinutes',
    ],
    [
      'urgent help opened by age',
      set('flags/frightened/when', { fact: 'context.age', below: 18 }),
      'urgent-by-context flags.frightened',
    ],
    ['urgent help without a number', drop('urgentHelp/urgent/lines/0/phone'), 'help-without-contact urgentHelp.urgent'],
    [
      'a place without an emergency number',
      drop('place/facts/emergencyNumber'),
      'help-without-contact place.facts.emergencyNumber',
    ],
    ['an unknown key', set('colour', 'green'), 'pack-unknown-key colour'],
    [
      'a parameter nothing fills',
      set('texts/en-GB/advise/words', 'Call {limit}'),
      'placeholder-unbound texts.en-GB.advise',
    ],
    ['an address that runs', set('sources/handbook/url', 'javascript:alert(1)'), 'pack-shape sources.handbook.url'],
    [
      'ids that look alike',
      set(`${brief}/steps/Close`, { kind: 'close', say: 'advise', outcome: 'advised' }),
      'id-look-alike scripts.gardening.brief.steps.Close',
    ],
    ['a flag nothing raises', drop('flags/child/when'), 'flag-unreachable flags.child'],
    [
      'a comparison with two constants',
      set('flags/child/when', { fact: 'context.age', below: 18, atLeast: 2 }),
      'pack-unknown-key flags.child.when.atLeast',
    ],
    ['another schema', set('schema', 'everycontact/pack@2'), 'pack-schema schema'],
  ])('names %s', (_, damage, expected) => {
    expect(codes(damage)).toContain(expected);
  });

  it.each([
    ['text', 'text-missing', [...namesText]],
    ['source', 'reference-missing', ['source']],
  ] as const)('holds every %s that a part names against those of the pack', (_, code, fields) => {
    const withHours = set('needs/club/national/0/hours', 'line.club');
    const named = places(fields, changed(withHours));
    expect(new Set(named.map((place) => place.split('/').at(-1)))).toEqual(new Set(fields));
    for (const place of named)
      expect(
        broken(withHours, set(place, 'nowhere')).problems?.map((problem) => problem.code),
        place,
      ).toContain(code);
  });

  it('says what was expected and what was found, in plain words', () => {
    const [problem] = broken(set('scripts', [])).problems ?? [];
    expect(problem?.message).toBe('expected an object, found a list of 0: correct it');
    const [other] = broken(set('flags/child/level', 'loud')).problems ?? [];
    expect([other?.where, other?.message]).toEqual([
      'flags.child.level',
      'expected one of "stop-topic", "pause", found "loud": correct it',
    ]);
  });

  it('names what a step may be where its kind is misspelt', () => {
    const [problem] = broken(set(`${brief}/steps/close/kind`, 'clsoe')).problems ?? [];
    expect(problem?.where).toBe('scripts.gardening.brief.steps.close.kind');
    expect(problem?.message).toMatch(/^expected one of "permission", .*"close".*, found "clsoe": correct it$/);
  });

  it('says which reader takes a text, and refuses whatever else is no object', () => {
    const text = JSON.stringify(gardening);
    expect(parsePack(text).problems).toEqual([
      {
        code: 'pack-shape',
        where: 'pack',
        message: expect.stringMatching(/^expected an object, found "\{.*": read a text with "readPack"$/) as string,
      },
    ]);
    expect(parseAdaptation(text).problems?.[0]?.message).toContain('read a text with "readAdaptation"');
    for (const [none, found] of [
      [undefined, 'nothing'],
      [null, 'null'],
      [[], 'a list of 0'],
    ] as const)
      expect(parsePack(none).problems?.[0]?.message).toBe(`expected an object, found ${found}: check what was given`);
  });

  it('names every problem at once', () => {
    expect(
      codes(drop('texts/en-GB/advise'), set('helpAtHand', 'nobody'), set('signposting/0/need', 'nothing')),
    ).toEqual(
      expect.arrayContaining([
        'text-missing texts.en-GB.advise',
        'reference-missing helpAtHand',
        'reference-missing signposting.gardener',
      ]),
    );
  });

  it('gives urgent help back whenever that part alone is valid', () => {
    const { urgentHelp } = broken(drop('scripts'));
    const reader = { locale: 'en-GB', audience: 'worker' } as const;
    expect(urgentHelp && helpCard(urgentHelp, urgentHelp.helpAtHand, reader, '2026-11-22').lines[0]?.phone).toBe('999');
    expect(broken(drop('urgentHelp')).urgentHelp).toBeUndefined();
    expect(broken(set('urgentHelp/urgent/lines/0/hours', 'nowhere')).urgentHelp).toBeUndefined();
    expect(broken(set('urgentHelp/urgent/heading', 'constructor')).urgentHelp).toBeUndefined();
  });

  it('answers anything at all with problems, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(parsePack(anything).problems?.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is not fooled by names of the prototype', () => {
    expect(codes(set('helpAtHand', 'constructor'))).toContain('reference-missing helpAtHand');
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":true},"schema":"everycontact/pack@1"}');
    expect(parsePack(hostile).problems?.length).toBeGreaterThan(0);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});
