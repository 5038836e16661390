import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as content from '@everycontact/content';
import { interfaceTexts } from '@everycontact/core/parse';
import { toContactRecord } from '@everycontact/core/record';
import { walk } from './walk.js';
import { heard } from './wording.js';

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

it('names an outcome that is all that is said in words that a person may read too', () => {
  const ends = ['outcome.not-appropriate', 'outcome.stopped'];
  const told = ends.map((key) => heard(content.england, 'en-GB', key, { audience: 'person' }));
  expect(told).toEqual(['Did not fit', 'Stopped']);
});

it('fits its reasons on pregnancy to a service for the pregnant alone, and to one that does not take them', () => {
  const said = ['met', 'not-met'].map((truth) =>
    heard(content.england, 'en-GB', `reason.pregnancy.${truth}`, { audience: 'worker' }),
  );
  expect(said).toEqual(['takes people who are pregnant', 'its rule on pregnancy does not fit']);
});

it('claims no advice where help was offered without any', async () => {
  const { log } = await walk(content.england, 'mental-wellbeing.brief', ['next', 'skip', 'skip', 'skip', 'next']);
  const { outcome, reached } = toContactRecord(log);
  expect([outcome, reached.advised]).toEqual(['advised', false]);
  expect(heard(content.england, 'en-GB', `outcome.${outcome}`, { audience: 'worker' })).toMatch(/or help offered$/);
});
