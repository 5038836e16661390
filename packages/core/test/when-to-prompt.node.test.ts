import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Policy } from '../src/prompting.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guide = readFileSync(`${root}docs/guides/when-to-prompt.md`, 'utf8');
const policy = JSON.parse(readFileSync(`${root}packages/content/policies/default.json`, 'utf8')) as Policy;

describe('the guide on when to prompt', () => {
  afterEach(() => vi.restoreAllMocks());

  it('has an example that runs as it stands and comes to what it says', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const folder = `${root}node_modules/.cache/everycontact/readme/`;
    const file = `${folder}when-to-prompt.ts`;
    const [, block = ''] = /```ts\n([^`]*?)```/.exec(guide) ?? [];
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      block
        .replace('@everycontact/core/prompting', `${root}packages/core/src/prompting.ts`)
        .replace('@everycontact/content/england', `${root}packages/content/dist/england.js`)
        .replace('@everycontact/content/policies/default', `${root}packages/content/dist/policy.default.js`),
    );
    await import(/* @vite-ignore */ file);
    expect(log.mock.calls.at(-1)).toMatchObject([{ rule: 'done-or-declined', until: '2027-11-23' }]);
  });

  it('names every fact that only the shipped policy reads', () => {
    const facts = JSON.stringify(policy).match(/context\.\w+/g) ?? [];
    const own = facts.filter((fact) => !/age|under18|interpreter/i.test(fact));
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((fact) => !guide.includes(`\`${fact}\``))).toEqual([]);
  });

  it('says the numbers that are shipped', () => {
    const days = policy.rules.flatMap((rule) =>
      'quietDays' in rule ? [rule.quietDays] : 'atMost' in rule && typeof rule.per === 'object' ? [rule.per.days] : [],
    );
    expect(days).toEqual([365, 183, 90, 28]);
    expect(days.filter((day) => !guide.includes(String(day)))).toEqual([]);
  });
});
