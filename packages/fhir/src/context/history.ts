import type { Instant, Pack, ScriptId } from '@everycontact/core';
import type { Happened, History, HistoryEntry } from '@everycontact/core/prompting';
import { questionnaireAddress } from '../canonical.js';
import type { Resource } from '../services/resource.js';
import { codingsAt, referenceTo, textAt, textsAt } from './elements.js';
import { isFinal } from './observation.js';
import type { Person } from './person.js';
import { isTold, type Open, type Stated } from './told.js';
import { whenIn, type When } from './when.js';

const fact = 'history';
/** Of two that speak of one day and behaviour, the one that stands first tells what it came to. */
const order: readonly Happened[] = [
  'referred',
  'sent',
  'told',
  'advised',
  'declined',
  'stopped',
  'not-relevant',
  'shown',
];

/**
 * What became of earlier prompts, as far as the record tells: advice given or refused, referrals, and our own contacts by
 * the address of their script. A recorded smoking status other than smoker is a question that was asked and answered, too:
 * "not relevant". One entry for a behaviour and a day; the policy decides what follows from it.
 */
export function historyOf(
  person: Person,
  canonical: string | undefined,
  smoking: readonly Stated[],
): { history: History; open: readonly Open[] } {
  const entries = [...person.resources.flatMap((one) => entriesIn(one, person, canonical)), ...asked(person, smoking)];
  const byDay = new Map<string, HistoryEntry>();
  for (const entry of entries.filter(isEntry)) {
    const key = `${person.pack.scripts[entry.script]?.behaviour ?? ''} ${entry.at.slice(0, 10)}`;
    const other = byDay.get(key);
    if (!other || order.indexOf(entry.happened) < order.indexOf(other.happened)) byDay.set(key, entry);
  }
  const history: History = {
    schema: 'everycontact/history@1',
    entries: [...byDay.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
  const unread = entries.filter((one): one is Open => !isEntry(one));
  return { history, open: entries.length === 0 ? [{ fact, why: 'unknown' }] : unread };
}

/** Where each kind of resource says when. */
const dates = [
  'performedDateTime',
  'performedPeriod',
  'effectiveDateTime',
  'effectivePeriod',
  'authoredOn',
  'authored',
];

const isEntry = (one: HistoryEntry | Open): one is HistoryEntry => 'happened' in one;

function entriesIn(
  resource: Resource,
  person: Person,
  canonical: string | undefined,
): readonly (HistoryEntry | Open)[] {
  const happened = happenedTo(resource, person);
  if (happened === undefined) return [];
  const own = scriptsAt(resource, person.pack, canonical);
  const scripts = own.length > 0 ? own : scriptsMeant(resource, person);
  const reference = referenceTo(resource) ?? resource.type;
  const when = whenIn(resource.raw, dates, person.pack.place.timeZone);
  return scripts.map((script) => entryAt(when, person, script, reference, happened));
}

function entryAt(
  when: When | undefined,
  { today }: Person,
  script: ScriptId,
  contactId: string,
  happened: Happened,
): HistoryEntry | Open {
  if (!when || when.from > today) {
    return {
      fact,
      why: 'unreadable',
      from: { reference: contactId, path: 'date' },
      message: 'its date is missing or in the future',
    };
  }
  return { at: instantOf(when, today), contactId, script, happened };
}

/** Of a day without a time its middle; of a month or a year the last day it can have been, which keeps quiet for longer. */
function instantOf({ to, time }: When, today: string): Instant {
  return time === undefined ? `${to < today ? to : today}T12:00:00.000Z` : new Date(time).toISOString();
}

function happenedTo({ type, raw }: Resource, { meanings }: Person): Happened | undefined {
  const status = textAt(raw, 'status');
  const says = (family: string) =>
    [...meanings.of(codingsAt(raw, 'code'))].some((concept) => concept.startsWith(`${family}.`));
  if (type === 'Observation' && isFinal(raw)) {
    return says('advice-declined') || says('referral-declined') ? 'declined' : says('signposted') ? 'told' : undefined;
  }
  if (type === 'ServiceRequest') return ['active', 'completed'].includes(status ?? '') ? 'referred' : undefined;
  // That we were there; what came of it is said by other resources, or is not said.
  if (type === 'QuestionnaireResponse') return status === 'entered-in-error' ? undefined : 'shown';
  if (type !== 'Procedure') return undefined;
  if (status === 'completed') return says('referral') ? 'referred' : 'advised';
  if (status === 'stopped') return 'stopped';
  // Not done for a reason that is not known to be a refusal is not a refusal.
  const refused = meanings.of(codingsAt(raw, 'statusReason')).has('refusal');
  return status === 'not-done' && refused ? 'declined' : undefined;
}

/** Scripts by the address that our own records carry, whatever their version. */
function scriptsAt({ raw }: Resource, { scripts }: Pack, canonical: string | undefined): readonly ScriptId[] {
  if (canonical === undefined) return [];
  const carried = [
    ...['instantiatesCanonical', 'instantiatesUri'].flatMap((name) => textsAt(raw, name)),
    textAt(raw, 'questionnaire') ?? '',
  ].map((address) => address.replace(/\|.*$/, ''));
  return Object.keys(scripts).filter((script) => carried.includes(questionnaireAddress(canonical, script)));
}

/** Scripts of the behaviours that the code is about: by their method where the code knows it, else the first of each. */
function scriptsMeant({ raw }: Resource, { pack, meanings }: Person): readonly ScriptId[] {
  const all = Object.keys(pack.scripts);
  const firstOf = (behaviour: string) => all.find((script) => pack.scripts[script]?.behaviour === behaviour) ?? [];
  // A code that may stand for advice by any method does not tell by which: the shorter concept holds.
  const concepts = [...meanings.of(codingsAt(raw, 'code'))].sort((a, b) => a.length - b.length);
  const meant = concepts.flatMap((concept): readonly ScriptId[] => {
    const [, family = '', about = ''] = /^([a-z-]+)\.(.+)$/.exec(concept) ?? [];
    if (['advice', 'advice-declined', 'contact'].includes(family)) {
      return all.includes(about) ? [about] : [firstOf(about.replace(/\..*$/, ''))].flat();
    }
    if (!['referral', 'referral-declined', 'signposted'].includes(family)) return [];
    const behaviours = Object.keys(pack.behaviours).filter((behaviour) => pack.behaviours[behaviour]?.need === about);
    return behaviours.flatMap(firstOf);
  });
  return [...new Map([...meant].reverse().map((script) => [pack.scripts[script]?.behaviour, script])).values()];
}

function asked(person: Person, smoking: readonly Stated[]): readonly (HistoryEntry | Open)[] {
  const script = Object.keys(person.pack.scripts).find((one) => person.pack.scripts[one]?.behaviour === 'smoking');
  const told = smoking.find(isTold);
  if (script === undefined || !told || !['never', 'used-to'].includes(String(told.value))) return [];
  const when = whenIn({ at: told.from.date }, ['at'], person.pack.place.timeZone);
  return when ? [entryAt(when, person, script, told.from.reference ?? 'Observation', 'not-relevant')] : [];
}
