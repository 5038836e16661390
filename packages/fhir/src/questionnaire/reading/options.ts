import { bounds, type FormItem } from './items.js';
import { isObject, type Json } from '../../json.js';
import { extensionsIn, has, listIn, objectIn, objectsIn, textAt, wordsIn } from './json.js';
import type { Told } from './told.js';

/** An answer to choose, as a form has it. */
export interface FormOption {
  readonly code: string;
  readonly words: ReadonlyMap<string, string>;
  readonly points: number;
}

/** The answers to a question that add points to a sum; what has no points is told. Nothing is fetched. */
export function optionsOf(form: Json, found: FormItem, language: string, told: Told): readonly FormOption[] {
  const { item, link, where } = found;
  const options = has(item, 'answerValueSet') ? contained(form, found, told) : objectsIn(item, 'answerOption');
  if (options.length > bounds.options) {
    told.lost(
      'form-too-large',
      where,
      `expected at most ${bounds.options} answers to "${link}", found ${options.length}`,
    );
    return [];
  }
  const read = options.map((option, at) => optionOf(option, language, `${where}.answerOption.${at}`, told));
  const scored = read.filter((option) => option?.points !== undefined);
  const codes = new Set<string>();
  return scored.flatMap((option) => {
    if (!option || codes.has(option.code)) {
      told.lost('form-option-twice', where, `"${link}" has one answer twice: the second is left out`);
      return [];
    }
    codes.add(option.code);
    return [{ code: option.code, words: option.words, points: Number(option.points) }];
  });
}

/** The concepts of a value set that stands in the form itself. */
function contained(form: Json, { item, link, where }: FormItem, told: Told): readonly Json[] {
  const address = textAt(item, 'answerValueSet') ?? '';
  const set = objectsIn(form, 'contained').find((one) => address === `#${textAt(one, 'id') ?? ''}`);
  if (!set) {
    told.lost(
      'form-options-elsewhere',
      where,
      `the answers to "${link}" stand elsewhere ("${address}") and are not fetched: write them into the form`,
    );
    return [];
  }
  const [compose, expansion] = [objectIn(set, 'compose'), objectIn(set, 'expansion')];
  const listed = compose ? objectsIn(compose, 'include').flatMap((one) => objectsIn(one, 'concept')) : [];
  const concepts = expansion ? objectsIn(expansion, 'contains') : listed;
  if (!concepts.length) told.lost('form-options-empty', where, `the value set of "${link}" lists no answers`);
  return concepts.map((concept) => ({ valueCoding: concept, extension: listIn(concept, 'extension') }));
}

interface ReadOption extends Omit<FormOption, 'points'> {
  readonly points?: number;
}

function optionOf(option: Json, language: string, where: string, told: Told): ReadOption | undefined {
  const coding = objectIn(option, 'valueCoding');
  const code = coding ? (textAt(coding, 'code') ?? textAt(coding, 'display')) : plain(option);
  const display = coding ? wordsIn(coding, 'display', language) : new Map([[language, plain(option) ?? '']]);
  if (code === undefined) {
    told.lost(
      'form-option-shape',
      where,
      'expected a coding, a text or a whole number, found something else: it is left out',
    );
    return undefined;
  }
  const words = display.size ? display : new Map([[language, code]]);
  const points = weightOf(option, coding, where, told);
  return { code, words, ...(points !== undefined && { points }) };
}

function plain(option: Json): string | undefined {
  const number = Object.hasOwn(option, 'valueInteger') ? option.valueInteger : undefined;
  return textAt(option, 'valueString') ?? (typeof number === 'number' ? String(number) : undefined);
}

/** `itemWeight`, or `ordinalValue` of older forms, on the answer or on its coding. */
function weightOf(option: Json, coding: Json | undefined, where: string, told: Told): number | undefined {
  const weights = [option, coding ?? {}].flatMap((one) =>
    extensionsIn(one, 'itemWeight', 'ordinalValue', 'questionnaire-ordinalValue'),
  );
  const [weight] = weights;
  const value = isObject(weight) ? (weight.valueDecimal ?? weight.valueInteger) : undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (weight)
    told.lost(
      'form-points',
      where,
      `expected points as a number, found ${JSON.stringify(value) ?? 'none'}: the answer is left out`,
    );
  else
    told.note(
      'form-option-unscored',
      where,
      'this answer has no points: it is left out, for everything can be skipped',
    );
  return undefined;
}
