import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import type { Choice, Line, View } from '@everycontact/core';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { all, drawn, enter, find, key, make, opened, openFolds, place, staged } from '../test/stage.js';

beforeEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
});

const rules = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

async function violations(prompt: Element) {
  const found = await axe.run(prompt, { rules, resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const walked = [
  'smoker-referred',
  'pregnant-ticked',
  'under-18-known',
  'help-under-way',
  'hidden-and-shown',
  'staff-self',
  'alcohol-brief-increasing',
  'weight-brief-within',
  'smoking-ruler-told',
];
test.each(walked)('has nothing for axe to find on any step of "%s"', async (id) => {
  const example = examples.england.find((one) => one.id === id)!;
  const [prompt, session] = await staged(example);
  for (const move of example.moves) {
    openFolds(prompt);
    expect(await violations(prompt), session.view.kind).toEqual([]);
    await make(prompt, session, move);
  }
  expect(await violations(prompt)).toEqual([]);
});

test('has nothing for axe to find on the button, the fallback and the end', async () => {
  const closed = await place({ pack: england, preview: true });
  expect(await violations(closed)).toEqual([]);
  const broken = await opened({ pack: { ...england, scripts: 7 } });
  expect(await violations(broken)).toEqual([]);
  const over = await opened();
  key(over, 'd');
  await drawn(over);
  expect(await violations(over)).toEqual([]);
  const agenda = await opened({ behaviour: undefined });
  expect(await violations(agenda)).toEqual([]);
});

test('keeps what only the worker can see folded until a tick is set, and urgent help outside of it', async () => {
  const prompt = await opened();
  const folded = find(prompt, '.observe') as HTMLDetailsElement;
  expect(folded.open).toBe(false);
  expect(all(prompt, '.observe [type=checkbox]').filter((tick) => tick.checkVisibility())).toEqual([]);
  const help = find(prompt, '.danger')!;
  expect([help.checkVisibility(), folded.contains(help)]).toEqual([true, false]);
});

test.each(['ruler', 'number', 'results', 'instrument', 'agenda'])(
  'fits a view of the kind %s into 240 pixels, with a long word in it',
  async (kind) => {
    const [prompt] = await withView(kind);
    prompt.style.inlineSize = '240px';
    await drawn(prompt);
    const heading = find(prompt, '.heading')!;
    heading.append(' Befolkningsundersøgelsesresultaterne');
    const panel = find(prompt, '.panel')!;
    expect(panel.scrollWidth).toBeLessThanOrEqual(panel.clientWidth);
    const edge = panel.getBoundingClientRect().right;
    for (const part of all(prompt, '.heading, .option, button, .entry, .card')) {
      expect(part.getBoundingClientRect().right, part.className).toBeLessThanOrEqual(edge);
    }
  },
);

// Each kind also with what few scripts of the pack have, drawn from a view made by hand.

const words = (text: string): Line => ({ text, lang: 'en-GB' });
const common = (view: View): View['common'] => ({ ...view.common, progress: { at: 2, of: 10 } });
const at = { step: 'made' };
const source = Object.values(england.sources)[0]!;
const answered = (value: number | string): Choice => ({
  label: String(value),
  intent: { type: 'answered', value, ...at },
});
const skip: Choice = { label: 'Skip', intent: { type: 'skipped', ...at } };
const next: Choice = { label: 'Next', intent: { type: 'continued', ...at } };

const made: Record<string, (view: View) => View> = {
  permission: (view) => ({
    kind: 'permission',
    say: words('May I ask?'),
    yes: next,
    no: skip,
    ...at,
    common: common(view),
  }),
  number: (view) => ({
    kind: 'number',
    say: words('How tall are you?'),
    unit: words('centimetres'),
    range: 'Enter a whole number from 50 to 250',
    min: 50,
    max: 250,
    by: 1,
    skip,
    ...at,
    common: common(view),
  }),
  ruler: (view) => ({
    kind: 'ruler',
    say: words('How important is it to you?'),
    low: words('not at all'),
    high: words('very'),
    choices: Array.from({ length: 11 }, (_, value) => answered(value)),
    skip,
    ...at,
    common: common(view),
  }),
  agenda: (view) => ({
    kind: 'agenda',
    say: words('What would you like to talk about?'),
    topics: [
      { label: 'Smoking', intent: { type: 'topic-chosen', script: 'smoking.vba' }, on: true },
      { label: 'Alcohol', intent: { type: 'topic-chosen', script: 'alcohol.vba' } },
    ],
    next,
    common: common(view),
  }),
  instrument: (view) => ({
    kind: 'question',
    say: words('How often?'),
    choices: ['Never', 'Daily'].map(answered),
    skip,
    attribution: words('World Health Organization'),
    ...at,
    common: common(view),
  }),
  results: (view) => ({
    kind: 'statement',
    say: words('Thank you.'),
    source,
    results: [{ of: 'score.x', algorithm: 'x.sum', value: 7, band: words('higher'), source }],
    next,
    ...at,
    common: common(view),
  }),
};

test.each(Object.keys(made))('has nothing for axe to find on a view of the kind %s', async (kind) => {
  const [prompt] = await withView(kind);
  expect(await violations(prompt)).toEqual([]);
});

test('says what a number should be above the question, and links to the field', async () => {
  const [prompt, sent] = await withView('number');
  const field = find(prompt, '#number') as HTMLInputElement;
  enter(prompt, 'tall');
  await drawn(prompt);
  expect(sent).toEqual([]);
  expect(prompt.shadowRoot!.activeElement).toBe(find(prompt, '.problem'));
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(await violations(prompt)).toEqual([]);
  find(prompt, '.problem a')!.click();
  expect(prompt.shadowRoot!.activeElement).toBe(field);
  enter(prompt, '172');
  expect(sent).toEqual([{ type: 'answered', value: 172, step: 'made' }]);
});

test('says what each result rests on, beside it, with the number as the language writes it', async () => {
  const [prompt] = await withView('results');
  const results = all(prompt, '.results > li');
  expect(results.map((result) => result.querySelector('b')?.textContent)).toEqual(['7']);
  expect(results.map((result) => result.querySelector('a')?.href)).toEqual([source.url]);
});

test('chooses on a ruler by its digit, and says how far along an instrument is', async () => {
  const [ruler, sent] = await withView('ruler');
  key(ruler, '7');
  expect(sent).toEqual([{ type: 'answered', value: 7, step: 'made' }]);
  const [instrument] = await withView('instrument');
  expect(find(instrument, '.progress')?.textContent).toBe('2 of 10');
});

async function withView(kind: string) {
  const [, session] = await staged(examples.england[0]!);
  const view = made[kind]!(session.view);
  const sent: unknown[] = [];
  const talk = {
    view,
    send: (intent: unknown) => void sent.push(intent),
    subscribe: () => () => undefined,
    dispose: () => undefined,
  };
  document.body.replaceChildren();
  const prompt = await opened({ session: talk });
  expect(all(prompt, '.fallback')).toEqual([]);
  return [prompt, sent] as const;
}
