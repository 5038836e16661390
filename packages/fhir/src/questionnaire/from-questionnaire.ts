import type { AnswerName, Day, Finding, Instrument, Item, ItemOption, Locale, TextKey } from '@everycontact/core';
import { textProblems } from '@everycontact/core/parse';
import { type Question, unaskedBy } from './reading/conditions.js';
import { type FormItem, itemsIn } from './reading/items.js';
import { isObject, type Json } from '../json.js';
import { expressionIn, extensionsIn, isLanguage, isTrue, listIn, textAt, wordsIn } from './reading/json.js';
import { optionsOf } from './reading/options.js';
import { told, type Told } from './reading/told.js';

export interface ImportOptions {
  /** The day on which the form is taken over. */
  readonly today: Day;
  /** When it is due to be looked at again. */
  readonly reviewBy: Day;
  /** The id of the instrument; from the form's own name by default. */
  readonly id?: string;
  /** The language of a form that names none. */
  readonly locale?: Locale;
}
/** An instrument as its files have it: `instrument.json`, and `text.<locale>.json` for each language. Bands are not a form's to say. */
export interface ImportedInstrument {
  readonly id: string;
  readonly instrument: Omit<Instrument, 'bands'>;
  readonly texts: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>>;
}
export interface QuestionnaireImport {
  /** What could be kept; nothing where no question could. */
  readonly instrument?: ImportedInstrument;
  /** Each thing that could not, item by item. */
  readonly findings: readonly Finding[];
}

/**
 * An SDC Questionnaire (FHIR R4) as an instrument of a pack: its choices whose answers carry points, word for word, in every
 * language of the form. Everything else is named in a finding, and the rest is kept; whatever is handed in, nothing is thrown,
 * nothing runs and nothing is fetched. The instrument is a draft, with the form's copyright as its attribution.
 */
export function fromQuestionnaire(json: unknown, options: ImportOptions): QuestionnaireImport {
  const tell = told();
  const instrument = read(json, options, tell);
  return { ...(instrument && { instrument }), findings: tell.findings() };
}

function read(json: unknown, options: ImportOptions, tell: Told): ImportedInstrument | undefined {
  if (!isObject(json) || textAt(json, 'resourceType') !== 'Questionnaire') {
    tell.lost('form-not-questionnaire', '', 'expected a FHIR Questionnaire, found something else: hand in one form');
    return undefined;
  }
  if (listIn(json, 'modifierExtension').length || textAt(json, 'implicitRules') !== undefined) {
    tell.lost(
      'form-modifier',
      '',
      'the form carries rules that can change its meaning: ask whoever made it for one without',
    );
    return undefined;
  }
  const items = itemsIn(json, tell);
  if (!items) return undefined;
  const id = idOf(options.id ?? textAt(json, 'name') ?? textAt(json, 'id') ?? textAt(json, 'title') ?? 'form');
  const language = languageOf(json, options, tell);
  const questions = items.flatMap((item) => questionIn(json, item, language, tell) ?? []);
  for (const item of items) noteRest(item, questions, tell);
  if (!questions.length) {
    tell.lost(
      'form-no-questions',
      'item',
      'expected choices whose answers carry points, found none: there is nothing to make an instrument of',
    );
    return undefined;
  }
  return written(json, id, language, questions, options, tell);
}

function languageOf(form: Json, { locale }: ImportOptions, tell: Told): Locale {
  const language = textAt(form, 'language') ?? locale;
  if (isLanguage(language)) return language;
  tell.lost(
    'form-language-missing',
    'language',
    `expected a language such as "en-GB", found "${language ?? 'none'}": the words stand under "und" until you say which it is`,
  );
  return 'und';
}

interface Scored extends Question {
  readonly found: FormItem;
  readonly words: ReadonlyMap<Locale, string>;
}

