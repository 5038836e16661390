import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The sources of every package and app that has some, without their tests. */
const files = ['packages', 'apps']
  .flatMap((kind) => readdirSync(join(root, kind)).map((name) => join(root, kind, name, 'src')))
  .flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
    } catch {
      return [];
    }
  })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));

/** What each takes from files beside it, types too; what is imported only when it is needed comes later, and does not count. */
const taken = new Map(
  files.map((file) => {
    const paths = [...readFileSync(file, 'utf8').matchAll(/^(?:im|ex)port\b[^;]*?'(\.[^']+)';/gm)];
    const beside = paths.map(([, path = '']) => join(dirname(file), path.replace(/\.js$/, '')));
    return [file, beside.flatMap((path) => files.filter((one) => one === `${path}.ts` || one === `${path}.tsx`))];
  }),
);

it('leads from no file through its imports back to itself: what two need lies below both', () => {
  const done = new Set<string>();
  const circleFrom = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    const found = (taken.get(file) ?? []).map((next) => circleFrom(next, [...way, file]));
    done.add(file);
    return found.find(({ length }) => length) ?? [];
  };
  expect([...taken.values()].flat().length).toBeGreaterThan(1000);
  expect(files.flatMap((file) => circleFrom(file, [])).map((file) => relative(root, file))).toEqual([]);
});
