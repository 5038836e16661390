import { chromium, firefox } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumLaunch, firefoxLaunch } from '../../../.config/browsers.mjs';
import { people } from '../test/smart-server/people.js';
import { decline, useHub } from '../test/smart-server/smart-page.js';
import { clientId, startSmartServer, type SmartServer } from '../test/smart-server/smart-server.js';

// The heart of `smart.e2e.test.ts` in another engine: Firefox, where the tests were told of one.

let record: SmartServer;
beforeAll(async () => {
  record = await startSmartServer(people);
});
afterAll(() => record.stop());

const hub = useHub(
  () => ({ smart: { issuers: [{ iss: record.iss, name: 'Northfield record', clientId }] } }),
  () => (process.env['EVERYCONTACT_FIREFOX'] ? firefox.launch(firefoxLaunch()) : chromium.launch(chromiumLaunch())),
);

it('is launched for one person and then for the next, and writes down what it came to with each', async () => {
  const launch = `/launch?iss=${encodeURIComponent(record.iss)}&launch=xyz`;
  record.behaviour.more = { need_patient_banner: true, appContext: JSON.stringify({ script: 'smoking.vba' }) };
  // A Firefox that knows no Trusted Types says so.
  const { page } = await hub.open(launch, /trusted-types/);
  const talk = async (name: string) => {
    await page.getByText('Do you smoke at all?').waitFor();
    expect(await page.locator('#who').innerText()).toContain(name);
    await decline(page);
    await page.getByText('Saved in the record.').waitFor();
  };
  await talk('Ann Sample');
  record.behaviour.patient = 'p-2';
  await page.goto(hub.address + launch);
  await talk('Bo Example');
  const responses = record.fhir.log.filter(({ resource }) => resource.resourceType === 'QuestionnaireResponse');
  expect(responses.map(({ resource }) => resource['subject'])).toEqual([
    { reference: 'Patient/p-1' },
    { reference: 'Patient/p-2' },
  ]);
});
