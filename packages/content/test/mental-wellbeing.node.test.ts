import { describe, expect, it } from 'vitest';
import type { Pack } from '@everycontact/core';
import * as content from '@everycontact/content';
import { walk } from './walk.js';
import { wordings } from './wording.js';

const packs: readonly Pack[] = Object.values(content).filter(({ scripts }) => 'mental-wellbeing.brief' in scripts);
const { england } = content;
const answers = ['not-at-all', 'several-days', 'more-than-half', 'nearly-every-day'];

const talk = (pack: Pack, method: string, moves: readonly string[], registered = false) =>
  walk(pack, `mental-wellbeing.${method}`, ['next', ...moves], { registered });
const asked = (first: string, second: string) => talk(england, 'brief', ['answer:up-and-down', first, second], true);

describe.each(packs)('mental wellbeing in $id', (pack) => {
  it.each(['very-brief', 'brief'])('opens urgent help at the answer on ending life, in the %s talk', async (method) => {
    expect((await talk(pack, method, ['answer:end-life'])).view.kind).toBe('urgent');
  });

  it('never records that answer’s flag', () => {
    expect(pack.flags['wellbeing-crisis']).toMatchObject({ level: 'crisis', confidential: true });
  });

  it('asks what weighs on a person, and never names abuse among the answers', () => {
    const { weighs } = pack.scripts['mental-wellbeing.brief']!.steps;
    const options = weighs?.kind === 'ask' && weighs.answer.type === 'choice' ? weighs.answer.options : [];
    expect(options.map(({ value }) => value)).toEqual([
      'loneliness',
      'money',
      'home',
      'work',
      'food',
      'caring',
      'other',
      'nothing',
      'rather-not-say',
    ]);
  });

  it('gives no list of tips to somebody who feels low', async () => {
    expect((await talk(pack, 'very-brief', ['answer:low'])).view).toMatchObject({ kind: 'signposts', step: 'act-low' });
    expect((await talk(pack, 'brief', ['answer:low', 'answer:nothing'])).view).toMatchObject({ step: 'act-low' });
  });

  it('offers help and gives no tips where the question on feelings was skipped', async () => {
    expect((await talk(pack, 'very-brief', ['skip'])).view).toMatchObject({ kind: 'signposts', step: 'act' });
  });

  it('asks the two mood questions of registered workers in England alone', async () => {
    const { view } = await talk(pack, 'brief', ['answer:low'], true);
    expect(view).toMatchObject({ kind: 'question', step: pack.id === 'england' ? 'mood' : 'weighs' });
    expect((await talk(pack, 'brief', ['answer:low'])).view).toMatchObject({ kind: 'question', step: 'weighs' });
  });
});

describe('the two mood questions', () => {
  it.each(answers.flatMap((first, one) => answers.map((second, two) => [first, second, one + two] as const)))(
    'score "%s" and "%s" as %i; three or more pauses the talk, and no score opens urgent help',
    async (first, second, score) => {
      const { state, view } = await asked(`answer:${first}`, `answer:${second}`);
      expect(state.facts['score.phq-2']).toEqual({ from: score, to: score });
      expect(view).toMatchObject(
        score >= 3 ? { kind: 'notice', flag: 'low-mood' } : { kind: 'question', step: 'weighs' },
      );
    },
  );

  it('are both asked before the talk pauses, and lead to other help even where the second is skipped', async () => {
    expect((await talk(england, 'brief', ['answer:up-and-down', 'answer:nearly-every-day'], true)).view).toMatchObject({
      kind: 'question',
      item: 'mood',
    });
    const { view } = await talk(
      england,
      'brief',
      ['answer:up-and-down', 'answer:nearly-every-day', 'skip', 'answer:nothing'],
      true,
    );
    expect(view).toMatchObject({ kind: 'signposts', step: 'act-low' });
  });

  it('give no result while one is open, and none that reassures', async () => {
    const { view } = await talk(
      england,
      'brief',
      ['answer:up-and-down', 'answer:not-at-all', 'skip', 'answer:nothing', 'answer:yes'],
      true,
    );
    expect(view).toMatchObject({ kind: 'statement', results: [] });
  });

  it('are the words of the questionnaire, with who wrote it', async () => {
    const { view } = await talk(england, 'brief', ['answer:up-and-down'], true);
    expect(view).toMatchObject({
      say: { text: 'Little interest or pleasure in doing things' },
      attribution: { text: expect.stringContaining('Kroenke, Spitzer and Williams') as string },
    });
    const { prompt } = england.scripts['mental-wellbeing.brief']!.steps['mood']!;
    const stems = wordings(england.texts['en-GB']![prompt!]!);
    const stem = /over the last two weeks, how often have you been bothered by any of the following problems\?/i;
    expect(stems.map(({ to, words }) => [to, stem.test(words)])).toEqual([
      ['worker', true],
      ['person', true],
    ]);
  });

  it('lead three points or more to somebody to talk to, not to tips', async () => {
    const { view } = await talk(
      england,
      'brief',
      ['answer:up-and-down', 'answer:more-than-half', 'answer:several-days', 'read', 'answer:nothing'],
      true,
    );
    expect(view).toMatchObject({ kind: 'signposts', step: 'act-low' });
  });
});
