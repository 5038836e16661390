import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// `npm run damage` takes long and runs now and then; whether each damage can still be done is told at once.

interface Damage {
  readonly rule: string;
  readonly file: string;
  readonly find: string;
  readonly test: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const list = (name: string) => JSON.parse(readFileSync(`${root}.config/damage/${name}`, 'utf8')) as readonly Damage[];
const damages = readdirSync(`${root}.config/damage`)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => list(name).map((damage) => [`${name}: ${damage.rule}`, damage] as const));

const isThere = (file: string) => existsSync(root + file);
const testFiles = (test: string) =>
  test
    .replace(/-t .*/s, '')
    .split(/\s+/)
    .filter((word) => word && word !== 'build');

it('every damage finds its text once in a file that is there', () => {
  const times = ({ file, find }: Damage) =>
    isThere(file) ? readFileSync(root + file, 'utf8').split(find).length - 1 : 'no file';
  expect(damages.filter(([, damage]) => times(damage) !== 1).map(([name]) => name)).toEqual([]);
  expect(damages.length).toBeGreaterThan(400);
});

it('every damage names tests that are there', () => {
  expect(damages.filter(([, { test }]) => !testFiles(test).every(isThere)).map(([name]) => name)).toEqual([]);
});
