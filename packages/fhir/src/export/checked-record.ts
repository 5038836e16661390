import { type ContactRecord, settings } from '@everycontact/core';
import { isInstant } from './instant.js';
import { fail } from './options.js';

/**
 * A record that may come from a file: what an export reads is as it should be, and it may belong in a person's record.
 *
 * @throws EveryContactError `export-record`, `export-unfinished`, `export-staff`
 */
export function checkRecord(record: ContactRecord): void {
  const wrong = problem(record, whole);
  if (wrong !== undefined)
    fail('export-record', 'record', wrong, 'something else', 'Hand in a record as the contact gave it.');
  const { outcome, setting } = record;
  if (setting === 'staff')
    fail(
      'export-staff',
      'setting',
      'a contact with a patient or the public',
      'a conversation with a member of staff',
      'Nothing of it belongs in anybody’s record: count it, with `toTallyRow`.',
    );
  if (outcome === undefined)
    fail('export-unfinished', 'outcome', 'a contact that has ended', 'none', 'Export the record once it is settled.');
}

/** True, or what was expected. */
type Check = (value: unknown) => true | string;
type Checks = Readonly<Record<string, Check>>;

const text: Check = (value) => (typeof value === 'string' && value.trim() !== '') || 'a text';
const anyText: Check = (value) => typeof value === 'string' || 'a text';
const yesNo: Check = (value) => typeof value === 'boolean' || 'true or false';
const finite: Check = (value) => Number.isFinite(value) || 'a number';
const constant: Check = (value) =>
  Number.isFinite(value) || ['string', 'boolean'].includes(typeof value) || 'a text, a number, true or false';
const instant: Check = (value) => isInstant(value) || 'an instant such as 2026-11-22T09:30:00Z';
const time: Check = (value) =>
  (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) || 'a time such as 09:00';
const end: Check = (value) => value === '24:00' || time(value);
// A misspelt "staff" must not pass for a patient.
const oneOf =
  (all: readonly string[]): Check =>
  (value) =>
    all.some((one) => one === value) || `one of ${all.join(', ')}`;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const part =
  (checks: Checks): Check =>
  (value) => {
    const wrong = problem(value, checks);
    return wrong === undefined || wrong;
  };
const list =
  (checks: Checks): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'a list';
    const wrong = (value as readonly unknown[]).map((one) => problem(one, checks)).find((one) => one !== undefined);
    return wrong === undefined || `a list in which each has ${wrong}`;
  };

/** What is shown of a service, where it has it. */
const shown: Checks = Object.fromEntries(
  ['organization', 'summary', 'phone', 'email', 'url', 'hoursText', 'alert'].map((name) => [name, optional(anyText)]),
);

function problem(value: unknown, checks: Checks): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'an object';
  for (const [name, check] of Object.entries(checks)) {
    const found = check(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
    if (found !== true) return `"${name}": ${found}`;
  }
  return undefined;
}

const whole: Checks = {
  schema: (value) => value === 'everycontact/record@1' || '"everycontact/record@1"',
  recordId: text,
  place: text,
  locale: text,
  script: text,
  behaviour: text,
  method: text,
  setting: oneOf(settings),
  sensitive: yesNo,
  startedAt: instant,
  endedAt: optional(instant),
  outcome: optional(text),
  pack: part({ id: text, version: text, digest: text }),
  reached: part({ asked: yesNo, advised: yesNo, offered: yesNo }),
  answers: list({ step: text, item: optional(text), question: anyText, answer: anyText, value: constant }),
  notices: list({}),
  results: list({ of: text, algorithm: text, value: finite, band: part({ text: anyText }) }),
  signposts: list({
    services: list({
      service: text,
      name: text,
      ...shown,
      hours: optional(list({ day: finite, opens: time, closes: end })),
    }),
    need: text,
    chosen: list({ service: text, name: text, how: text }),
  }),
};
