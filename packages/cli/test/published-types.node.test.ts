import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../../', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
const packagesNamedIn = (types: string): string[] =>
  [...types.matchAll(/(?:from |import\()'([^.'][^']*)'/g)].map(([, specifier = '']) => packageOf(specifier));

// A type that cannot be found is `any` to whoever skips checking libraries, so nobody would be told of a wrong pack.
it.each(readdirSync(packages))('%s brings every package that its types speak of', (folder) => {
  const manifest = JSON.parse(readFileSync(`${packages}${folder}/package.json`, 'utf8')) as Manifest;
  const brought = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, [manifest.name]: '' });
  const built = `${packages}${folder}/dist`;
  const types = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  const named = types.flatMap((file) => packagesNamedIn(readFileSync(`${built}/${file}`, 'utf8')));
  const missing = named.filter((name) => !brought.includes(name) && !brought.includes(`@types/${name}`));
  expect(missing.filter((name) => !name.startsWith('node:'))).toEqual([]);
});
