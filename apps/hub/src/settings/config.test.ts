import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policy } from '@everycontact/content/policies/default';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'hub-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
function read(json: unknown, demo = false) {
  const file = join(folder, 'hub.json');
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
  return readConfig(file, demo);
}
const issuer = { iss: 'https://record.wexmarsh.example', jku: 'https://record.wexmarsh.example/keys' };

describe('the settings of a hub', () => {
  it('trust nobody unless told, and anybody only in a demonstration', () => {
    expect(readConfig(undefined, false)).toEqual({});
    expect(readConfig(undefined, true)).toEqual({ cds: { trust: 'anyone' } });
    expect(read({})).toEqual({});
    expect(read({ issuers: [issuer] }, true)).toEqual({ cds: { trust: [issuer] } });
  });

  it('are what the deployer wrote', () => {
    const settings = {
      address: 'https://hub.wexmarsh.example',
      canonical: 'https://wexmarsh.example/fhir',
      locale: 'en-GB',
      worker: { mayRefer: true },
      facts: { 'context.role': 'care' },
      origins: ['https://record.wexmarsh.example'],
      behindProxy: true,
    };
    const cds = {
      fhirServers: ['https://record.wexmarsh.example/fhir'],
      launch: 'https://hub.wexmarsh.example/launch',
    };
    expect(read({ ...settings, policy, issuers: [issuer], ...cds })).toEqual({
      ...settings,
      policy,
      cds: { trust: [issuer], ...cds },
    });
  });

  it.each([
    ['{"address":', 'expected JSON'],
    [{ adress: 'https://hub.example' }, 'adress'],
    [{ address: 'https://hub.example/' }, 'address: expected no slash at the end'],
    [{ issuers: [{ iss: 'a' }] }, 'issuers.0: expected either jku or keys'],
    [{ issuers: [{ ...issuer, jku: 'http://record.wexmarsh.example/keys' }] }, 'issuers.0.jku: expected https'],
    [{ issuers: [{ ...issuer, algorithms: ['HS256'] }] }, 'issuers.0.algorithms.0'],
    [{ issuers: [{ ...issuer, algorithms: ['none'] }] }, 'issuers.0.algorithms.0'],
    [{ fhirServers: ['file:///etc/passwd'] }, 'fhirServers.0'],
    [{ origins: ['https://record.example/page'] }, 'origins.0: expected an origin'],
    [{ facts: { age: 41 } }, 'facts'],
    [{ policy: { schema: 'everycontact/policy@1', rules: 7 } }, 'policy.rules'],
    [{ codeMaps: [{}] }, 'codeMaps.0.schema'],
  ])('are refused with what is wrong: %j', (json, words) => {
    expect(() => read(json)).toThrow('[everycontact/hub-config]');
    expect(() => read(json)).toThrow(words);
  });
});
