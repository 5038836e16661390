import type { Outcome } from '@everycontact/core';

/** The host's own words, in its two languages; the prompt brings its own. */
export interface Words {
  readonly system: string;
  readonly office: string;
  readonly worker: string;
  readonly cases: string;
  readonly years: (age: number) => string;
  readonly tabs: { readonly person: string; readonly notes: string; readonly talk: string };
  readonly facts: Readonly<Record<'address' | 'phone' | 'worker' | 'next' | 'about', string>>;
  readonly newNote: string;
  readonly save: string;
  readonly now: string;
  readonly side: string;
  readonly sideHint: string;
  readonly own: string;
  readonly ownHint: string;
  readonly start: string;
  readonly again: string;
  readonly draft: string;
  readonly ticks: string;
  readonly say: string;
  readonly forYou: string;
  readonly looking: string;
  readonly unavailable: string;
  readonly noneFits: string;
  readonly always: string;
  readonly website: string;
  readonly undo: (seconds: number) => string;
  readonly fallback: string;
  readonly emergency: string;
  readonly added: (name: string) => string;
  /** What a talk was about, by behaviour. */
  readonly talkAbout: Readonly<Record<string, string>>;
  /** What the side panel talks about: one topic, or what the two choose together. */
  readonly about: { readonly heading: string; readonly smoking: string; readonly together: string };
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

export const english: Words = {
  system: 'Harbour Desk',
  office: 'Housing and support, Wexmarsh',
  worker: 'Hana Brookes',
  cases: 'My cases',
  years: (age) => `${age} years`,
  tabs: { person: 'Person', notes: 'Notes', talk: 'Conversation' },
  facts: { address: 'Address', phone: 'Phone', worker: 'Case worker', next: 'Next', about: 'Case' },
  newNote: 'New note',
  save: 'Save note',
  now: 'Just now',
  side: 'Very brief advice',
  sideHint: 'The React component, in this side panel.',
  own: 'The same conversation in our own markup',
  ownHint: 'Drawn by this system from the headless hook. Not one element of the prompt is used.',
  start: 'Start a conversation',
  again: 'Start again',
  draft: 'Preview: these texts are drafts that nobody has approved yet. Do not use them with people.',
  ticks: 'Tick what you can see',
  say: 'Say',
  forYou: 'For you',
  looking: 'Looking for services …',
  unavailable: 'Local services cannot be shown right now.',
  noneFits: 'No service in the directory fits.',
  always: 'Can always be suggested',
  website: 'Website',
  undo: (seconds) => `Can be taken back for ${seconds} s`,
  fallback: 'The prompt could not be shown. In an emergency call',
  emergency: '999',
  added: (name) => `Added to the notes of ${name}.`,
  talkAbout: {
    smoking: 'Very brief advice on smoking',
    alcohol: 'Very brief advice on alcohol',
    diet: 'Very brief advice on food',
    'physical-activity': 'Very brief advice on physical activity',
    weight: 'Very brief advice on weight',
    'mental-wellbeing': 'Very brief advice on wellbeing',
  },
  about: { heading: 'Talk about', smoking: 'Smoking', together: 'Choose together' },
  outcomes: {
    'not-asked': 'not asked',
    'not-appropriate': 'not appropriate',
    'not-now': 'not now',
    declined: 'declined',
    'already-supported': 'already has support',
    'not-relevant': 'not relevant',
    advised: 'advice given',
    told: 'told about a service',
    sent: 'service details sent',
    referred: 'referred to a service',
    'urgent-help-shown': 'urgent help',
    stopped: 'stopped',
  },
};

export const danish: Words = {
  system: 'Havnekontoret',
  office: 'Bolig og støtte, Klintkøbing Kommune',
  worker: 'Hanne Bruun',
  cases: 'Mine sager',
  years: (age) => `${age} år`,
  tabs: { person: 'Borger', notes: 'Notater', talk: 'Samtale' },
  facts: { address: 'Adresse', phone: 'Telefon', worker: 'Sagsbehandler', next: 'Næste skridt', about: 'Sag' },
  newNote: 'Nyt notat',
  save: 'Gem notat',
  now: 'Lige nu',
  side: 'Meget kort rådgivning',
  sideHint: 'React-komponenten i dette sidepanel.',
  own: 'Den samme samtale i vores egen opsætning',
  ownHint: 'Tegnet af dette system ud fra hooket. Intet element fra værktøjet er brugt.',
  start: 'Start en samtale',
  again: 'Start igen',
  draft: 'Udkast: Ingen har godkendt teksterne endnu. Brug dem ikke i samtaler med borgere.',
  ticks: 'Sæt kryds ved det, du kan se',
  say: 'Sig',
  forYou: 'Til dig',
  looking: 'Leder efter tilbud …',
  unavailable: 'Lokale tilbud kan ikke vises lige nu.',
  noneFits: 'Ingen tilbud i oversigten passer.',
  always: 'Kan altid foreslås',
  website: 'Hjemmeside',
  undo: (seconds) => `Kan fortrydes i ${seconds} s`,
  fallback: 'Samtalen kan ikke vises. Er det akut, så ring',
  emergency: '112',
  added: (name) => `Tilføjet til notaterne for ${name}.`,
  talkAbout: {
    smoking: 'Meget kort rådgivning om rygning',
    alcohol: 'Meget kort rådgivning om alkohol',
    diet: 'Meget kort rådgivning om mad',
    'physical-activity': 'Meget kort rådgivning om fysisk aktivitet',
    weight: 'Meget kort rådgivning om vægt',
    'mental-wellbeing': 'Meget kort rådgivning om mental sundhed',
  },
  about: { heading: 'Tal om', smoking: 'Rygning', together: 'Vælg sammen' },
  outcomes: {
    'not-asked': 'ikke spurgt',
    'not-appropriate': 'passede ikke i situationen',
    'not-now': 'ikke nu',
    declined: 'sagde nej tak',
    'already-supported': 'får allerede hjælp',
    'not-relevant': 'ikke relevant',
    advised: 'fik rådgivning',
    told: 'fik oplysninger om et tilbud',
    sent: 'fik tilsendt oplysninger om et tilbud',
    referred: 'henvist til et tilbud',
    'urgent-help-shown': 'akut hjælp',
    stopped: 'stoppet',
  },
};
