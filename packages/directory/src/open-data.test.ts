import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EveryContactError } from '@everycontact/core';
import { describe, expect, it } from 'vitest';
import { imported, single } from '../test/feeds.js';
import { tableName } from './feed/table-names.js';
import { openFeed } from './import/open-feed.js';

// The examples of the standards are share-alike, so they are not in this repository: the variable names where they are.
const folder = process.env.EVERYCONTACT_OPEN_DATA;
const examples = folder === undefined ? undefined : join(folder, 'hsds');
const there = examples !== undefined && existsSync(examples);
if (!there) {
  console.info(
    `Not run: the examples of HSDS and Open Referral UK. Set EVERYCONTACT_OPEN_DATA to a folder that holds hsds/ (found: ${folder ?? 'nothing'}).`,
  );
}

const all = there ? readdirSync(examples, { recursive: true, encoding: 'utf8' }).sort() : [];
const files = all.filter((file) => /examples.*\.(json|csv)$/.test(file));
const packages = all.filter((file) => file.endsWith('datapackage.json'));
const withServices =
  /(service_(full|list)|service_at_location_(full|list)|organization_full|tabular)\.json$|csv.services\.csv$/;

describe.runIf(there)('the examples of HSDS and Open Referral UK', () => {
  it('are all there', () => {
    expect(files.length).toBeGreaterThan(80);
  });
  it.each(files.filter((file) => withServices.test(file)))('gives the service of %s', async (file) => {
    const { services, report } = await imported([single(readFileSync(join(examples ?? '', file)), file)]);
    expect(report).toMatchObject({ read: 1, kept: 1, merged: 0, dropped: 0 });
    expect(services[0]).toMatchObject({
      name: 'Community Counselling',
      state: 'open',
      minimumAge: 12,
      maximumAge: 100,
      assuredOn: '2005-01-01',
    });
    expect(JSON.stringify(services)).not.toContain('Persona');
    expect(services[0]?.locations.every(({ latitude }) => latitude === undefined)).toBe(true);
  });
  it.each(files.filter((file) => !withServices.test(file)))(
    'refuses %s in one clear sentence: it holds no service',
    async (file) => {
      const reading = imported([single(readFileSync(join(examples ?? '', file)), file)]);
      await expect(reading).rejects.toThrow(EveryContactError);
      await expect(reading).rejects.toThrow(/feed-no-services|feed-empty/);
    },
  );
  it.each(['hsds-3.0', 'hsds-3.1', 'oruk-3.0'])('accounts for every record of the folder %s', async (version) => {
    const { report, services } = await imported([await openFeed(join(examples ?? '', version, 'examples'))]);
    expect(services.map(({ name }) => name)).toEqual(['Community Counselling']);
    expect(report.kept).toBe(1);
    expect(report.merged).toBeGreaterThan(2);
    expect(report.dropped).toBeGreaterThan(2);
    expect(report.unread).toBeUndefined();
  });
  it.each(packages)('knows every table that %s names', (file) => {
    const { resources } = JSON.parse(readFileSync(join(examples ?? '', file), 'utf8')) as {
      resources: readonly { readonly name: string; readonly path: string }[];
    };
    expect(resources.length).toBeGreaterThan(10);
    for (const { name, path } of resources) expect([name, tableName(name)]).toEqual([name, tableName(path)]);
    expect(resources.filter(({ name }) => tableName(name) === undefined)).toEqual([]);
  });
});
