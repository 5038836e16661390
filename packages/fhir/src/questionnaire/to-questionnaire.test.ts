import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';
import type { Pack, ScriptId } from '@everycontact/core';
import fc from 'fast-check';
import type * as r4 from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { fill } from '../../test/fill-form.js';
import { walkScript } from '../../test/walk-a-script.js';
import { toQuestionnaire } from './to-questionnaire.js';

const demo = { canonical: 'https://everycontact.example/fhir', demo: true };
const everyScript = [denmark, england, sweden].flatMap((pack) =>
  Object.keys(pack.scripts).map((script) => ({ name: `${pack.id} ${script}`, pack, script })),
);
const formOf = (pack: Pack, script: ScriptId, locale = pack.locales[0] ?? '') =>
  toQuestionnaire(pack, script, locale, demo).questionnaire;

const itemsIn = (items: readonly r4.QuestionnaireItem[] = []): readonly r4.QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...itemsIn(item.item)]);
const itemOf = (form: r4.Questionnaire, link: string) => itemsIn(form.item).find(({ linkId }) => linkId === link);
const onIn = (form: r4.Questionnaire, answers: Record<string, string | number | readonly string[]>) =>
  fill(form, new Map(Object.entries(answers))).on;

const alcohol = formOf(england, 'alcohol.brief');
const auditC = {
  'consumption.how-often': 'monthly-or-less',
  'consumption.units': '1-to-2',
  'consumption.occasion': 'never',
};
const drinking = { permission: 'yes', drinks: 'yes', ...auditC };

