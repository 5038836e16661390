import { describe, expect, it } from 'vitest';
import type { Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { walkExample } from '@everycontact/core/testing';
import * as content from '@everycontact/content';
import { examples } from '@everycontact/content/examples';
import { walk } from './walk.js';
import { filled, wordings } from './wording.js';

const packs: readonly Pack[] = Object.values(content).filter(({ scripts }) => 'physical-activity.brief' in scripts);
const noServices = memoryDirectory([], '2026-11-22T09:00:00.000Z');

const brief = (pack: Pack, ...moves: readonly string[]) => walk(pack, 'physical-activity.brief', ['next', ...moves]);
const adviceOf = ({ log }: Awaited<ReturnType<typeof walk>>) => toContactRecord(log).advice.map(({ step }) => step);
const textsOf = (pack: Pack) => pack.texts[pack.locales[0]!]!;

describe.each(packs)('physical activity in $id', (pack) => {
  const scripts = Object.entries(pack.scripts).filter(([, { behaviour }]) => behaviour === 'physical-activity');

  it('tells whoever it advises to see a doctor first where effort brings symptoms', () => {
    const without = scripts.flatMap(([id, { steps }]) =>
      Object.entries(steps).flatMap(([step, { kind, say = '' }]) =>
        kind !== 'advise' || textsOf(pack)[say]?.about?.includes('safety-line') ? [] : [`${id} ${step}`],
      ),
    );
    expect(without).toEqual([]);
  });

  it.each(pack.locales)(
    'names in %s wherever it names chest pain also feeling faint, not only having fainted',
    (locale) => {
      const silent = Object.entries(pack.texts[locale]!).flatMap(([key, text]) =>
        /^(physical-activity\.|flag\.exertion)/.test(key)
          ? wordings(text)
              .filter(({ words }) => /chest pain|ondt i brystet|ont i bröstet/i.test(words))
              .filter(({ words }) => !/\bfaint(?!ed)|ved at besvime|nära att svimma|nästan svimma/i.test(words))
              .map(({ to }) => `${key} (${to})`)
          : [],
      );
      expect(silent).toEqual([]);
    },
  );

  it('guards the words that ask for more activity by the flag for symptoms, and uses them nowhere else', () => {
    expect(pack.flags['exertion-symptoms']).toMatchObject({ level: 'stop-topic', forbids: ['activity'] });
    const guarded = scripts.flatMap(([id, { steps }]) =>
      Object.values(steps).some(({ say, prompt }) =>
        [say, prompt].some((key) => key !== undefined && textsOf(pack)[key]?.about?.includes('activity')),
      )
        ? [id]
        : [],
    );
    expect(guarded).toEqual(['physical-activity.brief']);
  });

  it.each([
    ['yes', 'notice'],
    ['not-sure', 'notice'],
    ['now', 'urgent'],
    ['no', 'number'],
  ])('answers "%s" to symptoms with a %s, without a word of advice', async (answer, kind) => {
    const session = await brief(pack, `answer:${answer}`);
    expect(session.view.kind).toBe(kind);
    expect(adviceOf(session)).toEqual([]);
  });

  it('takes a skipped question on symptoms for what it could hide', async () => {
    expect(adviceOf(await brief(pack, 'skip', 'next', 'next'))).toEqual(['advise-careful']);
  });

  it('ends the topic when the worker sees symptoms half way', async () => {
    const session = await brief(pack, 'answer:no', 'tick:exertion-symptoms');
    expect(session.view).toMatchObject({ kind: 'notice', flag: 'exertion-symptoms' });
  });

  it('speaks to the worker of diabetes medicine whenever the offer was taken up', async () => {
    const walks = examples[pack.id as keyof typeof examples].filter(
      ({ script, audience }) => /^physical-activity\.(very-brief|brief)$/.test(script) && audience === 'worker',
    );
    for (const example of walks) {
      const { view } = await walkExample(pack, example, pack.locales[0]!, noServices);
      const taken = view.kind === 'closed' && ['advised', 'told', 'sent', 'referred'].includes(view.outcome);
      expect(view.prompt !== undefined, example.id).toBe(taken);
    }
  });

  it('calls nobody inactive', () => {
    const said = Object.entries(textsOf(pack)).filter(([key]) => key.startsWith('physical-activity.'));
    for (const [key, text] of said)
      for (const { words } of wordings(text))
        expect(words, key).not.toMatch(/\binactive|\binaktiv|stillesiddende|stillasittande/i);
  });
});

describe.each(packs.filter(({ measures }) => measures.some(({ of }) => of === 'activityMinutes')))(
  'activity minutes in $id',
  (pack) => {
    it.each([
      [45, 45, 135],
      [0, 0, 0],
      [150, 0, 150],
      [145, 0, 145],
      [0, 75, 150],
    ])('counts %i moderate and %i hard minutes as %i', async (moderate, vigorous, minutes) => {
      const session = await brief(pack, 'answer:no', `answer:${moderate}`, `answer:${vigorous}`, 'answer:yes');
      expect(session.state.facts['measure.activityMinutes']).toBe(minutes);
      expect(session.view.kind === 'statement' && session.view.step).toBe(minutes >= 150 ? 'advise-enough' : 'advise');
      const band = textsOf(pack)[`physical-activity.band.${minutes >= 150 ? 'enough' : 'could-do-more'}`]!;
      const shown = session.view.kind === 'statement' ? session.view.results : [];
      expect(shown.map((result) => result.band.text)).toEqual(wordings(band).map(({ words }) => filled(pack, words)));
    });

    it('gives no minutes and no band while one of the two numbers is missing', async () => {
      const session = await brief(pack, 'answer:no', 'answer:300', 'skip', 'answer:yes');
      expect(session.view).toMatchObject({ kind: 'statement', step: 'advise', results: [] });
    });
  },
);

describe('physical activity in Denmark, where the advice is for every day', () => {
  const { denmark } = content;

  it('measures no week', () => {
    expect(denmark.measures.map(({ of }) => of)).not.toContain('activityMinutes');
    expect(denmark.place.facts).not.toHaveProperty('weeklyActivityMinutes');
  });

  it.each([
    [0, 'advise'],
    [6, 'advise'],
    [7, 'advise-enough'],
  ])('meets %i days with %s', async (days, step) => {
    expect((await brief(denmark, 'answer:no', `answer:${days}`, 'answer:yes')).view).toMatchObject({ step });
  });
});