/** A question whose answers carry points. */
function questionIn(form: Json, found: FormItem, language: Locale, tell: Told): Scored | undefined {
  const { item, link, type, where } = found;
  if (type !== 'choice' && type !== 'open-choice') return undefined;
  if (isTrue(item, 'repeats')) {
    tell.lost(
      'form-repeats',
      where,
      `"${link}" takes several answers, which a question of an instrument cannot: it is left out`,
    );
    return undefined;
  }
  if (type === 'open-choice')
    tell.note(
      'form-free-text',
      where,
      `"${link}" takes words of one's own, which are never asked for: only its answers are kept`,
    );
  if (extensionsIn(item, 'questionnaire-hidden').some((one) => isTrue(one, 'valueBoolean'))) {
    tell.lost('form-condition', where, `"${link}" is hidden in the form, so nobody is asked it: it is left out`);
    return undefined;
  }
  const words = wordsIn(item, 'text', language);
  if (!words.size) {
    tell.lost('form-text-missing', where, `"${link}" has no words: it is left out`);
    return undefined;
  }
  const options = optionsOf(form, found, language, tell);
  if (!options.length) {
    tell.lost(
      'form-points-missing',
      where,
      `no answer to "${link}" carries points, so it is a step of a script and not of an instrument: it is left out`,
    );
    return undefined;
  }
  return { found, link, options, words };
}

/** What else an item says: named, for an instrument has no place for it. */
function noteRest({ item, link, type, where }: FormItem, questions: readonly Scored[], tell: Told): void {
  const scored = questions.some((question) => question.link === link);
  const expression = expressionIn(item, 'calculatedExpression');
  if (expression !== undefined) noteSum(expression, link, where, questions, tell);
  else if (type === 'display') {
    if (isTrue(item, 'repeats') || isTrue(item, 'required'))
      tell.note(
        'form-display-answers',
        where,
        `"${link}" is only words and cannot be required or repeated, which it says it is`,
      );
    tell.note(
      'form-words-left-out',
      where,
      `"${link}" is words beside the questions: say them in the step of a script`,
    );
  } else if (type !== 'group' && type !== 'choice' && type !== 'open-choice')
    tell.lost(
      'form-type',
      where,
      `"${link}" asks for a ${type}, which a question of an instrument cannot: make it a step of a script`,
    );
  if (!scored && (listIn(item, 'enableWhen').length || expressionIn(item, 'enableWhenExpression') !== undefined))
    tell.note('form-branch-left-out', where, `when "${link}" is asked is for a script to say`);
  if (scored && isTrue(item, 'required'))
    tell.note('form-required', where, `"${link}" is required in the form; here everything can be skipped`);
  if (scored && expressionIn(item, 'enableWhenExpression') !== undefined)
    tell.lost(
      'form-condition',
      where,
      `"${link}" is asked by an expression, which an instrument cannot read: it is always asked`,
    );
}

