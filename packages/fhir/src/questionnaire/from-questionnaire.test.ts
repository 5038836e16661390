import { england } from '@everycontact/content/england';
import { parsePack } from '@everycontact/core/parse';
import type { InstrumentId, Item, Pack } from '@everycontact/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromQuestionnaire, type ImportedInstrument } from './from-questionnaire.js';
import { toQuestionnaire } from './to-questionnaire.js';

const options = { today: '2026-11-22', reviewBy: '2027-05-22' };
const demo = { canonical: 'https://everycontact.example/fhir', demo: true };
const codes = (json: unknown) => fromQuestionnaire(json, options).findings.map(({ code, where }) => `${code} ${where}`);

const weight = (points: unknown) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/itemWeight',
  valueDecimal: points,
});
const answer = (code: string, points: unknown, display = code) => ({
  valueCoding: { code, display },
  extension: [weight(points)],
});
const choice = (linkId: string, more: object = {}) => ({
  linkId,
  type: 'choice',
  text: `${linkId}?`,
  answerOption: [answer('no', 0), answer('yes', 1)],
  ...more,
});
const formWith = (...item: readonly unknown[]) => ({
  resourceType: 'Questionnaire',
  name: 'Two questions',
  language: 'en',
  copyright: 'Somebody, 2001',
  item,
});
const itemsOf = (json: unknown) => fromQuestionnaire(json, options).instrument?.instrument.items ?? [];

describe('An instrument that went out comes back', () => {
  const rename = (items: readonly Item[], texts: Readonly<Record<string, string>> = {}) =>
    items.map((item) => ({
      id: item.id,
      words: texts[item.text],
      options: item.options.map(({ value, text, points, implies }) => ({
        value,
        words: texts[text],
        points,
        implied: Object.entries(implies ?? {}).map(([name, answered]) => `${name.split('.').at(-1)} ${answered}`),
      })),
    }));
  const wordsOf = (pack: Pack) =>
    Object.fromEntries(
      Object.entries(pack.texts['en-GB'] ?? {}).map(([key, { words }]) => [
        key,
        typeof words === 'string' ? words : '',
      ]),
    );
  const owned = (id: InstrumentId): readonly Item[] => {
    const { continues, items = [] } = england.instruments[id] ?? {};
    return continues === undefined ? items : [...owned(continues), ...items];
  };

  test.each([
    ['hsi', 'smoking.brief'],
    ['phq-2', 'mental-wellbeing.brief'],
    ['audit', 'alcohol.brief'],
  ])('%s: the same questions, answers, points and what follows from an answer', (id, script) => {
    const { questionnaire } = toQuestionnaire(england, script, 'en-GB', demo);
    const { instrument } = fromQuestionnaire(questionnaire, { ...options, id });
    expect(rename(instrument?.instrument.items ?? [], instrument?.texts['en-GB'])).toEqual(
      rename(owned(id), wordsOf(england)),
    );
  });

  test('a pack that takes it is read without a problem', () => {
    const { instrument } = fromQuestionnaire(
      toQuestionnaire(england, 'alcohol.brief', 'en-GB', demo).questionnaire,
      options,
    );
    expect(parsePack(packWith(instrument)).problems).toBeUndefined();
  });
});

/** England with one instrument more. */
function packWith(imported: ImportedInstrument | undefined): unknown {
  const { standing, checkedOn, reviewBy } = imported?.instrument ?? {};
  const own = Object.entries<string>(imported?.texts['en-GB'] ?? {}).map(([key, words]): readonly [string, object] => [
    key,
    { words, standing, checkedOn, reviewBy },
  ]);
  return {
    ...england,
    instruments: { ...england.instruments, [imported?.id ?? '']: { ...imported?.instrument, bands: [] } },
    texts: { 'en-GB': { ...england.texts['en-GB'], ...Object.fromEntries<object>(own) } },
  };
}

