import { describe, expect, it } from 'vitest';
import * as content from '@everycontact/content';
import type { Pack } from '../src/index.js';
import { verifyPack } from '../src/verify.js';
import { type Change, changed } from './talks.js';

const today = '2026-11-22';
const packs: readonly Pack[] = Object.values(content);
const sweden = packs.find(({ id }) => id === 'sweden')!;
const errorsOf = (pack: Pack) => verifyPack(pack, today).findings.filter(({ severity }) => severity !== 'warning');

describe.each(packs)('the pack of $id', (pack) => {
  it('has no finding on any path of any script', { timeout: 60_000 }, () => {
    const { findings, states, paths } = verifyPack(pack, today);
    expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    expect(Object.keys(paths)).toEqual(Object.keys(pack.scripts));
    expect(states).toBeLessThan(10_000);
  });
});

const damages: readonly (readonly [name: string, code: string, change: Change])[] = [
  [
    'a text that one language lacks',
    'text-missing',
    ({ texts, locales, scripts }) => {
      texts[locales[0]!]![scripts['smoking.vba']!.steps.advise!.say!]!.words = '';
    },
  ],
  [
    'harm in very brief advice',
    'method-about',
    ({ texts, locales, scripts }) => {
      for (const locale of locales) texts[locale]![scripts['smoking.vba']!.steps.advise!.say!]!.about = ['harm'];
    },
  ],
  [
    'advice on alcohol that leaves out the safe way',
    'dependence-line',
    ({ texts, locales, scripts }) => {
      const { say } = scripts['alcohol.very-brief']!.steps.advise!;
      for (const locale of locales) delete texts[locale]![say!]!.about;
    },
  ],
  [
    'a flag that cannot be raised',
    'red-flag-unreachable',
    ({ flags }) => {
      flags['under-18']!.when = {
        all: [
          { fact: 'context.age', below: 1 },
          { fact: 'context.age', atLeast: 1 },
        ],
      };
    },
  ],
  [
    'urgent help past its review',
    'past-review',
    ({ urgentHelp }) => {
      for (const { lines } of Object.values(urgentHelp)) for (const line of lines) line.reviewBy = '2026-01-01';
    },
  ],
];

describe('a damage to a pack that ships', () => {
  it.each(damages)('is found, and nothing else: %s', { timeout: 60_000 }, (_, code, change) => {
    const codes = errorsOf(changed(sweden, change)).map((finding) => finding.code);
    expect([...new Set(codes)]).toEqual([code]);
  });
});
