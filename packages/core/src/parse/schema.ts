import * as z from 'zod/mini';
import { isDay, isLanguage, isTimeZone } from '../pack/calendar.js';

z.config({ jitless: true });

/** The shape of a pack, part by part. References between the parts are checked in `references.ts`. */

export const day = z.string().check(z.refine(isDay, 'a date such as 2026-11-22'));
/** Plain ASCII, so that no letter of another script can be taken for one of these. */
export const id = z.string().check(z.regex(/^[a-z\d][\w.-]{0,199}$/i, 'a name of letters, digits, dots and hyphens'));
const locale = z
  .string()
  .check(
    z.regex(/^[a-z]{2,3}(-[a-z\d]{2,8}){0,4}$/i, 'a language such as "en-GB"'),
    z.refine(isLanguage, 'a language such as "en-GB"'),
  );
const timeZone = z.string().check(z.refine(isTimeZone, 'a time zone such as "Europe/London"'));
export const words = z.string().check(z.regex(/\S/, 'words: an empty text is a missing one'));
/** As its owner writes it; digits of other scripts would not be the number that is dialled. */
const number = z.string().check(z.regex(/^\+?\d[\d ().-]*$/, 'a number in the digits 0 to 9'));
export const named = <T extends z.core.SomeType>(value: T) => z.record(id, value);
const fact = z
  .string()
  .check(z.regex(/^(context|answer|item|score|measure)\.[\w.-]+$/, 'a fact such as "context.age"'));
const answerName = z.string().check(z.regex(/^(answer|item)\.[\w.-]+$/, 'an answer such as "item.audit.how-often"'));
const contextName = z.string().check(z.regex(/^context\.[\w-]+$/, 'a fact such as "context.age"'));
const about = z.enum([
  'permission',
  'quantity',
  'harm',
  'wish-to-change',
  'support',
  'cut-down',
  'do-not-stop-suddenly',
  'weight-loss',
  'calories',
  'activity',
  'safety-line',
]);
const outcome = z.enum([
  'not-asked',
  'not-appropriate',
  'not-now',
  'declined',
  'already-supported',
  'not-relevant',
  'advised',
  'told',
  'sent',
  'referred',
  'urgent-help-shown',
  'stopped',
]);
const method = z.enum(['vba', 'very-brief', 'brief', 'mi-ruler']);
/** Addresses by an allow-list of schemes, nobody's name before the host: nothing else is ever a link. */
const address = z
  .string()
  .check(
    z.regex(
      /^(https:\/\/[a-z\d][a-z\d.-]*(:\d+)?([/?#][^\s"<>\\]*)?|(tel|sms):\+?\d+|mailto:[^\s"<>\\@]+@[^\s"<>\\@]+)$/i,
      'an address that begins with https://, tel:, sms: or mailto:',
    ),
  );

export const approval = z.strictObject({
  role: words,
  kind: z.enum(['clinical-safety', 'native-speaker', 'lived-experience', 'local-owner']),
  on: day,
});
const standing = {
  standing: z.enum(['verified', 'draft']),
  checkedOn: day,
  reviewBy: day,
  needsPrimaryCheck: z.optional(z.literal(true)),
  approvals: z.optional(z.array(approval)),
};

const value = z.union([z.string(), z.number(), z.boolean()]);
const condition: z.ZodMiniType = z.lazy(() =>
  z.union([
    z.strictObject({ fact, is: z.union([value, z.array(value)]) }),
    z.strictObject({ fact, atLeast: z.number() }),
    z.strictObject({ fact, below: z.number() }),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
  ]),
);
const next = z.union([id, z.strictObject({ when: z.array(z.strictObject({ if: condition, to: id })), otherwise: id })]);

const grid = { min: z.number(), max: z.number(), by: z.number().check(z.positive('a step above 0')) };
const option = z.strictObject({ value: id, text: id });
const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), options: z.array(option).check(z.minLength(1, 'at least one')) }),
  z.strictObject({ type: z.literal('number'), unit: id, ...grid }),
  z.strictObject({ type: z.literal('ruler'), low: id, high: id }),
]);
const speech = { say: z.optional(id), prompt: z.optional(id) };
const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('permission'), ...speech, next: id }),
  z.strictObject({ kind: z.literal('ask'), ...speech, answer, next }),
  z.strictObject({ kind: z.literal('instrument'), ...speech, instrument: id, next }),
  z.strictObject({ kind: z.literal('advise'), ...speech, source: id, next }),
  z.strictObject({ kind: z.literal('signpost'), ...speech, next }),
  z.strictObject({ kind: z.literal('close'), ...speech, outcome }),
]);
export const script = z.strictObject({
  behaviour: id,
  method,
  start: id,
  steps: named(step),
  endings: z.strictObject({
    declined: id,
    'not-now': id,
    'not-private': z.optional(id),
    'not-appropriate': z.optional(id),
    'already-supported': z.optional(id),
    stopped: z.optional(id),
  }),
});

