import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSession, knownFacts, type Session } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { choiceFor } from '@everycontact/core/testing';
import { denmark, england, sweden } from '@everycontact/content';

const noServices = memoryDirectory([], '2026-11-22T09:00:00.000Z');
const toTheNumber = ['next', 'answer:none', 'answer:8', 'answer:yes', 'answer:none'];

function talk(moves: readonly string[], context = {}): Session {
  const session = createSession({
    pack: england,
    script: 'weight.brief',
    occasion: { setting: 'patient' },
    context,
    reader: { locale: 'en-GB', audience: 'worker' },
    directory: noServices,
    preview: true,
  });
  session.subscribe(() => undefined);
  for (const move of moves) session.send(choiceFor(session.view, move).intent);
  return session;
}

/** What a person sees who asks for the number: nothing, or the number with its range. */
function worked(height: number, weight: number, background: string, waist = 'skip') {
  const session = talk([...toTheNumber, background, `answer:${height}`, `answer:${weight}`]);
  if (session.view.kind === 'number') session.send(choiceFor(session.view, waist).intent);
  const { view } = session;
  const shown = view.kind === 'statement' ? view.results : [];
  return {
    kind: view.kind,
    step: view.kind === 'statement' ? view.step : undefined,
    shown: shown.map(({ of, value, band }) => [of, value, band.text]),
  };
}
const bmiOf = (height: number, weight: number) =>
  knownFacts(england, {}, [], { 'answer.weight.brief.height': height, 'answer.weight.brief.weight': weight })[
    'measure.bmi'
  ];

const healthy = 'In the range called healthy weight';
const above = 'Above the range called healthy weight';
const higher = (which: string) => `In the ${which} of three higher ranges`;

