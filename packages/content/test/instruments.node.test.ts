import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, knownFacts } from '@everycontact/core';
import { denmark, england, sweden } from '@everycontact/content';
import { heard } from './wording.js';

const auditC = ['how-often', 'units', 'occasion'].map((id) => `item.audit-c.${id}`);
const rest = ['unable-to-stop', 'failed', 'morning', 'guilt', 'memory', 'injured', 'concerned'];
const audit = [...auditC, ...rest.map((id) => `item.audit.${id}`)];
const hsi = ['first-cigarette', 'cigarettes-a-day'].map((id) => `item.hsi.${id}`);

const optionsOf = (name: string) => {
  const [, instrument = '', id] = name.split('.');
  return england.instruments[instrument]!.items.find((item) => item.id === id)!.options;
};
/** The answers that give these points, item by item; `undefined` is a skip. */
const answered = (names: readonly string[], points: readonly (number | undefined)[]): Facts =>
  Object.fromEntries(
    points.flatMap((wanted, index) => {
      const name = names[index]!;
      const option = optionsOf(name).find((one) => one.points === wanted);
      return option ? [[name, option.value]] : [];
    }),
  );
const score = (id: string, facts: Facts) => knownFacts(england, {}, [], facts)[`score.${id}`];
const certain = (value: number) => ({ from: value, to: value });
function bandOf(id: string, value: number) {
  const [set] = england.instruments[id]!.bands;
  const reached = set!.bands.filter(({ from }) => value >= from);
  return reached.at(-1)!.text.split('.').at(-1);
}

describe('AUDIT in England, against the cases an NHS service publishes', () => {
  it.each([
    [[3, 2, 2], 7, 'lower'],
    [[3, 2, 3], 8, 'increasing'],
    [[3, 2, 4, 0, 0, 0, 0, 0, 2, 4], 15, 'increasing'],
    [[3, 1, 4, 0, 2, 0, 0, 0, 2, 4], 16, 'higher'],
    [[4, 3, 4, 0, 2, 0, 0, 0, 2, 4], 19, 'higher'],
    [[4, 3, 4, 0, 2, 0, 1, 0, 2, 4], 20, 'dependence'],
    [[1, 2, 1], 4, 'lower'],
    [[0, 0, 0], 0, 'lower'],
  ])('%j is %i: %s', (points, total, band) => {
    const all = audit.map((_, index) => points[index] ?? 0);
    expect(score('audit', answered(audit, all))).toEqual(certain(total));
    expect(bandOf('audit', total)).toBe(band);
  });

  it('adds the seven questions to the three', () => {
    const most = answered(
      audit,
      audit.map(() => 4),
    );
    expect([score('audit-c', most), score('audit', most)]).toEqual([certain(12), certain(40)]);
  });

  it('calls the three questions positive at 5, as the United Kingdom does, not at 4 or 3', () => {
    expect([3, 4, 5, 12].map((value) => bandOf('audit-c', value))).toEqual(['lower', 'lower', 'positive', 'positive']);
  });

  it('takes "never" to the first question as an answer to the next two', () => {
    expect(score('audit-c', { 'item.audit-c.how-often': 'never' })).toEqual(certain(0));
  });

  it('gives no score while any answer is missing: a skip is not nought', () => {
    const point = fc.constantFrom(0, 4);
    fc.assert(
      fc.property(fc.tuple(...audit.map(() => point)), fc.nat(audit.length - 1), (points, missing) => {
        fc.pre(points[0] !== 0 || !auditC.slice(1).includes(audit[missing]!));
        const { from, to } = score(
          'audit',
          answered(
            audit,
            points.map((one, index) => (index === missing ? undefined : one)),
          ),
        ) as { from: number; to: number };
        expect(to - from).toBe(4);
      }),
    );
  });
});

describe('the Heaviness of Smoking Index in England', () => {
  it.each([
    [[0, 0], 0, 'low'],
    [[1, 0], 1, 'low'],
    [[2, 0], 2, 'medium'],
    [[3, 1], 4, 'medium'],
    [[2, 3], 5, 'high'],
    [[3, 3], 6, 'high'],
  ])('%j is %i: %s', (points, total, band) => {
    expect(score('hsi', answered(hsi, points))).toEqual(certain(total));
    expect(bandOf('hsi', total)).toBe(band);
  });

  it('gives no score for one answer', () => {
    expect(score('hsi', answered(hsi, [3]))).toEqual({ from: 3, to: 6 });
  });

  it('never comforts: each of its ranges says that support works better', () => {
    for (const band of ['low', 'medium', 'high'])
      expect(england.texts['en-GB']![`instrument.hsi.band.${band}`]!.words).toMatch(/Support works better/);
  });
});

describe('The words and points of each questionnaire', () => {
  const said = (key: string) => heard(england, 'en-GB', key, { audience: 'worker' });

  // Each was compared with the references item by item. Whoever changes one compares it again, then puts the new value here.
  it.each([
    ['audit-c', 'd34033df73257a1c'],
    ['audit', 'a2f33bbe680c4215'],
    ['hsi', '44010ed8dea6a7aa'],
    ['phq-2', '10cc686ded7f0eb3'],
  ])('are those of the published form, to the letter: %s', (id, compared) => {
    const { items } = england.instruments[id]!;
    const form = items.map(({ text, options }) => [said(text), ...options.map((one) => [said(one.text), one.points])]);
    expect(createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 16)).toBe(compared);
  });

  it('are cited as the references ask: who wrote AUDIT, and whose forms have it in units', () => {
    const cited = ['audit-c', 'audit'].map((id) => said(england.instruments[id]!.attribution));
    expect(new Set(cited)).toEqual(new Set([expect.stringMatching(/Babor.*2001.*Health Improvement and Disparities/)]));
  });
});

it('asks no instrument where its wording in that language is not in the references', () => {
  expect([denmark, sweden].flatMap(({ instruments }) => Object.keys(instruments))).toEqual([]);
});
