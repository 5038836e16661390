import { EveryContactError } from '../error.js';
import type { Match } from '../directory/directory.js';
import type { Value } from '../pack/fact.js';
import type { How } from '../pack/pack.js';
import type { Instant, Reader } from '../pack/reader.js';
import type { SessionEvent, Started } from '../session/event.js';
import type { Choice, Group, Shown } from '../session/shown.js';
import type { ContactRecord } from './record.js';
import { walked, type Entry } from './walked.js';

/**
 * A projection of the log alone, whichever pack version it came from; words are kept as they were shown.
 * What was withdrawn, and everything about urgent help but its outcome, stays in the log.
 *
 * @throws EveryContactError `log-empty` for a log that does not begin with `started`
 */
export function toContactRecord(log: readonly SessionEvent[]): ContactRecord {
  const [first] = log;
  if (first?.type !== 'started')
    throw new EveryContactError(
      'log-empty',
      'log.0',
      'Expected a log that begins with "started", found none. Hand in a whole log.',
    );
  const { entries, setAside } = walked(log);
  const shown: Shown[] = [];
  let { reader, at: lastAct } = first;
  for (const event of log) {
    if (event.type === 'shown') shown.push(event.view);
    else if (event.type === 'reader-changed') ({ reader } = event);
    else if (!idle.has(event.type)) lastAct = event.at;
  }
  const last = shown[shown.length - 1];
  const end = last?.kind === 'closed' ? last : undefined;
  const record = blankRecord(first, reader);
  if (end) Object.assign(record, { endedAt: lastAct, outcome: end.outcome });
  for (const entry of setAside) addAnswer(record, entry, true);
  for (const flag of end?.notices ?? []) {
    const notice = shown.filter((view) => view.kind === 'notice' && view.flag === flag).at(-1);
    if (!notice || !('groups' in notice)) continue;
    record.notices.push({ flag, text: heading(notice) });
    record.signposts.push(...notice.groups.map(signpost));
  }
  for (const entry of entries) addEntry(record, entry, end?.outcome === 'declined');
  return record;
}

type Open<Part> = { -readonly [Name in keyof Part]: Part[Name] extends readonly (infer One)[] ? One[] : Part[Name] };
type OpenRecord = Open<Omit<ContactRecord, 'reached'>> & { readonly reached: Open<ContactRecord['reached']> };

function blankRecord(started: Started & { readonly at: Instant }, { locale, audience }: Reader): OpenRecord {
  const { setting, interpreterLanguage } = started.occasion;
  return {
    schema: 'everycontact/record@1',
    contactId: started.contactId,
    recordId: started.recordId,
    pack: started.pack,
    place: started.place,
    locale,
    audience,
    setting,
    ...(interpreterLanguage && { interpreterLanguage }),
    script: started.script,
    behaviour: started.behaviour,
    method: started.method,
    sensitive: started.sensitive,
    startedAt: started.at,
    permission: 'not-asked',
    reached: { asked: false, advised: false, offered: false },
    answers: [],
    results: [],
    advice: [],
    signposts: [],
    notices: [],
  };
}

/** Events that are no act of anybody, or count for nothing. */
const idle: ReadonlySet<SessionEvent['type']> = new Set([
  'shown',
  'settled',
  'hidden',
  'reader-changed',
  'services-found',
  'services-failed',
]);

/** What a place on the way adds to the record. */
function addEntry(record: OpenRecord, entry: Entry, declined: boolean): void {
  const { view, done } = entry;
  addAnswer(record, entry, false);
  switch (view.kind) {
    case 'permission':
      if (record.permission !== 'given') record.permission = done ? 'given' : declined ? 'declined' : 'not-asked';
      break;
    case 'question':
    case 'number':
    case 'ruler':
      record.reached.asked = true;
      break;
    case 'statement':
      record.reached.advised = true;
      record.results.push(...view.results);
      record.advice.push({ step: view.step, text: heading(view), source: view.source });
      break;
    case 'signposts':
      record.reached.offered = true;
      record.signposts.push(...view.groups.map(signpost));
  }
}

const heading = (view: Shown) => (view.say ?? view.prompt)?.text ?? '';

function addAnswer(record: OpenRecord, { view, done }: Entry, setAside: boolean): void {
  if (done?.type !== 'answered' && done?.type !== 'skipped') return;
  const { step, item } = done;
  const skips = done.type === 'skipped' && 'skip' in view;
  const value = done.type === 'skipped' ? 'skipped' : done.value;
  const answer = skips ? view.skip.label : (labelOf(view, value) ?? String(value));
  const given: Open<ContactRecord['answers'][number]> = { step, value, question: heading(view), answer };
  if (item !== undefined) given.item = item;
  if (setAside) given.setAside = true;
  record.answers.push(given);
}

function labelOf(view: Shown, value: Value): string | undefined {
  const choices: readonly Choice[] = view.kind === 'question' || view.kind === 'ruler' ? view.choices : [];
  return choices.find(({ intent }) => intent.type === 'answered' && intent.value === value)?.label;
}

function signpost({ need, because, national, services }: Group): ContactRecord['signposts'][number] {
  const matches = typeof services === 'object' ? services.matches : [];
  const chosen: { readonly service: string; readonly name: string; readonly how: How }[] = [];
  const addChosen = (name: string, choices: readonly Choice[]) => {
    for (const { on, intent } of choices)
      if (on && intent.type === 'service-chosen') chosen.push({ service: intent.service, name, how: intent.how });
  };
  for (const { name, choices } of national) addChosen(name.text, choices);
  for (const { name, choices } of matches) addChosen(name, choices);
  const bare = matches.map(
    ({
      why: _,
      hoursInWords: __,
      distanceInWords: ___,
      checkedInWords: ____,
      passed: _____,
      choices: ______,
      pass: _______,
      ...match
    }): Match => match,
  );
  return { need, because, services: bare, chosen };
}
