import type { Finding } from '../pack/pack.js';
import { interpreters, settings } from '../pack/reader.js';
import { readHistory } from '../prompting/read.js';
import { isObject, object, oneOf, shaped, that, yesNo, type Check } from '../pack/shape.js';
import type { HostContext } from './host-context.js';
import { plainCopy } from './plain-copy.js';

export type ReadHostContext =
  | { readonly context: HostContext; readonly problems?: undefined }
  | { readonly context?: undefined; readonly problems: readonly Finding[] };

/**
 * A context from data that may be anything: a copy of it, or every problem at once. Nothing is thrown, and however much was
 * handed in, no more than a bounded part of it is looked at. A newer schema is refused. Whether a pack knows the facts is
 * judged when a contact starts.
 */
export function readHostContext(given: unknown): ReadHostContext {
  const copied = plainCopy(given);
  if ('problem' in copied) return { problems: [copied.problem] };
  const read = shaped('host-context', copied.json, hostContext);
  const history = isObject(read.json) ? read.json.history : undefined;
  const past = history === undefined ? [] : (readHistory(history).problems ?? []);
  const problems = [...read.problems, ...past.map((one) => ({ ...one, where: `history.${one.where}` }))];
  return problems.length ? { problems } : { context: read.json as HostContext };
}

const line = that(
  'a text in one line',
  (value) => typeof value === 'string' && value.trim() !== '' && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value),
);
const language = that(
  'a language tag such as "en-GB"',
  (value) => typeof value === 'string' && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(value),
);
const degrees = (most: number) =>
  that(`a number from -${most} to ${most}`, (value) => typeof value === 'number' && Math.abs(value) <= most);
const isFact = (value: unknown) => ['string', 'number', 'boolean', 'undefined'].includes(typeof value);

const facts: Check = (value, where, wrong) => {
  if (!isObject(value)) wrong(where, 'an object', value);
  else
    for (const [name, one] of Object.entries(value)) {
      if (!/^context\.[a-z][\w-]*$/i.test(name)) wrong(where, 'facts such as "context.age"', name);
      else if (!isFact(one)) wrong(`${where}.${name}`, 'a text, a number, true or false', one);
    }
};

const point = object({ latitude: degrees(90), longitude: degrees(180) }, { about: oneOf(true), area: line });
const near: Check = (value, where, wrong) =>
  (isObject(value) && 'latitude' in value ? point : object({ area: line }))(value, where, wrong);

const inRecord = { reference: line, identifier: object({ system: line, value: line }) };
/** Checked by `readHistory`, which says what is wrong with it. */
const history: Check = () => undefined;

const hostContext = object(
  { schema: line, subject: object({ key: line }, inRecord) },
  {
    user: object({}, { ...inRecord, role: line, mayRefer: yesNo, registered: yesNo }),
    encounter: object({}, inRecord),
    organisation: object({}, inRecord),
    locale: language,
    audience: oneOf('worker', 'person'),
    variant: line,
    setting: oneOf(...settings),
    interpreter: oneOf(...interpreters),
    interpreterLanguage: language,
    near,
    facts,
    policyFacts: facts,
    history,
  },
);