/** An instrument gives the sum of all its points, and nothing else. */
function noteSum(expression: string, link: string, where: string, questions: readonly Scored[], tell: Told): void {
  const named = questions.filter(
    (question) => expression.includes(`'${question.link}'`) || expression.includes(`"${question.link}"`),
  );
  const isSum = /\bsum\s*\(|\baggregate\s*\(|\+/.test(expression) && !weighs(expression);
  if (isSum && named.length > 0 && named.length < questions.length)
    tell.note('form-sum-partial', where, `"${link}" sums some of the questions; an instrument sums all of them`);
  else if (!isSum)
    tell.note('form-calculation', where, `"${link}" is worked out in a way that an instrument cannot: it is left out`);
}

/** A sum that is multiplied, turned round or moved is another number than the points: `(a + b) * 4`, `10 - a`. */
const weighs = (expression: string) =>
  /[*/-]|\b(div|mod)\b|\+\s*[1-9]|[1-9]\s*\+/.test(expression.replace(/'[^']*'|"[^"]*"|`[^`]*`|%[\w-]+/g, ''));

function written(
  form: Json,
  id: string,
  language: Locale,
  questions: readonly Scored[],
  { today, reviewBy }: ImportOptions,
  tell: Told,
): ImportedInstrument {
  const texts = new Map<Locale, Record<TextKey, string>>();
  const write = (key: TextKey, words: ReadonlyMap<Locale, string>, where: string) => {
    for (const [locale, text] of words) {
      for (const { code, message } of textProblems(text, [where])) tell.lost(code, where, message);
      texts.set(locale, { ...texts.get(locale), [key]: text });
    }
    return key;
  };
  const ids = uniqueIds(questions.map(({ link, found }) => withoutGroup(link, found.group)));
  const names = questions.map((_, at): AnswerName => `item.${id}.${ids[at] ?? at}`);
  const implied = impliedAnswers(questions, names, tell);
  const items = questions.map(({ words, options, found }, at): Item => {
    const item = ids[at] ?? String(at);
    const key = `instrument.${id}.${item}`;
    const values = uniqueIds(options.map(({ code }) => code));
    return {
      id: item,
      text: write(key, words, found.where),
      options: options.map((option, index): ItemOption => {
        const value = values[index] ?? String(index);
        const implies = implied.get(`${at} ${option.code}`);
        return {
          value,
          text: write(`${key}.${value}`, option.words, found.where),
          points: option.points,
          ...(implies && { implies }),
        };
      }),
    };
  });
  const attribution = write(`instrument.${id}.attribution`, new Map([[language, creditOf(form, tell)]]), 'copyright');
  const standing = { standing: 'draft' as const, checkedOn: today, reviewBy };
  return {
    id,
    instrument: { ...standing, algorithm: `${id}.sum`, attribution, items },
    texts: Object.fromEntries(texts),
  };
}

/** A question that is not asked counts nothing: where it has one answer of no points, that one follows. */
function impliedAnswers(questions: readonly Scored[], names: readonly AnswerName[], tell: Told) {
  const implied = new Map<string, Partial<Record<AnswerName, string>>>();
  for (const [at, { found, link, options }] of questions.entries()) {
    const unasked = unaskedBy(found.item, questions.slice(0, at));
    if (!unasked) continue;
    const nothing = options.filter(({ points }) => points === 0);
    const [none, ...more] = nothing;
    const name = names[at];
    const problem =
      'problem' in unasked ? unasked.problem : !none || more.length ? 'it has not one answer of no points' : undefined;
    if (problem !== undefined || 'problem' in unasked || !none || name === undefined) {
      tell.lost(
        'form-condition',
        found.where,
        `when "${link}" is asked cannot be said (${problem ?? ''}): it is always asked`,
      );
      continue;
    }
    const of = questions.findIndex((question) => question.link === unasked.of);
    const value = uniqueIds(options.map(({ code }) => code))[options.indexOf(none)] ?? '';
    for (const code of unasked.codes) implied.set(`${of} ${code}`, { ...implied.get(`${of} ${code}`), [name]: value });
  }
  return implied;
}

/** Whose questions they are; without a copyright, which form they came from. */
function creditOf(form: Json, tell: Told): string {
  const copyright = textAt(form, 'copyright');
  if (copyright !== undefined) return copyright;
  tell.note(
    'form-copyright-missing',
    'copyright',
    'the form does not say whose questions these are: find out before anybody is asked them',
  );
  const from = ['title', 'publisher', 'url', 'version']
    .map((key) => textAt(form, key))
    .filter((part) => part !== undefined);
  return from.join(', ') || 'Unknown';
}

/** In a group "consumption" the question "consumption.units" is "units". */
function withoutGroup(link: string, group: string | undefined): string {
  const rest = group !== undefined && link.startsWith(group) ? link.slice(group.length) : '';
  return /[a-z\d]/i.test(rest) ? rest : link;
}

/** An id of ours: small letters, digits and hyphens. */
function idOf(text: string): string {
  const id = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return id === '' || id in {} ? `form${id && `-${id}`}` : id;
}

function uniqueIds(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const id = idOf(text);
    let unique = id;
    for (let number = 2; taken.has(unique); number += 1) unique = `${id}-${number}`;
    taken.add(unique);
    return unique;
  });
}
