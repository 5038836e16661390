import '@everycontact/web-component/define';
import { policy as shipped } from '@everycontact/content/policies/default';
import { dayInWords, randomId, type ContactRecord } from '@everycontact/core';
import { decide, type HistoryEntry, type Policy } from '@everycontact/core/prompting';
import { findPlace, readPlaces } from '@everycontact/directory/place';
import { servicesAt } from '@everycontact/directory/services-file';
import { contextFromFhir, type FhirContext } from '@everycontact/fhir/record';
import { cardFor } from '@everycontact/fhir/cds-hooks';
import type * as r4 from 'fhir/r4.js';
import peopleOfKlintkoebing from '../../people/klintkoebing.json' with { type: 'json' };
import peopleOfWexmarsh from '../../people/wexmarsh.json' with { type: 'json' };
import klintkoebing from '../../places/klintkoebing.json' with { type: 'json' };
import wexmarsh from '../../places/wexmarsh.json' with { type: 'json' };
import { drawCard, drawNoCard } from './card.js';
import { drawChart } from './chart.js';
import { drawContact } from './contact.js';
import { element, part, promptOnPage } from './element.js';
import { drawKnown } from './known.js';
import { chartOf, nameOf, resourcesOf, timeOf, visitorsOf, type Visitor } from './people.js';
import { asOfToday, recordSystem } from './record-system.js';
import { drawSaving, save, type Saving } from './saving.js';
import { danish as danishWords, english as englishWords } from './words.js';

// A record system without a framework. It reads a person out of its own FHIR endpoint, shows one card, opens the prompt from it, and
// writes what the contact came to back into the record.

const inDanish = document.documentElement.lang.startsWith('da');
const locale = document.documentElement.lang;
const words = inDanish ? danishWords : englishWords;
const places = readPlaces(inDanish ? klintkoebing : wexmarsh);
const base = inDanish ? 'https://klintkoebing.example/fhir' : 'https://wexmarsh.example/fhir';
const people = (inDanish ? peopleOfKlintkoebing : peopleOfWexmarsh) as r4.Bundle;
const system = recordSystem(base, asOfToday(people, new Date()));
/** As an organisation may decide it: this practice prompts for smoking; whatever else somebody brings up is talked about all the same. */
const policy: Policy = {
  ...shipped,
  preview: true,
  off: ['alcohol', 'diet', 'mental-wellbeing', 'physical-activity', 'weight'],
};

const prompt = promptOnPage();
const status = part('status');
const topic = part('topic') as HTMLSelectElement;
/** By the encounter that they belong to. */
const received = new Map<string, { readonly record: ContactRecord; saving: Saving }>();
/** What became of the prompt of today: the host knows it even where nothing of it stands in the record. */
const became = new Map<string, HistoryEntry>();
const pack = inDanish
  ? (await import('../../klintkoebing.mjs')).klintkoebing
  : (await import('@everycontact/content/england')).england;
const visitors = await visitorsOf(system);
let [open] = visitors;

prompt.addEventListener('advice-outcome', ({ detail: { record } }) => {
  // The contact has the id of the encounter: it goes into the record of the person it was with, whoever is open by now.
  const visitor = visitors.find(({ encounter }) => encounter.id === record.contactId);
  if (!visitor) return;
  status.textContent = words.received(nameOf(visitor));
  void keep(visitor, record, false);
});
prompt.addEventListener('advice-error', ({ detail: { code } }) => {
  status.textContent = words.error(code);
});
// A registered worker may go further than very brief advice: the brief talk on wellbeing asks about mood where the pack can.
topic.addEventListener('change', () => talkAbout(topic.value.split(' ')));
// What was chosen while this page still read its people, or kept by the browser from before, counts too.
talkAbout(topic.value.split(' '));
part('saving-fails').addEventListener('change', ({ currentTarget }) => {
  system.takes = !(currentTarget as HTMLInputElement).checked;
});
// The whole town's services in one file that is searched on the page; nobody is told what was asked.
prompt.directoryPort = servicesAt(inDanish ? '/denmark.services' : '/england.services', (file, init) =>
  fetch(file, init),
);
prompt.pack = pack;
prompt.organisation = words.organisation;

