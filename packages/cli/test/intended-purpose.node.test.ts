import { readFileSync } from 'node:fs';
import * as content from '@everycontact/content';
import { factsRead, type Condition, type Method, type Pack, type Step } from '@everycontact/core';
import { minimisePack } from '@everycontact/core/adapt';
import { describe, expect, it } from 'vitest';

// What docs/intended-purpose says of a profile is what a build of it holds.

const page = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8').replace(/\s+/g, ' ');
const packs = Object.values(content) as readonly Pack[];
const built = (pack: Pack, ...methods: readonly Method[]): Pack => minimisePack(pack, { methods });
const steps = ({ scripts }: Pack): readonly Step[] =>
  Object.values(scripts).flatMap((script) => Object.values(script.steps));
const answers = (pack: Pack) => steps(pack).flatMap((step) => (step.kind === 'ask' ? step.answer.type : []));
/** Every condition of a pack, wherever it stands. */
function conditions(value: unknown): readonly Condition[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'fact' in value && typeof value.fact === 'string' ? [value as Condition] : [];
  return [...own, ...Object.values(value).flatMap(conditions)];
}
const reckoned = (pack: Pack) =>
  conditions(pack)
    .flatMap(factsRead)
    .filter((fact) => /^(score|measure|item)\./.test(fact));

describe.each(packs)('the profiles of $id', (pack) => {
  it('very brief holds no instrument, no measure, no number and no condition on any', () => {
    const small = built(pack, 'vba', 'very-brief');
    expect(Object.keys(small.scripts).length).toBeGreaterThan(3);
    expect([small.instruments, small.measures]).toEqual([{}, []]);
    expect(steps(small).filter(({ kind }) => kind === 'instrument')).toEqual([]);
    expect(new Set(answers(small))).toEqual(new Set(['choice']));
    expect(reckoned(small)).toEqual([]);
  });
  it('talks add answers from 0 to 10 and nothing that is reckoned', () => {
    const small = built(pack, 'vba', 'very-brief', 'mi-ruler');
    expect([small.instruments, small.measures]).toEqual([{}, []]);
    expect(new Set(answers(small))).toEqual(new Set(['choice', 'ruler']));
    expect(reckoned(small)).toEqual([]);
  });
});

it('the whole of England holds the instruments that its page names, so that the others are known to leave something out', () => {
  const { instruments, measures } = content.england;
  expect(Object.keys(instruments).sort()).toEqual(expect.arrayContaining(['audit', 'audit-c', 'hsi', 'phq-2']));
  expect(measures.map(({ of }) => of).sort()).toEqual(['activityMinutes', 'bmi', 'waistToHeight']);
  expect(reckoned(content.england).length).toBeGreaterThan(0);
});

it.each([
  ['very-brief', '--method vba --method very-brief'],
  ['talks', '--method vba --method very-brief --method mi-ruler'],
  ['whole', 'everycontact build PLACE'],
])('the page on "%s" says how it is built, and the first page leads to it', (name, options) => {
  expect(page(`intended-purpose/${name}`)).toContain(options);
  expect(page('intended-purpose')).toContain(`(intended-purpose/${name}.md)`);
});
