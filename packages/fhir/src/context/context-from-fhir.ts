import {
  civilDay,
  EveryContactError,
  fitsDomain,
  type ContextFacts,
  type ContextName,
  type Instant,
  type Locale,
  type Near,
  type Pack,
  type Value,
} from '@everycontact/core';
import { emptyHistory, type History } from '@everycontact/core/prompting';
import type { CodeChoice } from '../codes/code-map.js';
import type { Resource } from '../services/resource.js';
import { age } from './age.js';
import { referenceTo, textAt } from './elements.js';
import { historyOf } from './history.js';
import { language } from './language.js';
import { measured } from './measured.js';
import { meaningsOf, type Meanings } from './meanings.js';
import { opened, type Opened } from './opened.js';
import { onePersonIn, type Person } from './person.js';
import { nearOf, place } from './place.js';
import { pregnancy } from './pregnancy.js';
import { smoking } from './smoking.js';
import { isTold, type Open, type Stated, type Told } from './told.js';

export interface ContextOptions {
  readonly pack: Pack;
  /** Judges ages and what is too long ago. */
  readonly now: Instant;
  /** Which codes are understood: ours by default. */
  readonly codes?: CodeChoice;
  /** The address under which our own records name their scripts; that of the pack by default. */
  readonly canonical?: string;
}

/** What a record says that a prompt may know. */
export interface FhirContext {
  /** The facts that the pack asks for, for a session as its `context`; a language only where it is not the place's own. */
  readonly facts: ContextFacts;
  /** These and all others: for `decide`, whose policy may read more than a pack does. */
  readonly forPolicy: ContextFacts;
  /** All that the record says, those facts included, with where it stands. */
  readonly told: readonly Told[];
  readonly open: readonly Open[];
  readonly history: History;
  readonly near?: Near;
  readonly language?: Locale;
}

/**
 * What is known of one person from R4 resources: Patient, Observation, Condition, Procedure and, for earlier contacts of ours,
 * ServiceRequest and QuestionnaireResponse, alone or in bundles. Age in years, pregnancy, smoking status, last AUDIT-C and body mass
 * index, language, postal district and what became of earlier prompts; each with where it stands. What is not known is never taken for
 * a no. Nothing is fetched, kept or reckoned but an age from a birth date.
 *
 * @param resources anything: null, an OperationOutcome and what is no resource are read as what they are, and so is a bundle that is
 *   not in a list
 * @throws EveryContactError `context-now`, where `now` is no instant; nothing in `resources` makes it throw
 */
export function contextFromFhir(resources: readonly unknown[], options: ContextOptions): FhirContext {
  const { pack, now, codes } = options;
  if (!Number.isFinite(Date.parse(now))) throw noInstant(now);
  const handedIn = opened(Array.isArray(resources) ? resources : [resources]);
  const one = onePersonIn(handedIn.resources);
  if (one.problem !== undefined) return nobody(one.problem);
  const died = one.patient && deathOf(one.patient);
  if (died) return { ...nobody('the person has died'), forPolicy: allOf([died]), told: [died] };

  const meanings = meaningsOf(codes);
  const person: Person = { ...one, pack, meanings, today: civilDay(now, pack.place.timeZone) };
  const smokes = smoking(person);
  const stated = [age, pregnancy, measured, language, place].flatMap((read) => read(person));
  const { history, open } = historyOf(person, options.canonical ?? pack.canonical, smokes);
  const all: readonly Stated[] = [...stated, ...smokes, ...open];
  const told = all.filter(isTold);
  const near = told.map(nearOf).find((found) => found !== undefined);
  const spoken = told.find(({ fact }) => fact === 'context.language');
  return {
    facts: factsOf(told, pack),
    forPolicy: allOf(told),
    told,
    open: all.filter((each): each is Open => !isTold(each)).map((each) => withWhy(each, handedIn, meanings)),
    history,
    ...(near && { near }),
    ...(spoken && { language: String(spoken.value) }),
  };
}

const factNames = [
  'context.age',
  'context.under18',
  'context.pregnant',
  'context.smokingStatus',
  'context.lastAuditC',
  'context.lastBmi',
  'context.language',
  'near',
  'history',
];

