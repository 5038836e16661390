import type { Outcome } from '@everycontact/core';
import type { Organisation } from '@everycontact/core/take-away';

/** The host's own words, in its two languages; the prompt brings its own. */
export interface Words {
  /** Who hands out what is taken home; invented. */
  readonly organisation: Organisation;
  readonly years: (age: number) => string;
  readonly outcome: string;
  readonly content: string;
  readonly script: string;
  readonly permission: string;
  readonly reached: string;
  readonly asked: string;
  readonly advised: string;
  readonly offered: string;
  readonly nothing: string;
  readonly answers: string;
  readonly services: string;
  readonly notices: string;
  readonly setAside: string;
  readonly received: (name: string) => string;
  readonly error: (code: string) => string;
  readonly how: Readonly<Record<'told' | 'sent' | 'referred', string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly openPrompt: string;
  readonly putAside: string;
  readonly why: string;
  readonly noCard: string;
  /** Why a rule keeps prompts away. */
  readonly rule: (rule: string, until: string | undefined) => string;
  readonly today: (time: string) => string;
  /** What the prompt is told, by the name of the fact; what is not named here is not listed. */
  readonly facts: Readonly<Record<string, string>>;
  readonly value: (value: string | number | boolean) => string;
  readonly notKnown: Readonly<Record<'unknown' | 'none' | 'unreadable', string>>;
  readonly saving: Readonly<Record<'saving' | 'saved' | 'not-saved', (count: number) => string>>;
  readonly tryAgain: string;
  readonly existed: string;
  readonly resources: Readonly<Record<string, string>>;
}

type Values = Readonly<Record<string, string>>;
const inEnglish: Values = {
  true: 'yes',
  false: 'no',
  yes: 'smokes',
  'used-to': 'used to smoke',
  never: 'never smoked',
};
const inDanish: Values = {
  true: 'ja',
  false: 'nej',
  yes: 'ryger',
  'used-to': 'røg tidligere',
  never: 'har aldrig røget',
};

export const english: Words = {
  organisation: {
    name: 'Harbour Street Surgery (invented)',
    address: '1 Harbour Street, Wexmarsh',
    phone: '01632 960 100',
  },
  years: (age) => `${age} years`,
  outcome: 'Outcome',
  content: 'Content',
  script: 'Conversation',
  permission: 'Permission',
  reached: 'Reached',
  asked: 'asked',
  advised: 'advised',
  offered: 'offered help',
  nothing: 'nothing',
  answers: 'Answers',
  services: 'Services',
  notices: 'Notices',
  setAside: 'taken back',
  received: (name) => `Contact record received for ${name}.`,
  error: (code) => `The advice prompt reports a problem (${code}). The record itself is not affected.`,
  how: { told: 'details given', sent: 'details sent', referred: 'referred' },
  outcomes: {
    'not-asked': 'Not asked',
    'not-appropriate': 'Did not fit',
    'not-now': 'Not now',
    declined: 'Declined',
    'already-supported': 'Already has support',
    'not-relevant': 'Not relevant',
    advised: 'Advice given or help offered',
    told: 'Told about a service',
    sent: 'Details sent',
    referred: 'Referred',
    'urgent-help-shown': 'Urgent help',
    stopped: 'Stopped',
  },
  openPrompt: 'Open the conversation',
  putAside: 'Not now',
  why: 'Why?',
  noCard: 'Nothing to raise now.',
  rule: (rule, until) =>
    ({
      'adults-only': 'The topic is for adults, and the record does not say that this person is one.',
      'done-or-declined': `It was raised, or answered, not long ago. Next time: ${until ?? ''}.`,
      'not-now': `It was put off. Next time: ${until ?? ''}.`,
      'one-per-contact': 'One prompt in a visit is enough.',
      'two-per-four-weeks': 'Two prompts in four weeks are enough.',
    })[rule] ?? `The rule "${rule}" keeps it away.`,
  today: (time) => time,
  facts: {
    'context.age': 'Age',
    'context.pregnant': 'Pregnant',
    'context.smokingStatus': 'Smoking',
    'context.language': 'Language',
    near: 'Postal district',
  },
  value: (value) => inEnglish[String(value)] ?? String(value),
  notKnown: {
    unknown: 'not known',
    none: 'nothing recorded',
    unreadable: 'recorded, but it cannot be read',
  },
  saving: {
    saving: () => 'Saving…',
    saved: (count) => `Saved in the record: ${count} ${count === 1 ? 'resource' : 'resources'}.`,
    'not-saved': () => 'Not saved: the record did not answer. Nothing is lost; the conversation is kept on this page.',
  },
  tryAgain: 'Try again',
  existed: 'Was there already.',
  resources: {
    QuestionnaireResponse: 'Answers.',
    Observation: 'Finding.',
    Procedure: 'What was done.',
    ServiceRequest: 'Referral.',
    HealthcareService: 'Service.',
    Communication: 'Handed over.',
    Provenance: 'By whom.',
  },
};

