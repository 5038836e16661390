import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { interfaceTexts } from '@everycontact/core/parse';

const packages = new URL('../../', import.meta.url);
const isProgram = (file: string) => file.endsWith('.ts') && !/\.test\.ts$|interface-texts\.ts$/.test(file);
const programs = readdirSync(packages)
  .map((name) => new URL(`${name}/src/`, packages))
  .filter((source) => existsSync(source))
  .flatMap((source) =>
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter(isProgram)
      .map((file) => readFileSync(new URL(file, source), 'utf8')),
  )
  .join('\n');

/** Said as `outcome.${outcome}`: what is put together ends in what the data says. */
const families = [...programs.matchAll(/`([a-z]+\.)\$\{/g)].map(([, family]) => family!);
const putTogether = (key: string) =>
  key.startsWith('ui.') ? /^ui\.(told|sent|referred)$/.test(key) : families.some((family) => key.startsWith(family));

it('has no label that no program says', () => {
  const unsaid = Object.keys(interfaceTexts).filter((key) => !programs.includes(`'${key}'`) && !putTogether(key));
  expect(unsaid, 'say them, or take them out of interface-texts.ts and packages/content/interface').toEqual([]);
});