describe('What a form says is kept', () => {
  test('flat or in groups, with itemWeight or ordinalValue, on the answer or its coding', () => {
    const older = {
      valueCoding: {
        code: 'yes',
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 3 }],
      },
    };
    const form = formWith({
      linkId: 'all',
      type: 'group',
      item: [choice('all.a'), choice('b', { answerOption: [answer('no', 0), older] })],
    });
    expect(itemsOf(form).map(({ id, options: read }) => [id, ...read.map(({ points }) => points)])).toEqual([
      ['a', 0, 1],
      ['b', 0, 3],
    ]);
  });

  test('its copyright is the attribution, and it is a draft', () => {
    const { instrument } = fromQuestionnaire(formWith(choice('a')), options);
    expect(instrument?.instrument).toMatchObject({
      standing: 'draft',
      checkedOn: '2026-11-22',
      reviewBy: '2027-05-22',
    });
    expect(instrument?.texts.en?.['instrument.two-questions.attribution']).toBe('Somebody, 2001');
  });

  test('in every language it has', () => {
    const said = {
      extension: [
        { url: 'lang', valueCode: 'da' },
        { url: 'content', valueString: 'Ryger du?' },
      ],
    };
    const _text = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', ...said }] };
    const { instrument } = fromQuestionnaire(formWith(choice('a', { _text })), options);
    expect(instrument?.texts.da).toEqual({ 'instrument.two-questions.a': 'Ryger du?' });
  });

  test('a question that is not asked after an answer follows from it', () => {
    const enableWhen = [{ question: 'a', operator: '=', answerCoding: { code: 'yes' } }];
    const [first] = itemsOf(formWith(choice('a'), choice('b', { enableWhen })));
    expect(first?.options.map(({ implies }) => implies)).toEqual([{ 'item.two-questions.b': 'no' }, undefined]);
  });

  test('answers of a value set that stands in the form', () => {
    const concept = [{ code: 'never', display: 'Never', extension: [weight(0)] }];
    const contained = [{ resourceType: 'ValueSet', id: 'often', compose: { include: [{ concept }] } }];
    const form = { ...formWith(choice('a', { answerOption: undefined, answerValueSet: '#often' })), contained };
    expect(itemsOf(form)[0]?.options).toMatchObject([{ value: 'never', points: 0 }]);
  });
});

describe('What a form says that an instrument cannot is named, and the rest is kept', () => {
  const sum = (expression: string) => ({
    linkId: 'sum',
    type: 'integer',
    extension: [
      {
        url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
        valueExpression: { expression },
      },
    ],
  });
  const enable = (question: string, operator = '=') => ({
    enableWhen: [{ question, operator, answerCoding: { code: 'yes' } }],
  });

  test.each<readonly [string, string, unknown]>([
    ['a number', 'form-type item.1', { linkId: 'n', type: 'decimal', text: 'How many?' }],
    [
      'a choice without points',
      'form-points-missing item.1',
      choice('b', { answerOption: [{ valueCoding: { code: 'x' } }] }),
    ],
    [
      'points as text',
      'form-points item.1.answerOption.1',
      choice('b', { answerOption: [answer('no', 0), answer('yes', '1')] }),
    ],
    [
      'an answer without points',
      'form-option-unscored item.1.answerOption.1',
      choice('b', { answerOption: [answer('no', 0), { valueCoding: { code: 'x' } }] }),
    ],
    ['several answers', 'form-repeats item.1', choice('b', { repeats: true })],
    ['words of one’s own', 'form-free-text item.1', choice('b', { type: 'open-choice' })],
    [
      'words that repeat',
      'form-display-answers item.1',
      { linkId: 'd', type: 'display', text: 'Hello', repeats: true },
    ],
    [
      'an empty value set',
      'form-options-elsewhere item.1',
      choice('b', { answerOption: undefined, answerValueSet: '#gone' }),
    ],
    [
      'answers elsewhere',
      'form-options-elsewhere item.1',
      choice('b', { answerOption: undefined, answerValueSet: 'http://terminology.example/x' }),
    ],
    ['no words', 'form-text-missing item.1', choice('b', { text: '  ' })],
    ['no linkId', 'form-item-shape item.1', { type: 'choice', text: 'Which?' }],
    ['a linkId as a number', 'form-item-shape item.1', choice('b', { linkId: 7 })],
    ['one linkId twice', 'form-link-twice item.1', choice('a')],
    ['something that is no item', 'form-item-shape item.1', 'text'],
    ['a meaning that may change', 'form-modifier item.1', choice('b', { modifierExtension: [{ url: 'x' }] })],
    ['a condition on what comes later', 'form-condition item.1', choice('b', enable('c'))],
    ['a circle', 'form-condition item.1', choice('b', enable('b'))],
    ['a comparison of size', 'form-condition item.1', choice('b', enable('a', '>'))],
    ['a required question', 'form-required item.1', choice('b', { required: true })],
    [
      'a sum of some',
      'form-sum-partial item.2',
      [choice('b'), sum("%resource.item.where(linkId='a').answer.value.ordinal().sum()")],
    ],
    ['another calculation', 'form-calculation item.1', sum('iif(%a, 1, 0)')],
    ['a sum times four', 'form-calculation item.1', sum('(%a + %b) * 4')],
    ['a sum turned round', 'form-calculation item.1', sum("10 - %a.where(linkId='a-b').ordinal().sum()")],
    ['a sum and more', 'form-calculation item.1', sum('%a.ordinal().sum() + 2')],
    [
      'a hidden question',
      'form-condition item.1',
      choice('b', {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true }],
      }),
    ],
    ['markup', 'text-markup item.1', choice('b', { text: '<b>Well</b>?' })],
    ['a hidden character', 'character-hidden item.1', choice('b', { text: 'Well\u202e?' })],
  ])('%s', (_, expected, more) => {
    const form = formWith(choice('a'), ...[more].flat());
    expect(codes(form)).toContain(expected);
    expect(itemsOf(form)[0]?.id).toBe('a');
  });

  test('a plain sum of all, however it is written, is no loss', () => {
    for (const plain of ['%a-1 + %b-2', "%resource.item.where(linkId = 'a-1').answer.value.ordinal().sum()", '%a + 0'])
      expect(codes(formWith(choice('a'), sum(plain))).filter((code) => /calculation|partial/.test(code))).toEqual([]);
  });

  test('a form without a language or a copyright says so', () => {
    const { language: _, copyright: __, ...form } = formWith(choice('a'));
    expect(codes(form)).toEqual(['form-language-missing language', 'form-copyright-missing copyright']);
  });

  test('a value set without answers', () => {
    const form = formWith(choice('a'), choice('b', { answerOption: undefined, answerValueSet: '#none' }));
    expect(codes({ ...form, contained: [{ resourceType: 'ValueSet', id: 'none' }] })).toContain(
      'form-options-empty item.1',
    );
  });

  test('a language that would be a path', () => {
    const said = {
      extension: [
        { url: 'lang', valueCode: '../en' },
        { url: 'content', valueString: 'Well?' },
      ],
    };
    const _text = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', ...said }] };
    const { instrument, findings } = fromQuestionnaire(
      { ...formWith(choice('a', { _text })), language: '../da' },
      options,
    );
    expect(Object.keys(instrument?.texts ?? {})).toEqual(['und']);
    expect(findings.map(({ code }) => code)).toEqual(['form-language-missing']);
  });

  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['another resource', { resourceType: 'Patient' }],
    ['no questions', formWith()],
    ['a form that changes its meaning', { ...formWith(choice('a')), modifierExtension: [{ url: 'x' }] }],
  ])('%s gives no instrument, and why', (_, json) => {
    const { instrument, findings } = fromQuestionnaire(json, options);
    expect(instrument).toBeUndefined();
    expect(findings).toHaveLength(1);
  });
});

