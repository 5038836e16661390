import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AdvicePrompt } from '@everycontact/web-component';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { people } from '../test/smart-server/people.js';
import { decline, useHub } from '../test/smart-server/smart-page.js';
import { clientId, startSmartServer, type SmartServer } from '../test/smart-server/smart-server.js';

// The whole launch in a real browser, against a record system on this machine.

let record: SmartServer;
let stranger: Server;
let strangerAsked = 0;
const smokingOnly = JSON.stringify({ script: 'smoking.vba', card: 'c-1' });

beforeAll(async () => {
  record = await startSmartServer(people);
  stranger = createServer((_, response) => {
    strangerAsked += 1;
    response.end('{}');
  }).listen(0, '127.0.0.1');
});
afterAll(async () => {
  await record.stop();
  stranger.close();
});
beforeEach(() => {
  record.asked.length = 0;
  Object.assign(record.behaviour, {
    patient: 'p-1',
    grant: (asked: string) => asked,
    deny: false,
    more: { need_patient_banner: true, appContext: smokingOnly },
    failWrites: { left: 0, how: 503 },
  });
});

const hub = useHub(() => ({ smart: { issuers: [{ iss: record.iss, name: 'Northfield record', clientId }] } }));
const launch = (more = '') => `/launch?iss=${encodeURIComponent(record.iss)}&launch=xyz${more}`;
const written = (from = 0) => record.fhir.log.slice(from).map(({ resource }) => resource);
const refusedRequest = /Failed to load resource/;

it('is launched by the record: shows who is there, opens what the card was about, and writes down what it came to', async () => {
  const before = record.fhir.log.length;
  const { page, context } = await hub.open(launch('&patient=p-2'));
  await page.getByText('Do you smoke at all?').waitFor();
  expect(record.wanted.get('scope')).toBe(
    'launch openid fhirUser patient/Patient.r patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|social-history patient/QuestionnaireResponse.c patient/Observation.c patient/Procedure.c patient/ServiceRequest.c patient/Communication.c',
  );
  expect(record.wanted.get('launch')).toBe('xyz');
  expect(await page.locator('#who').innerText()).toMatch(/Ann Sample\s+born 2 March 1985/);
  expect(page.url()).toBe(`${hub.address}/app`);
  expect(await page.locator('#saving').isVisible()).toBe(false);
  const kept = await page.evaluate(() => [sessionStorage.length, localStorage.length]);
  expect([...kept, (await context.cookies()).length]).toEqual([0, 0, 0]);
  expect(await page.locator('advice-prompt').evaluate((prompt: AdvicePrompt) => prompt.context)).toMatchObject({
    'context.age': 41,
  });

  await decline(page);
  await page.getByText('Saved in the record.').waitFor();
  const response = written(before).find(({ resourceType }) => resourceType === 'QuestionnaireResponse');
  expect(response).toMatchObject({
    subject: { reference: 'Patient/p-1' },
    encounter: { reference: 'Encounter/e-1' },
    author: { reference: 'Practitioner/dr-1' },
  });
  expect(JSON.stringify(written(before))).not.toContain('Sample');
});

it('is opened by a worker, who chooses the record, and shows no banner where the record does', async () => {
  record.behaviour.more = { need_patient_banner: false, smart_style_url: `${new URL(record.iss).origin}/style.json` };
  const { page } = await hub.open('/launch');
  await page.getByRole('link', { name: 'Northfield record' }).click();
  await page.locator('advice-prompt [part~=heading]').waitFor();
  expect(record.wanted.get('scope')).toMatch(/^launch\/patient /);
  expect(record.wanted.has('launch')).toBe(false);
  expect(await page.locator('#who').isVisible()).toBe(false);
  const surface = page.locator('html').evaluate((html) => html.style.getPropertyValue('--advice-surface'));
  expect(await surface).toBe('#fffdf5');
});

