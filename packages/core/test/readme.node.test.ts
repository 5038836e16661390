import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}node_modules/.cache/everycontact/readme/`;

/** The first block of a page that imports core, written where the test runner resolves our packages. */
function block(page: string): string {
  const blocks = [...readFileSync(root + page, 'utf8').matchAll(/```ts\n([^`]*?)```/g)].map((hit) => hit[1] ?? '');
  return blocks.find((one) => one.includes("from '@everycontact/core'")) ?? '';
}

describe.each([
  ['README.md', 'not-relevant'],
  ['packages/core/README.md', 'declined'],
])('the core example of %s', (page, outcome) => {
  afterEach(() => vi.restoreAllMocks());

  it('runs as it stands and comes to the outcome it says', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    mkdirSync(folder, { recursive: true });
    const file = `${folder}${page.replace(/\W/g, '-')}.ts`;
    writeFileSync(
      file,
      block(page)
        .replace(/@everycontact\/core'/g, `${root}packages/core/src/index.ts'`)
        .replace(/@everycontact\/core\/(\w+)'/g, `${root}packages/core/src/$1.ts'`)
        .replaceAll('@everycontact/content/england', `${root}packages/content/dist/england.js`),
    );
    await import(/* @vite-ignore */ file);
    expect(log.mock.calls.at(-1)).toEqual([outcome]);
  });
});
