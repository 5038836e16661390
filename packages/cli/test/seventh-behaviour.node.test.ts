import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownPack, run } from './own-pack.js';

const guide = readFileSync(new URL('../../../docs/guides/add-a-behaviour.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/^`([\w./-]+\.json)`\n\n```json\n([^`]*?)```/gm)].map(
  ([, path = '', json = '']) => [path, json] as const,
);

/** A copy of the pack with the behaviour of the guide, whose author has not written into the lists of the flags. */
function forgetful() {
  const own = ownPack();
  const write = (path: string, json: string) => {
    mkdirSync(dirname(join(own.folder, path)), { recursive: true });
    writeFileSync(join(own.folder, path), json);
  };
  for (const [path, json] of blocks) if (path !== 'flags.json') write(path, json);
  return { ...own, write };
}

describe('a seventh behaviour', { timeout: 120_000 }, () => {
  it('that the flags for all topics do not name is told of, with the notice to use', async () => {
    const { pack } = forgetful();
    const { code, out } = await run('check', pack);
    const told = out.split('\n').filter((line) => line.includes('[flag-leaves-out]'));
    expect([code, told]).toEqual([
      0,
      [
        expect.stringMatching(
          /gardening\/behaviour\.json:1:1 warning .*behaviours\.gardening.*"under-18".*"flag\.under-18\.notice"/,
        ),
        expect.stringMatching(/"not-a-moment".*"flag\.not-a-moment\.notice"/),
      ],
    ]);
  });

  it('is stopped as well by flags of its own with the same notices', async () => {
    const { pack, write } = forgetful();
    const own = { level: 'stop-topic', behaviours: ['gardening'], source: 'safe-practice' };
    write(
      'behaviours/gardening/flags.json',
      JSON.stringify({
        'gardening-under-18': {
          ...own,
          when: { fact: 'context.age', below: '{adultAge}' },
          notice: 'flag.under-18.notice',
        },
        'gardening-not-a-moment': {
          ...own,
          observable: { label: 'flag.not-a-moment.label' },
          notice: 'flag.not-a-moment.notice',
        },
      }),
    );
    const { code, out } = await run('check', pack);
    expect([code, out]).toEqual([0, expect.not.stringContaining('flag-leaves-out')]);
  });
});