it('asks nothing of a record that is not listed', async () => {
  const iss = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/fhir`;
  const { page, requests } = await hub.open(`/launch?iss=${encodeURIComponent(iss)}&launch=1`, /launch-unlisted/);
  await page.getByText('This record system is not on the list').waitFor();
  expect(requests.filter((url) => !url.startsWith(hub.address) && !url.startsWith('data:'))).toEqual([]);
  expect(strangerAsked).toBe(0);
});

it('takes no launch that did not begin here, and sends its code nowhere', async () => {
  const { page } = await hub.open('/app?code=stolen&state=somebody-elses&patient=p-1', /launch-state/);
  await page.getByText('This is not a launch that began here').waitFor();
  expect(record.asked).toEqual([]);
  expect(page.url()).toBe(`${hub.address}/app`);
  expect(await page.locator('advice-prompt').evaluate((prompt: AdvicePrompt) => prompt.disabled)).toBe(true);
});

it('says so where the record does not let it in', async () => {
  record.behaviour.deny = true;
  const { page } = await hub.open(launch(), /launch-refused/);
  await page.getByText('The record system did not let the app in.').waitFor();
  expect(record.asked).not.toContain('/token');
});

it('works with no leave but to come in, says what it goes without, and leaves the note', async () => {
  const before = record.fhir.log.length;
  record.behaviour.grant = () => 'launch';
  const { page } = await hub.open(launch());
  await page.getByText('Do you smoke at all?').waitFor();
  expect(await page.locator('#missing').innerText()).toBe(
    'Goes without: age and language, what is recorded of habits, saving some of what is said.',
  );
  expect(await page.locator('#who').innerText()).toContain('Check in the record who is there');
  expect(record.asked.filter((path) => path.startsWith('/fhir/P') || path.startsWith('/fhir/O'))).toEqual([]);
  await decline(page);
  await page.getByText('Not saved in the record. You can copy the note instead.').waitFor();
  await page.getByRole('button', { name: 'Copy note' }).waitFor();
  expect(written(before)).toEqual([]);
});

it('writes only what it was let write, and says that it was not all', async () => {
  const before = record.fhir.log.length;
  record.behaviour.grant = () => 'launch patient/Patient.read patient/QuestionnaireResponse.write';
  const { page } = await hub.open(launch());
  await page.getByText('Do you smoke at all?').waitFor();
  await decline(page);
  await page.getByText('Saved in the record, but not everything').waitFor();
  expect(new Set(written(before).map(({ resourceType }) => resourceType))).toEqual(new Set(['QuestionnaireResponse']));
});

it('begins with nobody where the record names nobody: nothing is read and nothing saved', async () => {
  const before = record.fhir.log.length;
  record.behaviour.patient = undefined;
  const { page } = await hub.open(launch('&patient=p-1'));
  await page.getByText('The record does not say who is there.').waitFor();
  await page.getByText('Do you smoke at all?').waitFor();
  await decline(page);
  expect(record.asked.filter((path) => /^\/fhir(\/[A-Z]|$)/.test(path))).toEqual([]);
  expect(written(before)).toEqual([]);
});

it('opens nothing about somebody who has died', async () => {
  record.behaviour.patient = 'p-3';
  const { page } = await hub.open(launch());
  await page.getByText('this person has died').waitFor();
  expect(await page.locator('advice-prompt [part~=panel]').count()).toBe(0);
});

it('tries again while the record is down, then leaves it to the worker, and writes each thing once', async () => {
  const before = record.fhir.log.length;
  record.behaviour.failWrites = { left: 4, how: 503 };
  const { page } = await hub.open(launch(), refusedRequest);
  await page.getByText('Do you smoke at all?').waitFor();
  await page.clock.install();
  await decline(page);
  await page.getByText('Saving in the record').waitFor();
  for (const tries of [1, 2, 3, 4]) {
    await expect.poll(() => record.asked.filter((path) => path === '/fhir').length).toBe(tries);
    await page.clock.runFor(10_000);
  }
  await page.getByText('The record does not answer.').waitFor();
  expect(written(before)).toEqual([]);

  // Once more the answer is lost on its way: it was written, and nobody knows.
  record.behaviour.failWrites = { left: 1, how: 'lost' };
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => record.asked.filter((path) => path === '/fhir').length).toBe(5);
  await page.clock.runFor(10_000);
  await page.getByText('Saved in the record.').waitFor();
  const created = record.fhir.log.slice(before).filter(({ how }) => how === 'created');
  const kinds = created.map(({ resource }) => resource.resourceType);
  expect(kinds.filter((kind) => kind === 'QuestionnaireResponse')).toHaveLength(1);
  expect(new Set(record.fhir.log.slice(before + created.length).map(({ how }) => how))).toEqual(new Set(['existed']));
});

it('asks for another launch where the record has ended the session', async () => {
  record.behaviour.failWrites = { left: 9, how: 401 };
  const { page } = await hub.open(launch(), refusedRequest);
  await page.getByText('Do you smoke at all?').waitFor();
  await decline(page);
  await page.getByText('The record has ended this session.').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
  record.behaviour.failWrites.left = 0;
});

it('leaves nothing of one person to the next, and nothing to whoever goes back', async () => {
  const before = record.fhir.log.length;
  const { page } = await hub.open(launch(), /launch-state/);
  await page.getByText('Do you smoke at all?').waitFor();
  await page.getByText('Yes', { exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).waitFor();

  record.behaviour.patient = 'p-2';
  await page.goto(hub.address + launch());
  await page.getByText('Do you smoke at all?').waitFor();
  expect(await page.locator('#who').innerText()).toContain('Bo Example');
  expect(await page.locator('advice-prompt input:checked').count()).toBe(0);
  expect(await page.content()).not.toContain('Ann');
  await decline(page);
  await page.getByText('Saved in the record.').waitFor();
  expect(JSON.stringify(written(before))).toContain('Patient/p-2');
  expect(JSON.stringify(written(before))).not.toContain('Patient/p-1');

  await page.goBack();
  await page.getByText('This is not a launch that began here').waitFor();
  expect(await page.locator('#who').isVisible()).toBe(false);
});