export const danish: Words = {
  organisation: { name: 'Klintkøbing Sundhedshus (opdigtet)', address: 'Havnegade 1, Klintkøbing' },
  years: (age) => `${age} år`,
  outcome: 'Udfald',
  content: 'Indhold',
  script: 'Samtale',
  permission: 'Tilladelse',
  reached: 'Nåede til',
  asked: 'spurgt',
  advised: 'rådgivet',
  offered: 'tilbudt hjælp',
  nothing: 'intet',
  answers: 'Svar',
  services: 'Tilbud',
  notices: 'Noter',
  setAside: 'taget tilbage',
  received: (name) => `Samtalen er modtaget i journalen for ${name}.`,
  error: (code) => `Samtaleværktøjet melder om en fejl (${code}). Journalen er ikke berørt.`,
  how: { told: 'oplysninger givet', sent: 'oplysninger sendt', referred: 'henvist' },
  outcomes: {
    'not-asked': 'Ikke spurgt',
    'not-appropriate': 'Passede ikke i situationen',
    'not-now': 'Ikke nu',
    declined: 'Sagde nej tak',
    'already-supported': 'Får allerede hjælp',
    'not-relevant': 'Ikke relevant',
    advised: 'Fik rådgivning',
    told: 'Fik oplysninger om et tilbud',
    sent: 'Fik tilsendt oplysninger om et tilbud',
    referred: 'Henvist',
    'urgent-help-shown': 'Akut hjælp',
    stopped: 'Sluttede her',
  },
  openPrompt: 'Åbn samtalen',
  putAside: 'Ikke nu',
  why: 'Hvorfor?',
  noCard: 'Intet at tage op nu.',
  rule: (rule, until) =>
    ({
      'adults-only': 'Emnet er for voksne, og journalen siger ikke, at personen er det.',
      'done-or-declined': `Det er taget op, eller der er svaret, for nylig. Næste gang: ${until ?? ''}.`,
      'not-now': `Det blev udskudt. Næste gang: ${until ?? ''}.`,
      'one-per-contact': 'Én påmindelse pr. besøg er nok.',
      'two-per-four-weeks': 'To påmindelser på fire uger er nok.',
    })[rule] ?? `Reglen ”${rule}” holder den tilbage.`,
  today: (time) => time.replace(':', '.'),
  facts: {
    'context.age': 'Alder',
    'context.pregnant': 'Gravid',
    'context.smokingStatus': 'Rygning',
    'context.language': 'Sprog',
    near: 'Postnummer',
  },
  value: (value) => inDanish[String(value)] ?? String(value),
  notKnown: {
    unknown: 'ved vi ikke',
    none: 'intet skrevet',
    unreadable: 'skrevet, men kan ikke læses',
  },
  saving: {
    saving: () => 'Gemmer …',
    saved: (count) => `Gemt i journalen: ${count} ${count === 1 ? 'ressource' : 'ressourcer'}.`,
    'not-saved': () => 'Ikke gemt: Journalen svarede ikke. Intet er tabt; samtalen er bevaret på siden.',
  },
  tryAgain: 'Prøv igen',
  existed: 'Fandtes i forvejen.',
  resources: {
    QuestionnaireResponse: 'Svar.',
    Observation: 'Fund.',
    Procedure: 'Det, der blev gjort.',
    ServiceRequest: 'Henvisning.',
    HealthcareService: 'Tilbud.',
    Communication: 'Udleveret.',
    Provenance: 'Af hvem.',
  },
};