describe('the number of weight.brief in England', () => {
  it.each([
    [170, 80, 'answer:south-asian', 27.7, higher('first')],
    [170, 80, 'answer:other', 27.7, above],
    [187, 80, 'answer:black-african', 22.9, healthy],
    [180, 110, 'answer:middle-eastern', 34, higher('second')],
    [180, 125, 'answer:middle-eastern', 38.6, higher('third')],
    [180, 115, 'answer:other', 35.5, higher('second')],
    [187, 82, 'answer:not-say', 23.4, healthy],
    [187, 82, 'skip', 23.4, healthy],
    [160, 102.4, 'answer:other', 40, higher('third')],
  ])('%f cm and %f kg, %s: %f, in the range of the published cases', (height, weight, background, bmi, range) => {
    expect(worked(height, weight, background).shown).toEqual([['measure.bmi', bmi, range]]);
  });

  it('gives the published number for a height of a tenth of a centimetre, which the question itself does not take', () => {
    expect(bmiOf(175.7, 99.9)).toBe(32.4);
  });

  it('rounds before it classes: 24.95 is 25.0 and above the healthy range', () => {
    expect(bmiOf(200, 99.8)).toBe(25);
    expect(worked(200, 99.8, 'answer:other').shown).toEqual([['measure.bmi', 25, above]]);
    expect(worked(200, 99.7, 'answer:other').shown).toEqual([['measure.bmi', 24.9, healthy]]);
  });

  it('never shows a low number, and sends to the doctor without a word of losing weight', () => {
    expect(bmiOf(185, 62)).toBe(18.1);
    for (const background of ['answer:south-asian', 'answer:other', 'skip']) {
      const { kind, shown } = worked(185, 62, background);
      expect([kind, shown]).toEqual(['notice', []]);
    }
  });

  it('shows the range of the value that is shown, whatever the height, weight and background', () => {
    const ranges = [healthy, above, higher('first'), higher('second'), higher('third')];
    const rangeOf = (value: number, cuts: readonly number[]) => ranges[cuts.filter((cut) => value >= cut).length - 1];
    const general = [18.5, 25, 30, 35, 40];
    const lower = [18.5, 23, 27.5, 32.5, 37.5];
    const people = fc.record({
      height: fc.integer({ min: 120, max: 230 }),
      tenths: fc.integer({ min: 250, max: 3000 }),
      background: fc.constantFrom('answer:chinese', 'answer:other', 'answer:not-say'),
    });
    fc.assert(
      fc.property(people, ({ height, tenths, background }) => {
        const value = bmiOf(height, tenths / 10) as number;
        const [bmi] = worked(height, tenths / 10, background).shown;
        if (value < 10 || value >= 80) expect(bmi?.[2]).toMatch(/does not look right/);
        else expect(bmi?.[2]).toBe(rangeOf(value, background === 'answer:chinese' ? lower : general));
      }),
      { numRuns: 60 },
    );
  });

  it('asks for a waist below 35 and never from 35 on', () => {
    expect(worked(170, 90, 'answer:other', 'answer:84').shown).toEqual([
      ['measure.bmi', 31.1, higher('first')],
      ['measure.waistToHeight', 0.49, 'Waist less than half of height: in the healthy range'],
    ]);
    expect(worked(170, 90, 'answer:other', 'answer:85').shown[1]?.slice(1)).toEqual([
      0.5,
      'Waist half of height or more: the risk to health is raised',
    ]);
    expect(worked(170, 90, 'answer:other', 'answer:102').shown[1]?.slice(1)).toEqual([
      0.6,
      'Waist well over half of height: the risk to health is high',
    ]);
    expect(worked(180, 115, 'answer:other', 'answer:85').shown).toHaveLength(1);
  });

  it('says to whoever states no background that a lower number may count', () => {
    for (const background of ['answer:not-say', 'skip'])
      for (const weight of [68, 90, 115]) expect(worked(175, weight, background).step).toBe('advise-not-stated');
    expect(worked(175, 68, 'answer:other').step).toBe('advise-within');
  });

  it('stays hidden unless the person asks for it, and asks no measurement before the gate', () => {
    for (const moves of [
      ['next', 'answer:none', 'answer:8', 'answer:no'],
      ['next', 'answer:none', 'answer:8', 'skip'],
      [...toTheNumber.slice(0, -1), 'skip'],
      [...toTheNumber.slice(0, -1), 'answer:body'],
      [...toTheNumber, 'answer:other', 'skip'],
      [...toTheNumber, 'answer:other', 'answer:170', 'skip'],
    ]) {
      const { view } = talk(moves);
      expect([view.kind, view.kind === 'statement' && view.results]).toEqual(['statement', []]);
    }
  });

  it.each(['answer:pregnant', 'answer:young'])('ends instead of measuring: %s', (answer) => {
    const session = talk([...toTheNumber.slice(0, -1), answer, 'read', 'done']);
    expect(toContactRecord(session.log)).toMatchObject({ outcome: 'not-appropriate', results: [] });
  });

  it.each([{ 'context.pregnant': true }, { 'context.age': 17 }, { 'context.ageBand': '0-17' }])(
    'does not begin where the host knows better: %o',
    (context) => {
      const { view } = talk([], context);
      expect(view.kind).toBe('notice');
    },
  );
});

it('has no number in Denmark and Sweden, where no range stands in a source', () => {
  for (const pack of [denmark, sweden]) {
    expect(pack.measures.map(({ of }) => of)).not.toContain('bmi');
    expect(Object.keys(pack.scripts['weight.brief']!.steps)).not.toContain('weight');
  }
});

it('reads neither name, language nor place to choose a range', () => {
  const { bands } = england.measures.find(({ of }) => of === 'bmi')!;
  expect(bands.map(({ when }) => when && 'fact' in when && when.fact)).toEqual([
    'answer.weight.brief.background',
    undefined,
  ]);
});

it('speaks in no text on food or weight of calories or of a weight to reach', () => {
  for (const pack of [england, denmark, sweden])
    for (const texts of Object.values(pack.texts))
      for (const [key, { words, about = [] }] of Object.entries(texts)) {
        expect(about, key).not.toContain('calories');
        expect(JSON.stringify(words), key).not.toMatch(
          /calori|kalori|ideal weight|goal weight|idealvægt|idealvikt|målvikt/i,
        );
      }
});
