import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';
import type { Pack } from '@everycontact/core';
import { minimisePack } from '@everycontact/core/adapt';
import { expect, test } from 'vitest';
import { unusedViews } from '../unused-views.js';

const optional = ['agenda', 'permission', 'number', 'ruler'];

test.each([england, denmark, sweden])('leaves nothing out of all that the pack $id has', (pack) => {
  expect(unusedViews(pack)).toEqual([]);
});

test('leaves out what half a minute on smoking never comes to, by the names of files that are there', async () => {
  expect(unusedViews(minimisePack(england, { behaviours: ['smoking'], methods: ['vba'] }))).toEqual(optional);
  for (const view of optional) {
    expect(await import(`../src/views/${view}.ts`)).toHaveProperty(view);
  }
  expect(await import('../src/run/agenda.js')).toHaveProperty('agenda');
});

test.each([
  ['permission', { kind: 'permission' }],
  ['number', { kind: 'ask', answer: { type: 'number' } }],
  ['ruler', { kind: 'ask', answer: { type: 'ruler' } }],
])('keeps the view %s where one step of any script needs it', (view, step) => {
  const script = england.scripts['smoking.vba'];
  const scripts = { 'smoking.vba': { ...script, steps: { ...script?.steps, step } } } as unknown as Pack['scripts'];
  expect(unusedViews({ scripts })).toEqual(optional.filter((one) => one !== view));
});

test('keeps the agenda where there is more than one script', () => {
  const script = england.scripts['smoking.vba']!;
  expect(unusedViews({ scripts: { 'smoking.vba': script, 'smoking.short': script } })).not.toContain('agenda');
});