describe('A form leads where the contact leads', () => {
  test.each(everyScript)('$name', { timeout: 60_000 }, ({ pack, script }) => {
    const form = formOf(pack, script);
    const closes = Object.entries(pack.scripts[script]?.steps ?? {}).flatMap(([id, { kind }]) =>
      kind === 'close' ? [id] : [],
    );
    const canSay = (link: string, value: unknown) =>
      itemOf(form, link)?.answerOption?.some(({ valueCoding }) => valueCoding?.code === value) ?? true;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const { answers, asked, close } = walkScript(pack, script, form, (of) =>
          of ? Number(numbers.next().value) % of : 0,
        );
        fc.pre([...answers].every(([link, value]) => typeof value !== 'string' || canSay(link, value)));
        const { on } = fill(form, answers);
        expect({
          missing: asked.filter((link) => !on.includes(link)),
          closed: closes.filter((id) => on.includes(id)),
        }).toEqual({
          missing: [],
          closed: close === undefined ? [] : [close],
        });
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

describe('A form keeps the safe way', { timeout: 60_000 }, () => {
  test('it says "is not" only of what is answered: without an answer renderers differ', () => {
    for (const { pack, script } of everyScript)
      for (const { enableWhen = [], enableBehavior } of itemsIn(formOf(pack, script).item)) {
        const unsure = enableWhen.filter(({ operator }) => operator === '!=').map(({ question }) => question);
        const answered = enableWhen.filter(({ operator }) => operator === 'exists').map(({ question }) => question);
        expect(unsure.filter((question) => enableBehavior !== 'all' || !answered.includes(question))).toEqual([]);
      }
  });

  test('a skip is an answer of its own and never a "no"', () => {
    const hidden = { 'consumption.units': 'skipped', 'consumption.how-often': '4-or-more-per-week' };
    expect(onIn(alcohol, { ...drinking, ...hidden })).toContain('act-safe');
    expect(onIn(alcohol, { ...drinking, ...hidden })).not.toContain('advise-lower');
    expect(onIn(alcohol, drinking)).toContain('advise-lower');
  });

  test('a skipped question after a positive score leads past the advice to cut down', () => {
    const positive = {
      ...drinking,
      'consumption.how-often': '4-or-more-per-week',
      'consumption.units': '7-to-9',
      shakes: 'skipped',
    };
    const frequencies = ['unable-to-stop', 'failed', 'morning', 'guilt', 'memory', 'injured', 'concerned'];
    const skipping = Object.fromEntries(frequencies.map((item) => [`questions.${item}`, 'skipped']));
    const on = onIn(alcohol, { ...positive, ...skipping });
    expect(on).toContain('act-safe');
    expect(on).not.toContain('advise');
  });

  test('it goes on from an instrument once every question of it is answered', () => {
    const two = { 'consumption.how-often': '4-or-more-per-week', 'consumption.units': '10-or-more' };
    expect(onIn(alcohol, { permission: 'yes', drinks: 'yes', ...two })).not.toContain('shakes');
    expect(onIn(alcohol, { permission: 'yes', drinks: 'yes', ...two, 'consumption.occasion': 'never' })).toContain(
      'shakes',
    );
  });

  test('a sum is there once it is certain', () => {
    const { values } = fill(
      alcohol,
      new Map(Object.entries({ permission: 'yes', drinks: 'yes', 'consumption.how-often': 'monthly-or-less' })),
    );
    expect([values.get('consumption@score'), values.get('consumption@least'), values.get('consumption@most')]).toEqual([
      [],
      [1],
      [9],
    ]);
    expect(fill(alcohol, new Map(Object.entries(drinking))).values.get('consumption@score')).toEqual([1]);
  });

  test('"never" answers the questions that follow from it, and they are not asked', () => {
    const on = onIn(alcohol, { permission: 'yes', drinks: 'yes', 'consumption.how-often': 'never' });
    expect(on).not.toContain('consumption.units');
    expect(on).toContain('close-none');
  });

  test('a measure is rounded as core rounds it', () => {
    const weight = formOf(england, 'weight.brief');
    const asked = { permission: 'yes', start: 'none', matters: 8, number: 'yes', fits: 'none', background: 'other' };
    const bmi = (height: number, kilos: number) =>
      fill(weight, new Map(Object.entries({ ...asked, height, weight: kilos }))).values.get('@measure.bmi');
    expect([bmi(170, 72.1), bmi(180, 80.8), bmi(160, 64)]).toEqual([[24.9], [24.9], [25]]);
  });

  test('a tick before the start stops the topic with its notice, and nothing else opens', () => {
    const on = onIn(formOf(denmark, 'smoking.vba'), { '@observed': ['under-18'], smokes: 'yes' });
    expect(on).toContain('@flag.under-18');
    expect(on).not.toContain('smokes');
    expect(on).not.toContain('advise');
  });

  test('what is never in a record is no answer and no tick of the form, and that is told', () => {
    const { questionnaire, unsaid } = toQuestionnaire(england, 'mental-wellbeing.brief', 'en-GB', demo);
    expect(JSON.stringify(questionnaire)).not.toMatch(/end-life|suicidal-thoughts|"abuse"|in-danger/);
    expect(unsaid.map(({ code, where }) => `${code} ${where}`)).toContain(
      'form-answer-left-out scripts.mental-wellbeing.brief.steps.feeling.answer.end-life',
    );
    expect(unsaid.map(({ where }) => where)).toContain('flags.abuse');
  });

  test('urgent help is in every form, whatever is answered', () => {
    for (const { pack, script } of everyScript)
      expect(onIn(formOf(pack, script), {})).toContain(
        `@help@line.${pack.urgentHelp[pack.helpAtHand]?.lines[0]?.id ?? ''}`,
      );
  });

  test('nothing is required', () => {
    for (const { pack, script } of everyScript)
      expect(JSON.stringify(formOf(pack, script))).not.toContain('"required"');
  });
});

describe('A form is one in every language', () => {
  const both = denmark.locales.map((locale) => formOf(denmark, 'alcohol.brief', locale));

  test('with the same address, version, link ids and codes', () => {
    const [danish, english] = both.map((form) => ({
      address: `${form.url}|${form.version}`,
      links: itemsIn(form.item).map(({ linkId, enableWhen, answerOption }) => [
        linkId,
        enableWhen,
        answerOption?.map(({ valueCoding }) => valueCoding?.code),
      ]),
    }));
    expect(english).toEqual(danish);
  });

  test('with its own words, and those of the other as translations', () => {
    const [danish, english] = both.map((form) => itemOf(form, 'drinks'));
    expect(danish?._text?.extension?.[0]?.extension).toEqual([
      { url: 'lang', valueCode: 'en' },
      { url: 'content', valueString: english?.text },
    ]);
  });
});

describe('A form says what it is', () => {
  test('a draft, with the day of its oldest check and until when it holds', () => {
    const { status, lastReviewDate, effectivePeriod, approvalDate, copyright } = alcohol;
    expect({ status, lastReviewDate, effectivePeriod, approvalDate }).toEqual({
      status: 'draft',
      lastReviewDate: '2026-11-22',
      effectivePeriod: { end: '2027-05-22' },
      approvalDate: undefined,
    });
    expect(copyright).toContain('World Health Organization');
  });

  test('weights stand on the answers of an instrument and nowhere else', () => {
    const weights = itemsIn(alcohol.item).filter(({ answerOption = [] }) =>
      answerOption.some(({ extension }) => extension),
    );
    expect(weights.every(({ linkId }) => /^(consumption|questions)\./.test(linkId))).toBe(true);
    expect(weights).toHaveLength(10);
  });

  test('local services stand before the national lines', () => {
    const services = {
      'stop-smoking': [{ service: 'northfield', name: 'Northfield Stop Smoking', phone: '01632 960123' }],
    };
    const { questionnaire } = toQuestionnaire(england, 'smoking.vba', 'en-GB', { ...demo, services });
    const [first, second] = itemOf(questionnaire, 'act@need.stop-smoking')?.answerOption ?? [];
    expect(first?.valueCoding).toEqual({ code: 'northfield', display: 'Northfield Stop Smoking: 01632 960123' });
    expect(second).toBeDefined();
  });

  test.each([
    ['script-unknown', () => toQuestionnaire(england, 'smoking.other', 'en-GB', demo)],
    ['locale-unknown', () => toQuestionnaire(england, 'smoking.vba', 'da-DK', demo)],
    ['export-canonical', () => toQuestionnaire(england, 'smoking.vba', 'en-GB')],
    [
      'export-example-address',
      () => toQuestionnaire(england, 'smoking.vba', 'en-GB', { canonical: 'https://forms.example/x' }),
    ],
  ])('%s is refused', (code, made) => {
    expect(made).toThrow(expect.objectContaining({ code }));
  });
});
