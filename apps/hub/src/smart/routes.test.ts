import { england } from '@everycontact/content/england';
import { policy } from '@everycontact/content/policies/default';
import { expect, it } from 'vitest';
import { smartRoutes } from './routes.js';
import type { SmartIssuer } from './smart-options.js';

const page = { body: '<p>__EMERGENCY__</p><script>__SETTINGS__</script>', type: 'text/html' };
const files = new Map([
  ['launch.html', { ...page, body: `launch ${page.body}` }],
  ['app.html', { ...page, body: `app ${page.body}` }],
]);
const record: SmartIssuer = { iss: 'https://record.example/fhir', name: 'Record', clientId: 'us' };
const open = (issuers: SmartIssuer[], path = '/app') =>
  smartRoutes(
    { pack: england, policy, address: 'https://hub.example', smart: { issuers } },
    { issuers },
    files,
  ).request(path);
const may = async (what: string, ...issuers: SmartIssuer[]) =>
  (await open(issuers)).headers
    .get('content-security-policy')
    ?.split('; ')
    .find((one) => one.startsWith(what));

it('a page of a launch is held in no frame but those of the record systems on the list', async () => {
  expect(await may('frame-ancestors', record)).toBe("frame-ancestors 'none'");
  const framed = { ...record, frames: ['https://ward.example', 'https://clinic.example'] };
  expect(await may('frame-ancestors', framed, { ...record, frames: ['https://ward.example'] })).toBe(
    'frame-ancestors https://ward.example https://clinic.example',
  );
});

it('a page of a launch speaks to the hub and to the record systems on the list, and to nobody else', async () => {
  expect(await may('connect-src', { ...record, origins: ['https://login.example'] })).toBe(
    "connect-src 'self' https://record.example https://login.example",
  );
  expect(await may('default-src', record)).toBe("default-src 'none'");
});

it('a page of a launch is kept by nobody, names the emergency number, and is the one that was asked for', async () => {
  for (const name of ['launch', 'app']) {
    const answer = await open([record], `/${name}`);
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ]);
    expect(await answer.text()).toMatch(new RegExp(`^${name} <p>999</p>`));
  }
});