const bands = z.array(
  z.strictObject({
    when: z.optional(condition),
    bands: z.array(z.strictObject({ from: z.number(), text: id, source: id })),
  }),
);
const item = z.strictObject({
  id,
  text: id,
  options: z.array(
    z.strictObject({ value: id, text: id, points: z.number(), implies: z.optional(z.record(answerName, z.string())) }),
  ),
});
const instrument = z.strictObject({
  ...standing,
  continues: z.optional(id),
  items: z.array(item),
  bands,
  attribution: id,
  algorithm: words,
});
const measured = { bands, source: id };
const measure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('bmi'), heightCm: fact, weightKg: fact, ...measured }),
  z.strictObject({ of: z.literal('waistToHeight'), waistCm: fact, heightCm: fact, ...measured }),
  z.strictObject({ of: z.literal('activityMinutes'), moderate: fact, vigorous: fact, ...measured }),
]);

const flagged = {
  when: z.optional(condition),
  observable: z.optional(z.strictObject({ label: id, states: z.optional(contextName) })),
  source: id,
  confidential: z.optional(z.literal(true)),
  forbids: z.optional(z.array(about)),
};
export const flag = z.union([
  z.strictObject({ level: z.enum(['emergency', 'crisis']), help: id, ...flagged }),
  z.strictObject({
    level: z.enum(['stop-topic', 'pause']),
    behaviours: z.array(id),
    notice: id,
    needs: z.optional(z.array(id)),
    goTo: z.optional(named(id)),
    ...flagged,
  }),
]);
export const helpLine = z.strictObject({
  id,
  name: id,
  phone: z.optional(number),
  tel: z.optional(z.string().check(z.regex(/^\+?\d+$/, 'digits, with the country code where it has one'))),
  sms: z.optional(number),
  url: z.optional(address),
  hours: z.optional(id),
  workerOnly: z.optional(z.literal(true)),
  source: id,
  ...standing,
});
const wording = z.union([
  words,
  z.strictObject({
    plural: words,
    other: words,
    zero: z.optional(words),
    one: z.optional(words),
    two: z.optional(words),
    few: z.optional(words),
    many: z.optional(words),
  }),
]);
const text = z.strictObject({
  words: z.union([
    wording,
    z.strictObject({ by: z.record(z.string().check(z.regex(/^(worker|person)(\/[\w-]+)?$/)), wording) }),
  ]),
  about: z.optional(z.array(about)),
  locked: z.optional(z.literal(true)),
  ...standing,
});
const domain = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('yes-no'), label: id, shared: z.optional(z.array(fact)) }),
  z.strictObject({ type: z.literal('language'), label: id, shared: z.optional(z.array(fact)) }),
  z.strictObject({ type: z.literal('choice'), values: z.array(id), label: id, shared: z.optional(z.array(fact)) }),
  z.strictObject({ type: z.literal('number'), ...grid, label: id, shared: z.optional(z.array(fact)) }),
]);

const place = z.strictObject({
  id,
  timeZone,
  facts: named(z.strictObject({ value: z.union([words, z.number()]), source: id, ...standing })),
});
export const locales = z.array(locale).check(z.minLength(1, 'at least one'));
const urgentHelp = named(
  z.strictObject({ heading: id, worker: id, lines: z.array(helpLine).check(z.minLength(1, 'at least one')) }),
);
export const texts = z.record(locale, z.record(id, text));

export const behaviours = named(
  z.strictObject({
    name: id,
    sensitive: z.optional(z.literal(true)),
    adultsOnly: z.optional(z.literal(true)),
    need: z.optional(id),
  }),
);
export const need = z.strictObject({ name: id, noun: id, another: id, national: z.array(helpLine) });
export const signposting = z.array(z.strictObject({ id, when: condition, need: id, why: id, source: id }));
export const sources = named(
  z.strictObject({ title: words, publisher: words, url: address, licence: z.optional(words), ...standing }),
);

/** Only what urgent help needs: the rest of the pack may be broken. */
export const urgentPart = z.object({ place, locales, urgentHelp, helpAtHand: id, texts });

export const packShape = z.strictObject({
  schema: z.literal('everycontact/pack@1'),
  id,
  version: words,
  digest: words,
  base: z.optional(words),
  canonical: z.optional(words),
  place,
  locales,
  audiences: z.array(z.enum(['worker', 'person'])).check(z.minLength(1, 'at least one')),
  variants: z.array(id),
  context: z.record(contextName, domain),
  behaviours,
  scripts: named(script),
  instruments: named(instrument),
  measures: z.array(measure),
  flags: named(flag),
  urgentHelp,
  helpAtHand: id,
  safeguarding: z.optional(helpLine),
  needs: named(need),
  signposting,
  sources,
  texts,
});
