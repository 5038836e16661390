import type { Outcome } from '@everycontact/core';

/** The host's own words, in its two languages; the prompt brings its own. */
export interface Words {
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
}

export const english: Words = {
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
    'not-appropriate': 'Not appropriate',
    'not-now': 'Not now',
    declined: 'Declined',
    'already-supported': 'Already has support',
    'not-relevant': 'Not relevant',
    advised: 'Advice given',
    told: 'Told about a service',
    sent: 'Details sent',
    referred: 'Referred',
    'urgent-help-shown': 'Urgent help',
    stopped: 'Stopped',
  },
};

export const danish: Words = {
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
    'not-appropriate': 'Ikke relevant at tage op',
    'not-now': 'Ikke nu',
    declined: 'Sagde nej tak',
    'already-supported': 'Får allerede hjælp',
    'not-relevant': 'Ikke relevant',
    advised: 'Råd givet',
    told: 'Fik et tilbud at vide',
    sent: 'Fik oplysninger sendt',
    referred: 'Henvist',
    'urgent-help-shown': 'Akut hjælp',
    stopped: 'Stoppet',
  },
};
