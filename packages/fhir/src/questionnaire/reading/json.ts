// Reading what somebody else wrote: every look is at an own key, and another type than expected is "not there".

import { isObject, type Json, memberOf, textAt } from '../../json.js';

export { textAt };

export const isTrue = (json: Json, key: string): boolean => memberOf(json, key) === true;

export function objectIn(json: Json, key: string): Json | undefined {
  const value = memberOf(json, key);
  return isObject(value) ? value : undefined;
}
export function listIn(json: Json, key: string): readonly unknown[] {
  const value = memberOf(json, key);
  return Array.isArray(value) ? (value as unknown[]) : [];
}
export const objectsIn = (json: Json, key: string): readonly Json[] => listIn(json, key).filter(isObject);
export const has = (json: Json, key: string): boolean => memberOf(json, key) !== undefined;

/** The extensions whose address ends so. */
export const extensionsIn = (json: Json, ...names: readonly string[]): readonly Json[] =>
  objectsIn(json, 'extension').filter((one) => names.some((name) => textAt(one, 'url')?.endsWith(`/${name}`)));

/** The FHIRPath of an SDC expression. */
export function expressionIn(item: Json, name: string): string | undefined {
  const [found] = extensionsIn(item, `sdc-questionnaire-${name}`, `questionnaire-${name}`);
  const expression = found && objectIn(found, 'valueExpression');
  return expression && (textAt(expression, 'expression') ?? '');
}

/** A tag such as "en-GB": it becomes part of a file's name. */
export const isLanguage = (tag: string | undefined): tag is string =>
  tag !== undefined && /^[a-z]{2,3}(-[a-z\d]{2,8}){0,4}$/i.test(tag);

/** Words by language: those of the form, and the translations beside them. */
export function wordsIn(json: Json, key: string, language: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const text = textAt(json, key);
  if (text !== undefined) words.set(language, text);
  const beside = objectIn(json, `_${key}`);
  for (const one of beside ? extensionsIn(beside, 'translation') : []) {
    const parts = new Map(objectsIn(one, 'extension').map((part) => [textAt(part, 'url'), part]));
    const [lang, content] = [parts.get('lang'), parts.get('content')];
    const said = content && (textAt(content, 'valueString') ?? textAt(content, 'valueMarkdown'));
    const spoken = lang && (textAt(lang, 'valueCode') ?? textAt(lang, 'valueString'));
    if (said !== undefined && isLanguage(spoken) && !words.has(spoken)) words.set(spoken, said);
  }
  return words;
}
