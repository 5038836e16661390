import { describe, expect, it } from 'vitest';
import type { Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { walkExample } from '@everycontact/core/testing';
import * as content from '@everycontact/content';
import { examples } from '@everycontact/content/examples';
import { heard } from './wording.js';

const packs: readonly Pack[] = Object.values(content).filter(({ scripts }) => 'smoking.vba' in scripts);
const noServices = memoryDirectory([], '2026-11-22T09:00:00.000Z');

describe.each(packs)('very brief advice on smoking in $id', (pack) => {
  const walks = examples[pack.id as keyof typeof examples].filter(({ script }) => script === 'smoking.vba');

  it.each([
    ['pregnant-known', ['advise-pregnant']],
    ['pregnant-ticked', ['advise', 'advise-pregnant']],
    ['pregnant-unticked', ['advise']],
    ['smoker-told', ['advise']],
    ['nicotine-only', []],
    ['never', []],
    ['under-18-known', []],
  ])('gives in the walk "%s" the advice that fits', async (id, advice) => {
    const example = walks.find((walk) => walk.id === id)!;
    const session = await walkExample(pack, example, pack.locales[0]!, noServices);
    expect(toContactRecord(session.log).advice.map(({ step }) => step)).toEqual(advice);
  });

  it('reminds the worker of medicines when the offer was taken up, and only then', async () => {
    for (const example of walks) {
      const { view } = await walkExample(pack, example, pack.locales[0]!, noServices);
      const taken = view.kind === 'closed' && ['advised', 'told', 'sent', 'referred'].includes(view.outcome);
      if (example.audience === 'worker') expect(view.prompt !== undefined, example.id).toBe(taken);
    }
  });

  it.each(pack.locales)('says aloud the plain noun of the need it signposts to, in %s', (locale) => {
    for (const audience of pack.audiences) {
      const noun = heard(pack, locale, 'need.stop-smoking.noun', { audience });
      const plain = noun.replace(/^(your|help to|din|ditt) /, '');
      expect(heard(pack, locale, 'smoking.vba.act.say', { audience })).toMatch(new RegExp(plain, 'i'));
    }
  });
});

describe.each(packs)('longer talks on smoking in $id', (pack) => {
  const walks = examples[pack.id as keyof typeof examples];

  it('gives somebody pregnant the words for pregnancy', async () => {
    const example = walks.find(({ id }) => id === 'smoking-brief-pregnant')!;
    const session = await walkExample(pack, example, pack.locales[0]!, noServices);
    expect(toContactRecord(session.log).advice.map(({ step }) => step)).toEqual(['advise-pregnant']);
  });

  it('names medicines before or when the offer is taken up, to the worker and to whoever reads alone', () => {
    for (const locale of pack.locales)
      for (const [script, step] of [
        ['smoking.brief', 'close'],
        ['smoking.mi-ruler', 'act'],
      ] as const) {
        const { say, prompt } = pack.scripts[script]!.steps[step]!;
        expect(heard(pack, locale, prompt!, { audience: 'worker' })).toMatch(/warfarin/i);
        expect(heard(pack, locale, say!, { audience: 'person' })).toMatch(/medicin|läkemedel/i);
      }
  });

  it('gives no score to anybody but a daily smoker, and never one in very brief advice', async () => {
    for (const example of walks.filter(({ script }) => script.startsWith('smoking.'))) {
      const { results } = toContactRecord((await walkExample(pack, example, pack.locales[0]!, noServices)).log);
      const scored = example.id === 'smoking-brief-heaviness' || example.id === 'smoking-brief-low-heaviness';
      expect(results.length > 0, example.id).toBe(scored);
    }
  });
});
