import { isDay, type Finding } from '@everycontact/core';
import { isObject } from '../json.js';
import { codeForms } from './check-digits.js';
import type { CodeMap } from './code-map.js';

export type ReadCodeMap =
  | { readonly map: CodeMap; readonly problems: readonly Finding[] }
  | { readonly map?: undefined; readonly problems: readonly Finding[] };

/**
 * A code map from JSON that may be anything: every problem at once, nothing is thrown. With warnings alone there is a map.
 * Which codes are active is not looked up: that needs the deployer's own release of the system.
 */
export function readCodeMap(json: unknown): ReadCodeMap {
  const problems: Finding[] = [];
  const wrong: Wrong = (code, where, expected, found) => {
    problems.push({ code, where, message: `Expected ${expected}, found ${shown(found)}.` });
  };
  if (!isObject(json)) wrong('code-map-shape', '', 'an object', json);
  else if (json['schema'] !== 'everycontact/code-map@1')
    wrong('code-map-schema', 'schema', '"everycontact/code-map@1"', json['schema']);
  else checkMap(json, wrong, problems);
  const broken = problems.some(({ severity }) => severity !== 'warning');
  return broken ? { problems } : { map: json as CodeMap, problems };
}

type Wrong = (code: string, where: string, expected: string, found: unknown) => void;

const families =
  /^(answer|context|score|measure|advice|advice-declined|referral|referral-declined|referral-reason|referral-intervention|signposted|contact)\.[\w.-]+(=[\w-]+)?$|^(referral|refusal)$/;

function checkMap(map: Readonly<Record<string, unknown>>, wrong: Wrong, problems: Finding[]): void {
  onlyKeys(map, '', ['schema', 'jurisdiction', 'places', 'concepts'], wrong);
  const { jurisdiction, places, concepts } = map;
  if (!isText(jurisdiction)) wrong('code-map-shape', 'jurisdiction', 'a name', jurisdiction);
  if (places !== undefined && !(Array.isArray(places) && places.every(isText)))
    wrong('code-map-shape', 'places', 'a list of ids of places', places);
  if (!isObject(concepts)) {
    wrong('code-map-shape', 'concepts', 'lists of codes by concept', concepts);
    return;
  }
  for (const [concept, codes] of Object.entries(concepts)) {
    const where = `concepts.${concept}`;
    if (!families.test(concept))
      wrong('code-map-concept', where, 'a concept such as "score.audit-c" or "referral.stop-smoking"', concept);
    if (!Array.isArray(codes)) wrong('code-map-shape', where, 'a list of codes', codes);
    else for (const [index, code] of codes.entries()) checkCode(code, `${where}.${index}`, wrong, problems);
  }
}

const marks = ['verified', 'second-hand', 'to-confirm', 'recalled'];

function checkCode(code: unknown, where: string, wrong: Wrong, problems: Finding[]): void {
  if (!isObject(code)) {
    wrong('code-map-shape', where, 'a code', code);
    return;
  }
  onlyKeys(code, where, ['system', 'code', 'display', 'source', 'mark', 'statusChecked', 'readOnly'], wrong);
  for (const name of ['system', 'code', 'display', 'source'])
    if (!isText(code[name])) wrong('code-map-shape', `${where}.${name}`, 'a text', code[name]);
  if (!marks.includes(code['mark'] as string))
    wrong('code-map-shape', `${where}.mark`, `one of ${marks.join(', ')}`, code['mark']);
  const { statusChecked } = code;
  if (statusChecked !== null && !(isText(statusChecked) && isDay(statusChecked)))
    wrong('code-map-shape', `${where}.statusChecked`, 'null or a day such as 2026-11-22', statusChecked);
  if (code['readOnly'] !== undefined && code['readOnly'] !== true)
    wrong('code-map-shape', `${where}.readOnly`, 'true or nothing', code['readOnly']);
  const { system, code: written } = code;
  if (!isText(system) || !isText(written)) return;
  const form = Object.hasOwn(codeForms, system) ? codeForms[system] : undefined;
  if (form && !form.fits(written)) wrong('code-invalid', `${where}.code`, form.expected, written);
  if (!form)
    problems.push({
      code: 'code-system-unknown',
      where: `${where}.system`,
      message: `Expected a system whose codes can be checked (${Object.keys(codeForms).join(', ')}), found ${shown(system)}. Its codes are written as they stand.`,
      severity: 'warning',
    });
}

function onlyKeys(
  object: Readonly<Record<string, unknown>>,
  where: string,
  known: readonly string[],
  wrong: Wrong,
): void {
  for (const key of Object.keys(object))
    if (!known.includes(key))
      wrong('code-map-shape', where ? `${where}.${key}` : key, `one of ${known.join(', ')}`, key);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`;
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return JSON.stringify(value);
}
