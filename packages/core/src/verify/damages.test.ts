import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damagesToPaths } from '../../test/damages-to-paths.js';
import { damagesToWords } from '../../test/damages-to-words.js';
import { gardening } from '../../test/sample-pack.js';
import { alcohol, asking, changed, draft, leadOn, motivating, released, tag, veryBrief } from '../../test/talks.js';
import type { Pack } from '../pack/pack.js';
import type { VerifyOptions } from './report.js';
import { verifyPack } from './verify.js';

const today = '2026-11-22';
const damages = [...damagesToPaths, ...damagesToWords];
const found = (pack: Pack, options?: VerifyOptions) =>
  [...new Set(verifyPack(pack, today, options).findings.map(({ code }) => code))].filter(
    (code) => code !== 'text-unused',
  );

describe('a pack that is whole', () => {
  it.each([
    ['the garden', gardening, {}],
    ['the garden, to be released', released, { release: true }],
    ['very brief advice', veryBrief, {}],
    ['advice after permission', asking, {}],
    ['advice between two questions', motivating, {}],
    ['advice on alcohol', alcohol, {}],
  ] as const)('is found whole: %s', (_, pack, options) => {
    expect(verifyPack(pack, today, options).findings.filter(({ code }) => code !== 'text-unused')).toEqual([]);
  });
});

describe('a sentence that a flag forbids', () => {
  const guarded = changed(gardening, (pack) => {
    tag(pack, 'advise', 'activity');
    leadOn(pack, 'gardens', {
      when: [{ if: { fact: 'answer.gardening.brief.gardens', is: 'no' }, to: 'close-no' }],
      otherwise: 'minutes',
    });
    leadOn(pack, 'questions', {
      when: [{ if: { fact: 'item.digging-long.frightened', is: 'no' }, to: 'advise' }],
      otherwise: 'advise-careful',
    });
  });
  const forbidden = (by: string) =>
    found(changed(guarded, ({ flags }) => Object.assign(flags[by]!, { forbids: ['activity'] })));

  it('may be said where the flag is known false', () => {
    expect(forbidden('frightened')).toEqual([]);
  });

  it('may be said while nobody has ticked a flag that only a tick raises', () => {
    expect(forbidden('danger')).toEqual([]);
  });
});

describe('a damage', () => {
  it.each(damages.map((damage) => [damage[0], damage] as const))('is found, and nothing else: %s', (_, damage) => {
    const [, code, change, base = gardening, options] = damage;
    expect(found(changed(base, change), options)).toEqual([code]);
  });

  it('to a text nobody shows is a warning', () => {
    const pack = changed(gardening, ({ texts }) => {
      texts['en-GB']!.forgotten = { words: 'Forgotten', ...draft };
    });
    expect(verifyPack(pack, today).findings).toEqual([
      expect.objectContaining({ code: 'text-unused', severity: 'warning' }),
    ]);
  });

  it('that is only begun is a warning until a release', () => {
    const pack = changed(released, ({ texts }) => {
      texts['en-GB']!.advise!.words = 'FILL IN: what helps here.';
    });
    const severities = (release: boolean) =>
      verifyPack(pack, today, { release }).findings.map(({ code, severity }) => [code, severity]);
    expect(severities(false)).toContainEqual(['not-filled-in', 'warning']);
    expect(severities(true)).toContainEqual(['not-filled-in', undefined]);
  });

  it('to the topics of a flag is a warning, and none where a flag of its own has the same notice', () => {
    const added = (own: object) =>
      changed(gardening, (pack) => {
        pack.behaviours.fishing = { name: 'behaviour.gardening' };
        pack.behaviours.walking = { name: 'behaviour.gardening' };
        Object.assign(pack.flags.child!, { behaviours: ['gardening', 'fishing'] });
        Object.assign(pack.flags, own);
      });
    const leftOut = (pack: Pack) => verifyPack(pack, today).findings.filter(({ code }) => code === 'flag-leaves-out');
    expect(leftOut(added({}))).toEqual([
      expect.objectContaining({
        where: 'behaviours.walking',
        severity: 'warning',
        message: expect.stringMatching(/"child".*"walking".*"flag.child"/) as string,
      }),
    ]);
    expect(leftOut(added({ young: { ...gardening.flags.child!, behaviours: ['walking'] } }))).toEqual([]);
  });

  it('is not what a flag for one topic, or for few of many, is', () => {
    const pack = changed(gardening, ({ behaviours, flags }) => {
      for (const id of ['fishing', 'walking', 'sailing', 'rowing']) behaviours[id] = { name: 'behaviour.gardening' };
      Object.assign(flags.child!, { behaviours: ['gardening', 'fishing'] });
    });
    expect(verifyPack(pack, today).findings.map(({ code }) => code)).not.toContain('flag-leaves-out');
  });

  it('to one language of an adapted pack is a warning: the first language stands in', () => {
    const half: Pack = {
      ...gardening,
      base: 'garden@1',
      locales: ['en-GB', 'pl'],
      texts: { ...gardening.texts, pl: {} },
    };
    const findings = verifyPack(half, today).findings.filter(({ code }) => code === 'text-missing');
    expect(findings.map(({ severity }) => severity)).toContain('warning');
    expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    const own = verifyPack({ ...half, base: undefined } as unknown as Pack, today).findings;
    expect(own.find(({ code }) => code === 'text-missing')?.severity).toBeUndefined();
  });

  it('that a path leads to is told with the path, and once, however many lead there', () => {
    const pack = changed(gardening, (broken) => {
      tag(broken, 'advise', 'activity');
      broken.flags.frightened!.forbids = ['activity'];
    });
    const [finding, ...more] = verifyPack(pack, today).findings.filter(({ code }) => code !== 'text-unused');
    expect(finding?.path?.[0]).toBe('permission');
    expect(finding?.path?.at(-1)).toBe('advise');
    expect(more).toEqual([]);
  });

  it('is tried for every code there is, and each is documented', () => {
    const here = new URL('.', import.meta.url);
    const sources = readdirSync(here).filter((file) => !file.endsWith('.test.ts'));
    const noted = sources.flatMap((file) =>
      [...readFileSync(new URL(file, here), 'utf8').matchAll(/note\(\s*'([a-z-]+)'/g)].map((hit) => hit[1]!),
    );
    const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
    const [section = ''] = page.split('## Verifying a pack')[1]!.split('\n## ');
    const documented = [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap((row) =>
      [...row[1]!.matchAll(/`([a-z-]+)`/g)].map((hit) => hit[1]!),
    );
    const tried = new Set([...damages.map(([, code]) => code), 'text-unused']);
    expect([...tried].sort()).toEqual([...new Set(noted)].sort());
    expect(documented.sort()).toEqual([...tried].sort());
  });
});
