import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../settings/config.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-hub-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Settings as a guide shows them, and as a deployer would write them down. */
function settingsIn(guide: string, having: string): Record<string, unknown> {
  const text = readFileSync(new URL(`../../../../docs/guides/${guide}.md`, import.meta.url), 'utf8');
  const block = [...text.matchAll(/```json\n(.*?)```/gs)].find(([, json]) => json?.includes(`"${having}":`));
  return JSON.parse(block?.[1] ?? '') as Record<string, unknown>;
}
const read = (settings: unknown) => {
  const file = join(folder, 'hub.json');
  writeFileSync(file, JSON.stringify(settings));
  return readConfig(file, false);
};

describe('settings of the pages', () => {
  it.each([
    ['embed-by-smart', 'smart'],
    ['embed-by-post-message', 'embedded'],
  ])('are taken as the guide "%s" shows them', (guide, having) => {
    const settings = settingsIn(guide, having);
    expect(read(settings)).toMatchObject({ [having]: settings[having] });
  });

  it.each([
    ['over an open line', { iss: 'http://record.example.org/fhir' }],
    ['with a slash at the end', { iss: 'https://record.example.org/fhir/' }],
    ['with an origin that has a path', { origins: ['https://login.example.org/oauth'] }],
    ['with anybody as its frame', { frames: ['*'] }],
    ['with something that is no address', { iss: 'record' }],
    ['with a scope that would be two', { scopes: ['patient/Patient.r user/*.cruds'] }],
  ])('are refused for a record system %s', (_, wrong) => {
    const issuer = { iss: 'https://record.example.org/fhir', name: 'Record', clientId: 'us' };
    expect(() => read({ smart: { issuers: [{ ...issuer, ...wrong }] } })).toThrow('[everycontact/hub-config]');
  });
});
