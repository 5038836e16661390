import '@everycontact/web-component/define';
import type { ContactRecord } from '@everycontact/core';
import { findPlace, readPlaces } from '@everycontact/directory/place';
import { servicesAt } from '@everycontact/directory/services-file';
import klintkoebing from '../../places/klintkoebing.json' with { type: 'json' };
import wexmarsh from '../../places/wexmarsh.json' with { type: 'json' };
import { drawContact } from './contact.js';
import { element, part, promptOnPage } from './element.js';
import { danish as danishPeople, english as englishPeople, type Person } from './people.js';
import { danish as danishWords, english as englishWords } from './words.js';

// A record system without a framework: it hands over what it knows as properties, and listens.

const inDanish = document.documentElement.lang.startsWith('da');
const people = inDanish ? danishPeople : englishPeople;
const words = inDanish ? danishWords : englishWords;

const places = readPlaces(inDanish ? klintkoebing : wexmarsh);

const prompt = promptOnPage();
const contact = part('contact');
const status = part('status');
const received = new Map<string, ContactRecord>();
let [open] = people;

prompt.addEventListener('advice-outcome', ({ detail: { record } }) => {
  if (!open) return;
  received.set(open.id, record);
  status.textContent = words.received(open.name);
  showContact(open);
});
prompt.addEventListener('advice-error', ({ detail: { code } }) => {
  status.textContent = words.error(code);
});
// A registered worker may go further than very brief advice: the brief talk on wellbeing asks about mood where the pack can.
part('topic').addEventListener('change', ({ currentTarget }) => {
  [prompt.behaviour, prompt.method] = (currentTarget as HTMLSelectElement).value.split(' ');
});
// The whole town's services in one file that is searched on the page; nobody is told what was asked.
prompt.directoryPort = servicesAt(inDanish ? '/denmark.services' : '/england.services', (file, init) =>
  fetch(file, init),
);
prompt.pack = inDanish
  ? (await import('../../klintkoebing.mjs')).klintkoebing
  : (await import('@everycontact/content/england')).england;

part('list').replaceChildren(
  ...people.map((person) => {
    const button = element('button', { type: 'button', 'data-person': person.id }, [
      element('span', { class: 'time' }, [person.time]),
      element('span', { class: 'who' }, [person.name]),
      element('span', { class: 'why' }, [person.reason]),
    ]);
    button.addEventListener('click', () => show(person));
    return element('li', {}, [button]);
  }),
);
if (open) show(open);

function show(person: Person): void {
  open = person;
  for (const button of document.querySelectorAll('[data-person]')) {
    const current = button.getAttribute('data-person') === person.id;
    button.setAttribute('aria-current', String(current));
  }
  part('name').textContent = person.name;
  part('age').textContent = words.years(person.age);
  part('number').textContent = person.number;
  part('postcode').textContent = person.postcode;
  part('alert').textContent = person.alert;
  part('problems').replaceChildren(...person.problems.map((one) => element('li', {}, [one])));
  part('medicines').replaceChildren(...person.medicines.map((one) => element('li', {}, [one])));
  part('measurements').replaceChildren(
    ...person.measurements.map(([name, value]) =>
      element('div', {}, [element('dt', {}, [name]), element('dd', {}, [value])]),
    ),
  );
  part('entries').replaceChildren(
    ...person.entries.map(([when, text]) =>
      element('li', {}, [element('span', {}, [when]), element('span', {}, [text])]),
    ),
  );
  status.textContent = '';
  // Another person: the prompt forgets everything about the one before.
  prompt.context = person.context;
  prompt.occasion = { near: findPlace(places, person.postcode) };
  prompt.subjectKey = person.id;
  showContact(person);
}

function showContact({ id }: Person): void {
  const record = received.get(id);
  contact.toggleAttribute('data-empty', !record);
  if (record) drawContact(contact, record, words);
}
