import { outcomes } from '../pack/outcomes.js';
import type { Finding, Outcome } from '../pack/pack.js';
import type { Happened, History } from './history.js';
import type { Policy } from './policy.js';
import {
  day,
  instant,
  isObject,
  list,
  named,
  object,
  oneOf,
  shaped,
  text,
  that,
  whole,
  yesNo,
  type Check,
} from '../pack/shape.js';

export type ReadPolicy =
  | { readonly policy: Policy; readonly problems?: undefined }
  | { readonly policy?: undefined; readonly problems: readonly Finding[] };
export type ReadHistory =
  | { readonly history: History; readonly problems?: undefined }
  | { readonly history?: undefined; readonly problems: readonly Finding[] };

/** A policy from JSON that may be anything: every problem at once, nothing is thrown. A newer schema is refused. */
export function readPolicy(json: unknown): ReadPolicy {
  const read = shaped('policy', json, policy);
  return read.problems.length ? { problems: read.problems } : { policy: read.json as Policy };
}

/** A history from JSON that may be anything: every problem at once, nothing is thrown. A newer schema is refused. */
export function readHistory(json: unknown): ReadHistory {
  const read = shaped('history', json, history);
  return read.problems.length ? { problems: read.problems } : { history: read.json as History };
}

const besides: Readonly<Record<Exclude<Happened, Outcome>, true>> = {
  shown: true,
  ignored: true,
  dismissed: true,
  snoozed: true,
  'do-not-ask': true,
};
const happened = oneOf(...outcomes, ...Object.keys(besides));

const history = object({
  schema: text,
  entries: list(object({ at: instant, contactId: text, script: text, happened }, { until: day })),
});

const deepest = 20;
const fact = that(
  'a fact such as "context.age"',
  (value) => typeof value === 'string' && /^context\.[\w-]+$/.test(value),
);
const isConstant = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const constants = that('a value or a list of values', (value) =>
  Array.isArray(value) ? value.every(isConstant) : isConstant(value),
);
const finite = that('a number', (value) => Number.isFinite(value));

/** One comparison, or others joined; what is nested deeper than anybody writes is refused. */
const condition =
  (depth: number): Check =>
  (value, where, wrong) => {
    const inner: Check = (part, at, report) => condition(depth + 1)(part, at, report);
    const shapes: Readonly<Record<string, Check>> = {
      all: object({ all: list(inner) }),
      any: object({ any: list(inner) }),
      not: object({ not: inner }),
      is: object({ fact, is: constants }),
      atLeast: object({ fact, atLeast: finite }),
      below: object({ fact, below: finite }),
    };
    const key = depth < deepest && isObject(value) ? Object.keys(shapes).find((name) => name in value) : undefined;
    const shape = key !== undefined && shapes[key];
    if (shape) shape(value, where, wrong);
    else
      wrong(
        where,
        `a condition: a fact with one of is, atLeast, below; or all, any, not, at most ${deepest} deep`,
        value,
      );
  };

const about = { behaviours: list(text), adultsOnly: oneOf(true), sensitive: oneOf(true) };
const of = oneOf('behaviour', 'any');
const head = { id: text, source: text };
const per: Check = (value, where, wrong) =>
  isObject(value) ? object({ days: whole(1) })(value, where, wrong) : oneOf('contact')(value, where, wrong);
const quietDays: Check = (value, where, wrong) => (value === 'always' ? undefined : whole(1)(value, where, wrong));
const kinds: Readonly<Record<string, Check>> = {
  atMost: object({ ...head, of, atMost: whole(0), per }, about),
  after: object({ ...head, of, after: list(happened), quietDays }, { ...about, times: whole(1) }),
  never: object({ ...head, never: condition(0) }, { ...about, unless: condition(0), limits: oneOf('topic', 'prompt') }),
};

const rule: Check = (value, where, wrong) => {
  const kind = isObject(value) ? Object.keys(kinds).find((name) => name in value) : undefined;
  const check = kind !== undefined && kinds[kind];
  if (check) check(value, where, wrong);
  else wrong(where, 'a rule with one of atMost, after, never', value);
};

const source = object(
  { title: text, publisher: text, url: text, standing: oneOf('verified', 'draft'), checkedOn: day, reviewBy: day },
  { licence: text, needsPrimaryCheck: oneOf(true), approvals: list(object({ role: text, kind: text, on: day })) },
);

const policy: Check = (value, where, wrong) => {
  object(
    { schema: text, rules: list(rule), longestSnoozeDays: whole(1) },
    { sources: named(source), enabled: yesNo, off: list(text), order: list(text), preview: yesNo },
  )(value, where, wrong);
  const { rules, sources = {} } = value as Partial<Policy>;
  if (!Array.isArray(rules)) return;
  const ids = new Set<unknown>();
  for (const [index, one] of (rules as unknown[]).entries()) {
    if (!isObject(one)) continue;
    const { id, source: named } = one;
    if (ids.has(id)) wrong(`rules.${index}.id`, 'a name that no other rule has', id);
    ids.add(id);
    if (typeof named === 'string' && named !== 'proposal' && !Object.hasOwn(sources, named))
      wrong(`rules.${index}.source`, '"proposal" or one of the sources', named);
  }
};
