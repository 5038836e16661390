import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';
import { toQuestionnaire } from '@everycontact/fhir';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunch } from '../../../.config/browsers.mjs';
import { validators } from '../../../packages/fhir/test/validators.js';
import { fillInPage } from './lhc-forms/fill.js';
import { lhcForms } from './lhc-forms/package.js';
import { closes, waysThrough } from './lhc-forms/ways.js';

const folder = lhcForms();
if (folder === undefined && process.env.CI === 'true')
  throw new Error('Expected the package lforms, found no network.');
if (folder === undefined) console.warn('LHC-Forms was not run: there is no network to take it from.');

const forms = [denmark, england, sweden].flatMap((pack) =>
  Object.keys(pack.scripts).flatMap((script) =>
    pack.locales.map((locale) => ({ name: `${pack.id} ${script} in ${locale}`, pack, script, locale })),
  ),
);
const demo = { canonical: 'https://everycontact.example/fhir', demo: true };
const page = [
  '<!doctype html><meta charset="utf-8"><title>LHC-Forms</title><div id="form"></div>',
  '<script src="/webcomponent/assets/lib/zone.min.js"></script>',
  '<script src="/webcomponent/lhc-forms.js"></script>',
  '<script src="/fhir/R4/lformsFHIR.min.js"></script>',
].join('');

describe.runIf(folder !== undefined)('LHC-Forms fills every form to each of its endings', () => {
  let server: Server;
  let browser: Browser;
  let shown: Page;

  beforeAll(async () => {
    server = createServer(({ url = '/' }, answer) => {
      const file = join(folder ?? '', url);
      if (url === '/') answer.setHeader('content-type', 'text/html').end(page);
      else if (existsSync(file)) createReadStream(file).pipe(answer.setHeader('content-type', 'text/javascript'));
      else answer.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    browser = await chromium.launch(chromiumLaunch());
    shown = await browser.newPage();
    await shown.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await shown.waitForFunction('window.LForms?.Util?.addFormToPage');
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it.each(forms)('$name', async ({ pack, script, locale }) => {
    const { questionnaire: form } = toQuestionnaire(pack, script, locale, demo);
    const endings = closes(pack, script);
    const ways = waysThrough(pack, script, form);
    expect(ways.map(({ ending }) => ending).sort()).toEqual([...endings].sort());
    const filled = await shown.evaluate(fillInPage, { form, ways, endings });
    expect(filled.map(({ seen, missing }) => ({ seen, missing }))).toEqual(
      ways.map(({ ending }) => ({ seen: [ending], missing: undefined })),
    );
    for (const { response } of filled) {
      expect(response.questionnaire).toBe(`${form.url}|${form.version}`);
      expect(Object.values(validators).flatMap((validate) => validate(response))).toEqual([]);
    }
  });
});