part('list').replaceChildren(
  ...visitors.map((visitor) => {
    const button = element('button', { type: 'button', 'data-person': visitor.patient.id }, [
      element('span', { class: 'time' }, [words.today(timeOf(visitor))]),
      element('span', { class: 'who' }, [nameOf(visitor)]),
      element('span', { class: 'why' }, [visitor.encounter.reasonCode?.[0]?.text ?? '']),
    ]);
    button.addEventListener('click', () => void show(visitor));
    return element('li', {}, [button]);
  }),
);
if (open) await show(open);

async function show(visitor: Visitor): Promise<void> {
  open = visitor;
  const { patient, encounter } = visitor;
  for (const button of document.querySelectorAll('[data-person]')) {
    const current = button.getAttribute('data-person') === patient.id;
    button.setAttribute('aria-current', String(current));
  }
  // Another person: the prompt forgets everything about the one before, and cannot be opened before this one is known.
  prompt.hide();
  prompt.hidden = true;
  Object.assign(prompt, { subjectKey: patient.id, contactId: encounter.id, context: {}, occasion: undefined });
  status.textContent = '';
  part('card').replaceChildren();
  showContact(visitor);

  const chart = await chartOf(system, visitor);
  const known = await knownOf(visitor);
  if (open !== visitor) return;
  const area = known.near && 'area' in known.near ? (known.near.area ?? '') : '';
  prompt.context = known.facts;
  prompt.occasion = { near: findPlace(places, area) ?? known.near };
  prompt.hidden = false;
  drawChart(visitor, chart, area, Number(known.facts['context.age']), locale, words);
  advise(visitor, known);
}

async function knownOf(visitor: Visitor): Promise<FhirContext> {
  const resources = await resourcesOf(system, visitor);
  return contextFromFhir(resources, { pack, now: new Date().toISOString(), canonical: base });
}

/** What is known, and the one card, or why there is none. */
function advise(visitor: Visitor, known: FhirContext): void {
  const { patient, encounter } = visitor;
  const { forPolicy, history } = known;
  const now = new Date().toISOString();
  drawKnown(part('known'), known, words);
  const own = became.get(encounter.id);
  const past = { ...history, entries: [...history.entries, ...(own ? [own] : [])] };
  const decisions = decide(pack, policy, past, forPolicy, now);
  const card = cardFor(decisions, {
    ...{ pack, locale, preview: true, canonical: base, launch: base },
    hookInstance: randomId(),
    context: { patientId: patient.id, encounterId: encounter.id },
    source: { label: part('system').textContent ?? '' },
  });
  if (!card) {
    const smoking = decisions.find(({ script }) => script === 'smoking.vba')?.because ?? [];
    const reasons = smoking.filter(({ allows }) => allows === false);
    drawNoCard(
      part('card'),
      reasons.map(({ rule, until }) => words.rule(rule, until && dayInWords(locale, until))),
      words,
    );
    return;
  }
  drawCard(part('card'), card, {
    words,
    open: (script) => {
      talkAbout(script.split('.'));
      prompt.show();
      void prompt.updateComplete.then(() => prompt.focus());
    },
    putAside: () => {
      became.set(encounter.id, { at: now, contactId: encounter.id, script: 'smoking.vba', happened: 'not-now' });
      advise(visitor, known);
    },
  });
}

function talkAbout([behaviour, method]: readonly string[]): void {
  Object.assign(prompt, { behaviour, method });
  topic.value = `${behaviour ?? ''} ${method ?? ''}`;
}

async function keep(visitor: Visitor, record: ContactRecord, retry: boolean): Promise<void> {
  const kept = { record, saving: { state: 'saving', written: [] } as Saving };
  received.set(visitor.encounter.id, kept);
  const { contactId, script, startedAt, endedAt = startedAt, outcome = 'stopped' } = record;
  became.set(contactId, { at: endedAt, contactId, script, happened: outcome });
  if (open === visitor) showContact(visitor);
  const author = part('user').textContent ?? '';
  kept.saving = await save(record, visitor, { pack, system, author, who: { mayRefer: true, registered: true } }, retry);
  if (open === visitor) showContact(visitor);
  // What was said and what was written is known from now on, and the next card knows of it.
  const known = await knownOf(visitor);
  if (open === visitor) advise(visitor, known);
}

function showContact(visitor: Visitor): void {
  const kept = received.get(visitor.encounter.id);
  part('contact').toggleAttribute('data-empty', !kept);
  if (!kept) return;
  drawContact(part('contact'), kept.record, words);
  drawSaving(part('saving'), kept.saving, words, () => void keep(visitor, kept.record, true));
}
