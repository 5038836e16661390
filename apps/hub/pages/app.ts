import { dayInWords, directionOf, EveryContactError, isDay, type Pack } from '@everycontact/core';
import { contextFromFhir } from '@everycontact/fhir/record';
import type { AdvicePrompt } from '@everycontact/web-component';
import { setHostContext } from '@everycontact/web-component/host';
import type { PageSettings } from '../src/pages/page-settings.js';
import { granted } from '../src/smart/asked.js';
import { hostContextOf, scriptIn } from '../src/smart/host-context.js';
import { lookOf } from '../src/smart/host-style.js';
import { completeLaunch, type Launched } from '../src/smart/launch.js';
import { personLine } from '../src/smart/person-line.js';
import { recordOf, type PatientRecord } from '../src/smart/record.js';
import { originsOf } from '../src/smart/smart-options.js';
import { keyOf, wordsIn } from '../src/smart/words.js';
import { block, neverFromStore, part } from './page-parts.js';
import { promptOfPage } from './prompt-page.js';
import { saveOutcomes } from './save-outcomes.js';

// Where the record sends the worker back to. What stands in the address is used once and taken out of it; the token is kept in
// memory; whoever is there comes from the token response, never from the address.

const settings = block('settings') as PageSettings;
const { issuers, address, locale } = settings;
const say = wordsIn(locale);
Object.assign(document.documentElement, { lang: locale, dir: directionOf(locale) });
neverFromStore();

try {
  await open();
} catch (error) {
  console.error(String(error));
  part('#state').textContent = say(keyOf(error instanceof EveryContactError ? error.code : ''));
}

async function open(): Promise<void> {
  part('#state').textContent = say('opening');
  const params = new URLSearchParams(location.search);
  history.replaceState(null, '', location.pathname);
  const page = { issuers, redirect: `${address}/app`, storage: sessionStorage, fetch, now: Date.now };
  const launched = await completeLaunch(page, params);
  const record = recordOf(launched, fetch, wait);
  const [{ prompt, pack }, { resources, missing }] = await Promise.all([
    promptOfPage(settings),
    readFrom(record, launched),
    takeOverLook(launched),
  ]);
  const read = contextFromFhir(resources, { pack, now: new Date().toISOString(), canonical: settings.canonical });
  if (launched.needsBanner) showWho(launched, resources[0]);
  if (read.told.some(({ fact }) => fact === 'context.deceased')) {
    part('#state').textContent = say('deceased');
    return;
  }
  part('#state').textContent = launched.patient === undefined ? say('who-unknown') : '';
  showMissing(missing);
  setHostContext(prompt, hostContextOf(launched, read, settings, pack));
  saveOutcomes(prompt, { launched, record, settings, pack, say });
  start(prompt, pack, launched);
}

function start(prompt: AdvicePrompt, pack: Pack, { appContext }: Launched): void {
  const script = pack.scripts[scriptIn(appContext, pack.scripts) ?? ''];
  Object.assign(prompt, {
    ...(script && { behaviour: script.behaviour, method: script.method }),
    disabled: false,
    open: true,
  });
}

/** Each search that was granted; what fails is gone without, and said. */
async function readFrom(record: PatientRecord, { issuer, scope, patient }: Launched) {
  if (patient === undefined) return { resources: [], missing: [] };
  const { reads, missing } = granted(issuer, scope);
  const answers = await Promise.all(reads.map(({ path }) => record.read(path.replaceAll('{patient}', patient))));
  const failed = reads.filter((_, at) => !answers[at]?.ok).map(({ name }) => name);
  const person = reads[0]?.name === 'person' ? [] : [null];
  return {
    resources: [...person, ...answers.map((answer) => (answer.ok ? answer.json : null))],
    missing: [...missing, ...failed],
  };
}

function showWho({ patient }: Launched, resource: unknown): void {
  const line = personLine(resource);
  const who = part('#who');
  who.hidden = patient === undefined;
  const name = document.createElement('strong');
  name.textContent = line?.name ?? say('who-unread');
  const born = document.createElement('span');
  born.textContent = line?.birthDate === undefined ? '' : say('born').replace('{date}', dayIn(line.birthDate));
  who.replaceChildren(name, born);
}

/** A year alone, or a month of it, stays as the record has it. */
function dayIn(date: string): string {
  return isDay(date) ? dayInWords(locale, date) : date;
}

function showMissing(names: readonly string[]): void {
  const words = names.map((name) => say(`missing.${name}` as Parameters<typeof say>[0]));
  part('#missing').textContent = words.length ? `${say('missing')} ${words.join(', ')}.` : '';
}

/** The record's own look, where it stands at an address of the record; without it everything works. */
async function takeOverLook({ issuer, styleUrl }: Launched): Promise<void> {
  if (styleUrl === undefined || !URL.canParse(styleUrl)) return;
  if (!originsOf(issuer).includes(new URL(styleUrl).origin)) return;
  try {
    const response = await fetch(styleUrl, {
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(3000),
    });
    const look = lookOf(await response.json());
    for (const [name, value] of Object.entries(look)) document.documentElement.style.setProperty(name, value);
  } catch (error) {
    console.warn(`smart_style_url: ${String(error)}`);
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
