import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelsOf } from '../src/adapt/without-proof.js';

test('a face says none of the labels that a file leaves out where no step of its pack needs them', () => {
  const folder = new URL('../../web-component/src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));
  const shipped = files.filter((file) => !file.includes('.test.'));
  const source = shipped.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  expect(source).toContain("'ui.error'");
  for (const label of Object.values(labelsOf).flat()) expect(source, label).not.toContain(`'${label}'`);
});
