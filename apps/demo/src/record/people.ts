import type { ContextFacts } from '@everycontact/core';

/** Somebody in the record. What the record knows goes to the prompt as `context`; what it does not know is left out. */
export interface Person {
  readonly id: string;
  readonly time: string;
  readonly name: string;
  readonly age: number;
  readonly number: string;
  /** As much of the postcode as a service needs. */
  readonly postcode: string;
  readonly reason: string;
  readonly alert: string;
  readonly problems: readonly string[];
  readonly medicines: readonly string[];
  readonly measurements: readonly (readonly [name: string, value: string])[];
  readonly entries: readonly (readonly [when: string, text: string])[];
  readonly context: ContextFacts;
}

const grandmother: ContextFacts = {
  'context.ageBand': '65-120',
  'context.gender': 'woman',
};
const expecting: ContextFacts = { 'context.ageBand': '25-44', 'context.pregnant': true };
const pupil: ContextFacts = { 'context.ageBand': '0-17', 'context.under18': true };

export const english: readonly Person[] = [
  {
    id: 'wm-204118',
    time: '09:10',
    name: 'Margaret Hartley',
    age: 67,
    number: 'WM 204 118',
    postcode: 'ZX1',
    reason: 'Diabetes review',
    alert: 'Allergy: penicillin (rash)',
    problems: ['Type 2 diabetes, since 2014', 'High blood pressure', 'Osteoarthritis, left knee'],
    medicines: ['Insulin glargine, once a day', 'Ramipril 5 mg', 'Metformin 1 g, twice a day'],
    measurements: [
      ['Blood pressure', '134/78 mmHg'],
      ['HbA1c', '56 mmol/mol'],
      ['Pulse', '72, regular'],
    ],
    entries: [
      ['3 weeks ago', 'Foot check: pulses present, feeling normal. Next in a year.'],
      ['2 months ago', 'Insulin raised by two units. Shown how to keep the diary.'],
      ['5 months ago', 'Knee pain on stairs. Exercises from the physiotherapist.'],
    ],
    context: grandmother,
  },
  {
    id: 'wm-318840',
    time: '09:30',
    name: 'Abena Osei',
    age: 31,
    number: 'WM 318 840',
    postcode: 'ZX3',
    reason: 'Antenatal, 22 weeks',
    alert: 'No known allergies',
    problems: ['Pregnant, 22 weeks', 'Hay fever'],
    medicines: ['Vitamin D', 'Folic acid, until week 12'],
    measurements: [
      ['Blood pressure', '112/68 mmHg'],
      ['Haemoglobin', '118 g/L'],
      ['Fetal heart rate', '146 a minute'],
    ],
    entries: [
      ['4 weeks ago', 'Scan at 18 weeks: all well. Due date unchanged.'],
      ['8 weeks ago', 'Blood tests taken. Advice on food and vitamins given.'],
    ],
    context: expecting,
  },
  {
    id: 'wm-377205',
    time: '09:50',
    name: 'Jamie Rowan',
    age: 16,
    number: 'WM 377 205',
    postcode: 'ZX2',
    reason: 'Sports injury, wrist',
    alert: 'No known allergies',
    problems: ['Sprained wrist, right', 'Asthma'],
    medicines: ['Salbutamol inhaler, when needed'],
    measurements: [
      ['Peak flow', '430 L a minute'],
      ['Pulse', '66, regular'],
    ],
    entries: [
      ['Last week', 'Fell at handball. X-ray: no fracture. Splint for two weeks.'],
      ['6 months ago', 'Asthma check: uses the inhaler before sport.'],
    ],
    context: pupil,
  },
];

export const danish: readonly Person[] = [
  {
    id: 'kk-204118',
    time: '09.10',
    name: 'Inge Mortensen',
    age: 67,
    number: 'KK 204 118',
    postcode: '9999',
    reason: 'Diabeteskontrol',
    alert: 'Allergi: penicillin (udslæt)',
    problems: ['Type 2-diabetes, siden 2014', 'Forhøjet blodtryk', 'Slidgigt i venstre knæ'],
    medicines: ['Insulin glargin, én gang dagligt', 'Ramipril 5 mg', 'Metformin 1 g, to gange dagligt'],
    measurements: [
      ['Blodtryk', '134/78 mmHg'],
      ['HbA1c', '56 mmol/mol'],
      ['Puls', '72, regelmæssig'],
    ],
    entries: [
      ['For 3 uger siden', 'Fodtjek: puls til stede, normal følesans. Næste om et år.'],
      ['For 2 måneder siden', 'Insulin sat op med to enheder. Vist, hvordan dagbogen føres.'],
      ['For 5 måneder siden', 'Smerter i knæet på trapper. Øvelser hos fysioterapeuten.'],
    ],
    context: grandmother,
  },
  {
    id: 'kk-318840',
    time: '09.30',
    name: 'Amina Hassan',
    age: 31,
    number: 'KK 318 840',
    postcode: '9999',
    reason: 'Svangreundersøgelse, uge 22',
    alert: 'Ingen kendte allergier',
    problems: ['Gravid, uge 22', 'Høfeber'],
    medicines: ['D-vitamin', 'Folsyre, til uge 12'],
    measurements: [
      ['Blodtryk', '112/68 mmHg'],
      ['Hæmoglobin', '7,3 mmol/L'],
      ['Fosterets puls', '146 i minuttet'],
    ],
    entries: [
      ['For 4 uger siden', 'Scanning i uge 18: alt vel. Termin uændret.'],
      ['For 8 uger siden', 'Blodprøver taget. Vejledt om kost og vitaminer.'],
    ],
    context: expecting,
  },
  {
    id: 'kk-377205',
    time: '09.50',
    name: 'Oliver Krogh',
    age: 16,
    number: 'KK 377 205',
    postcode: '9999',
    reason: 'Sportsskade, håndled',
    alert: 'Ingen kendte allergier',
    problems: ['Forstuvet håndled, højre', 'Astma'],
    medicines: ['Salbutamol til inhalation, ved behov'],
    measurements: [
      ['Peakflow', '430 L i minuttet'],
      ['Puls', '66, regelmæssig'],
    ],
    entries: [
      ['Sidste uge', 'Faldt til håndbold. Røntgen: intet brud. Skinne i to uger.'],
      ['For 6 måneder siden', 'Astmakontrol: bruger inhalator før sport.'],
    ],
    context: pupil,
  },
];
