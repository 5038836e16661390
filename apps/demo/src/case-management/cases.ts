import type { ContextFacts } from '@everycontact/core';

/** Somebody with an open case. What the system knows goes to the prompt as `context`; what it does not know is left out. */
export interface Case {
  readonly id: string;
  readonly name: string;
  readonly age: number;
  readonly about: string;
  readonly state: string;
  readonly address: string;
  readonly phone: string;
  readonly worker: string;
  readonly next: string;
  readonly context: ContextFacts;
  readonly notes: readonly Note[];
}

export interface Note {
  readonly when: string;
  readonly by: string;
  readonly text: string;
}

export const english: readonly Case[] = [
  {
    id: 'c-1042',
    name: 'Tomasz Wilk',
    age: 34,
    about: 'Rent arrears',
    state: 'Active',
    address: '14 Ropewalk Court, Wexmarsh',
    phone: '01632 960214',
    worker: 'Hana Brookes',
    next: 'Visit on Thursday, 10:00',
    context: { 'context.ageBand': '25-44' },
    notes: [
      { when: 'Monday', by: 'Hana Brookes', text: 'Payment plan agreed. First instalment at the end of the month.' },
      { when: 'Last week', by: 'Duty desk', text: 'Called to say his shifts have changed. Evenings suit him best.' },
    ],
  },
  {
    id: 'c-1057',
    name: 'Denise Appleyard',
    age: 58,
    about: 'Carer’s assessment',
    state: 'Waiting for papers',
    address: '3 Saltgate, Wexmarsh',
    phone: '01632 960380',
    worker: 'Hana Brookes',
    next: 'Call back on Friday',
    context: { 'context.ageBand': '45-64', 'context.gender': 'woman' },
    notes: [
      {
        when: 'Yesterday',
        by: 'Hana Brookes',
        text: 'Sent the form by post. Cares for her brother, five days a week.',
      },
    ],
  },
  {
    id: 'c-1063',
    name: 'Leila Farouk',
    age: 27,
    about: 'New tenancy',
    state: 'Active',
    address: '22b Quayside, Wexmarsh',
    phone: '01632 960455',
    worker: 'Ivo Marsden',
    next: 'Keys on 1 December',
    context: { 'context.ageBand': '25-44', 'context.pregnant': true },
    notes: [{ when: 'Tuesday', by: 'Ivo Marsden', text: 'Baby due in March. Asked for a ground-floor flat.' }],
  },
  {
    id: 'c-0988',
    name: 'Gordon Pratt',
    age: 71,
    about: 'Grab rails and ramp',
    state: 'Ordered',
    address: '7 Chandlers Row, Wexmarsh',
    phone: '01632 960119',
    worker: 'Ivo Marsden',
    next: 'Fitter comes on Wednesday',
    context: { 'context.ageBand': '65-120', 'context.gender': 'man' },
    notes: [{ when: 'Last week', by: 'Ivo Marsden', text: 'Measured the front steps. Neighbour has a key.' }],
  },
];

export const danish: readonly Case[] = [
  {
    id: 's-1042',
    name: 'Jakob Lindgaard',
    age: 34,
    about: 'Huslejerestance',
    state: 'I gang',
    address: 'Rebslagergade 14, Klintkøbing',
    phone: '00 00 02 14',
    worker: 'Hanne Bruun',
    next: 'Besøg torsdag kl. 10.00',
    context: { 'context.ageBand': '25-44' },
    notes: [
      { when: 'Mandag', by: 'Hanne Bruun', text: 'Afdragsordning aftalt. Første rate sidst på måneden.' },
      { when: 'Sidste uge', by: 'Vagten', text: 'Ringede og sagde, at vagterne er ændret. Aften passer bedst.' },
    ],
  },
  {
    id: 's-1057',
    name: 'Birgit Overgaard',
    age: 58,
    about: 'Støtte til pårørende',
    state: 'Venter på papirer',
    address: 'Saltgade 3, Klintkøbing',
    phone: '00 00 03 80',
    worker: 'Hanne Bruun',
    next: 'Ring tilbage fredag',
    context: { 'context.ageBand': '45-64', 'context.gender': 'woman' },
    notes: [
      { when: 'I går', by: 'Hanne Bruun', text: 'Skemaet er sendt med posten. Passer sin bror fem dage om ugen.' },
    ],
  },
  {
    id: 's-1063',
    name: 'Leila Farouk',
    age: 27,
    about: 'Ny lejlighed',
    state: 'I gang',
    address: 'Kajen 22, 1. th., Klintkøbing',
    phone: '00 00 04 55',
    worker: 'Ivan Madsen',
    next: 'Nøgler 1. december',
    context: { 'context.ageBand': '25-44', 'context.pregnant': true },
    notes: [{ when: 'Tirsdag', by: 'Ivan Madsen', text: 'Termin i marts. Ønsker en lejlighed i stueetagen.' }],
  },
  {
    id: 's-0988',
    name: 'Gunnar Friis',
    age: 71,
    about: 'Greb og rampe',
    state: 'Bestilt',
    address: 'Skippergade 7, Klintkøbing',
    phone: '00 00 01 19',
    worker: 'Ivan Madsen',
    next: 'Håndværkeren kommer onsdag',
    context: { 'context.ageBand': '65-120', 'context.gender': 'man' },
    notes: [{ when: 'Sidste uge', by: 'Ivan Madsen', text: 'Har målt trappen op til huset. Naboen har en nøgle.' }],
  },
];