const nobody = (message: string): FhirContext => ({
  facts: {},
  forPolicy: {},
  told: [],
  open: factNames.map((fact) => ({ fact, why: 'unreadable', message })),
  history: emptyHistory,
});

function deathOf(patient: Resource): Told | undefined {
  const { deceasedBoolean, deceasedDateTime, _deceasedDateTime: undated } = patient.raw;
  // A date that cannot be read, or whose extension says why there is none, is a death all the same; null and "" are no date.
  const isDated = [deceasedDateTime, undated].some((one) => one !== undefined && one !== null && one !== '');
  if (deceasedBoolean !== true && !isDated) return undefined;
  const [reference, date] = [referenceTo(patient), textAt(patient.raw, 'deceasedDateTime')];
  const path = deceasedBoolean === true ? 'deceasedBoolean' : 'deceasedDateTime';
  const from = { path, ...(reference !== undefined && { reference }), ...(date !== undefined && { date }) };
  return { fact: 'context.deceased', value: true, from };
}

function factsOf(told: readonly Told[], pack: Pack): ContextFacts {
  const facts: Partial<Record<ContextName, Value>> = {};
  for (const { fact, value } of told) {
    const declared = Object.hasOwn(pack.context, fact) ? pack.context[fact as ContextName] : undefined;
    if (declared && fitsDomain(declared, value) && !isSpokenHere(fact, value, pack)) facts[fact as ContextName] = value;
  }
  return facts;
}

/** The first language of a pack is the place's own: whoever speaks it need not ask a service whether it does. */
const isSpokenHere = (fact: string, value: Value, { locales }: Pack): boolean =>
  fact === 'context.language' && base(String(value)) === base(locales[0] ?? '');

const base = (language: string) => language.split('-')[0];

const allOf = (told: readonly Told[]): ContextFacts =>
  Object.fromEntries(told.filter(({ fact }) => fact.startsWith('context.')).map(({ fact, value }) => [fact, value]));

/** What the searches tell of a fact that nothing was found for: there is none, or nobody knows because a search failed. */
function withWhy(open: Open, { foundNothing, failures, unread }: Opened, meanings: Meanings): Open {
  if (open.why !== 'unknown' || open.from) return open;
  const { fact } = open;
  if (unread.length > 0)
    return {
      fact,
      why: 'unreadable',
      message: `not read, because of a modifier: ${[...new Set(unread)].join(', ').slice(0, 200)}`,
    };
  if (failures.length > 0)
    return { fact, why: 'unreadable', message: `the record answered: ${failures.join('; ').slice(0, 300)}` };
  return foundNothing.some((url) => isFor(url, fact, meanings))
    ? { fact, why: 'none', message: 'the record was searched and holds none' }
    : open;
}

const searchedBy: Readonly<Record<string, { readonly type: string; readonly concepts: RegExp }>> = {
  'context.smokingStatus': { type: 'Observation', concepts: /^answer\.smoking\.smokes$/ },
  'context.lastAuditC': { type: 'Observation', concepts: /^score\.audit-c$/ },
  'context.lastBmi': { type: 'Observation', concepts: /^measure\.bmi$/ },
  history: { type: 'Procedure', concepts: /^(advice|contact)\./ },
};

function isFor({ pathname, searchParams }: URL, fact: string, meanings: Meanings): boolean {
  const asked = Object.hasOwn(searchedBy, fact) ? searchedBy[fact] : undefined;
  if (!asked || !pathname.endsWith(`/${asked.type}`)) return false;
  const codings = (searchParams.get('code') ?? '').split(',').map((token) => {
    const [system = '', code = ''] = token.split('|');
    return { system, code };
  });
  return [...meanings.of(codings)].some((concept) => asked.concepts.test(concept));
}

const noInstant = (now: string) =>
  new EveryContactError(
    'context-now',
    'now',
    `Expected an instant such as "2026-11-22T09:30:00Z" as "now", found ${JSON.stringify(now)?.slice(0, 60)}. Hand in the time of the visit.`,
  );
