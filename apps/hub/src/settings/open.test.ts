import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServices } from '@everycontact/directory';
import { writeServices } from '@everycontact/directory/services-file';
import { expect, it } from 'vitest';
import { openDirectory } from './open.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const csv = 'id,name,topics\nd,Debt advice,debt';
const written = new Date('2025-11-22T09:00:00.000Z');
const asOf = written.toISOString();

it.each(['wexmarsh.csv', 'wexmarsh.services'])('says at the start how old its list is: %s', (name) => {
  const file = join(folder, name);
  const { services } = readServices(csv, { feed: name, fetchedAt: asOf });
  writeFileSync(file, name.endsWith('.csv') ? csv : writeServices(services, { asOf }).index);
  utimesSync(file, written, written);
  const opened = openDirectory(file, '2026-11-22T09:30:00.000Z');
  expect(opened.asOf).toBe(asOf);
  expect(opened.told[0]).toMatch(/as of 2025-11-22, 365 days ago\.$/);
});