describe('A hostile form is refused, never followed', { timeout: 60_000 }, () => {
  test('a hundred thousand questions', () => {
    const form = formWith(...Array.from({ length: 100_000 }, (_, at) => choice(`q${at}`)));
    expect(codes(form)).toEqual(['form-too-large item.1000']);
  });

  test('groups within groups without end, and a circle of objects', () => {
    const circle: { linkId: string; type: string; item: unknown[] } = { linkId: 'g', type: 'group', item: [] };
    circle.item.push(circle);
    expect(codes(formWith(circle))).toContain('form-link-twice item.0.item.0');
    let deep: object = choice('a');
    for (let level = 0; level < 10_000; level += 1) deep = { linkId: `g${level}`, type: 'group', item: [deep] };
    expect(codes(formWith(deep))[0]).toMatch(/^form-too-large/);
  });

  test('names that every object has', () => {
    const form = formWith(choice('constructor', { answerOption: [answer('__proto__', 0), answer('toString', 1)] }));
    expect(itemsOf(form)[0]).toMatchObject({
      id: 'form-constructor',
      options: [{ value: 'proto' }, { value: 'tostring' }],
    });
  });

  test('two thousand findings are counted, not told', () => {
    const form = formWith(...Array.from({ length: 900 }, () => ({})));
    expect(fromQuestionnaire(form, options).findings).toHaveLength(201);
  });

  const anyItem = fc.letrec((tie) => ({
    item: fc.record(
      {
        linkId: fc.oneof(fc.string(), fc.constantFrom('a', 'b'), fc.integer()),
        type: fc.constantFrom('group', 'choice', 'open-choice', 'display', 'integer', 'boolean', 'nonsense'),
        text: fc.oneof(fc.string(), fc.anything()),
        repeats: fc.oneof(fc.boolean(), fc.string()),
        enableWhen: fc.oneof(
          fc.anything(),
          fc.array(
            fc.record({ question: fc.constantFrom('a', 'b'), operator: fc.string(), answerCoding: fc.anything() }),
          ),
        ),
        answerOption: fc.oneof(
          fc.anything(),
          fc.array(
            fc.record({
              valueCoding: fc.oneof(fc.anything(), fc.record({ code: fc.string() })),
              extension: fc.array(
                fc.record({
                  url: fc.constant('http://hl7.org/fhir/StructureDefinition/itemWeight'),
                  valueDecimal: fc.oneof(fc.double(), fc.anything()),
                }),
              ),
            }),
          ),
        ),
        answerValueSet: fc.anything(),
        extension: fc.anything(),
        item: fc.array(tie('item'), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  })).item;

  test('whatever it holds, what comes back is findings and an instrument that a pack can take', () => {
    fc.assert(
      fc.property(
        fc.record({ item: fc.array(anyItem, { maxLength: 5 }), contained: fc.anything(), name: fc.string() }),
        (form) => {
          const read = fromQuestionnaire(
            { resourceType: 'Questionnaire', language: 'en-GB', ...form },
            { ...options, id: 'of-somebody' },
          );
          const wording = read.findings.some(({ code }) => /^(text|character)-/.test(code));
          if (read.instrument && !wording) expect(parsePack(packWith(read.instrument)).problems).toBeUndefined();
          else expect(read.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});
