import type * as r4 from 'fhir/r4.js';
import { type Formula, isAlways, isNever, type Literal, type Place, type Row, rowsOf } from './formula.js';

type Enabling = Pick<r4.QuestionnaireItem, 'enableWhen' | 'enableBehavior' | 'extension'>;

/**
 * When an item is on: as `enableWhen`, which every renderer knows, wherever one list of comparisons says it; else as an
 * expression. Never both.
 */
export function enabling(formula: Formula): Enabling {
  if (isAlways(formula)) return {};
  const rows = isNever(formula) ? undefined : rowsOf(formula);
  if (rows?.some((row) => !row.length)) return {};
  const when = asList(rows);
  if (when) {
    const [only, ...more] = when.list;
    return only && !more.length
      ? { enableWhen: [only] }
      : { enableWhen: [...when.list], enableBehavior: when.behaviour };
  }
  return {
    extension: [
      expressionExtension(
        'sdc-questionnaire-enableWhenExpression',
        pathOf(rows ? { any: rows.map((row) => ({ all: row })) } : formula),
      ),
    ],
  };
}

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/';

export const expressionExtension = (name: string, expression: string): r4.Extension => ({
  url: `${sdc}${name}`,
  valueExpression: { language: 'text/fhirpath', expression },
});

interface List {
  readonly list: readonly r4.QuestionnaireItemEnableWhen[];
  readonly behaviour: 'all' | 'any';
}

function asList(rows: readonly Row[] | undefined): List | undefined {
  const [only, ...more] = rows ?? [];
  if (!rows || !only) return undefined;
  if (!more.length && only.length > 1) return listed(only.map(everyOf), 'all');
  const single = rows.map((row) => (row.length === 1 && row[0] ? someOf(row[0]) : undefined));
  return listed(single, 'any') ?? (more.length ? undefined : listed(only.map(everyOf), 'all'));
}

function listed(parts: readonly (readonly r4.QuestionnaireItemEnableWhen[] | undefined)[], behaviour: 'all' | 'any') {
  const list = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : { list, behaviour };
}

/** Comparisons of which one is enough. */
function someOf(literal: Literal): readonly r4.QuestionnaireItemEnableWhen[] | undefined {
  const { at } = literal;
  if ('oneOf' in literal && !literal.not)
    return isEvery(literal) ? [exists(literal)] : literal.oneOf.map((code) => coding(literal, '=', code));
  if ('oneOf' in literal) return undefined;
  if ('answered' in literal) return [{ question: at.link, operator: 'exists', answerBoolean: !literal.not }];
  return everyOf(literal);
}

/** Comparisons that must all hold. */
function everyOf(literal: Literal): readonly r4.QuestionnaireItemEnableWhen[] | undefined {
  const { at } = literal;
  if ('oneOf' in literal) {
    // Without an answer "is not" is true by the standard, and false in some renderers.
    if (literal.not) return undefined;
    const [only, ...more] = literal.oneOf;
    if (only !== undefined && !more.length) return [coding(literal, '=', only)];
    const others = (at.values ?? []).filter((code) => !literal.oneOf.includes(code));
    return [exists(literal), ...others.map((code) => coding(literal, '!=', code))];
  }
  if ('answered' in literal) return someOf(literal);
  // A number that is not there is neither below nor at least anything, which no single comparison can turn around.
  if (literal.not) return undefined;
  if ('is' in literal) return [{ question: at.link, operator: '=', answerBoolean: literal.is }];
  const number = 'atLeast' in literal ? literal.atLeast : literal.below;
  const operator = 'atLeast' in literal ? '>=' : '<';
  return at.whole && Number.isInteger(number)
    ? [{ question: at.link, operator, answerInteger: number }]
    : [{ question: at.link, operator, answerDecimal: number }];
}

const exists = ({ at }: Literal): r4.QuestionnaireItemEnableWhen => ({
  question: at.link,
  operator: 'exists',
  answerBoolean: true,
});

function coding({ at }: Literal, operator: '=' | '!=', code: string): r4.QuestionnaireItemEnableWhen {
  return { question: at.link, operator, answerCoding: { ...(at.system && { system: at.system }), code } };
}

const isEvery = (literal: Literal & { readonly oneOf: readonly string[] }): boolean =>
  literal.oneOf.length === literal.at.values?.length;

/** A formula in FHIRPath: always a boolean, so that "not" of nothing is true. */
function pathOf(formula: Formula): string {
  if (isAlways(formula)) return 'true';
  if (isNever(formula)) return 'false';
  if ('all' in formula) return joined(formula.all, ' and ');
  if ('any' in formula) return joined(formula.any, ' or ');
  const path = `${answersAt(formula.at)}${test(formula)}.exists()`;
  return formula.not ? `${path}.not()` : path;
}

function joined(parts: readonly Formula[], by: ' and ' | ' or '): string {
  const paths = [...new Set(parts.map(pathOf))];
  return paths.length === 1 ? paths.join() : paths.map((path) => `(${path})`).join(by);
}

/** The answers of an item. Ids of packs hold no quotes. */
export function answersAt({ link, within }: Place): string {
  const item = (id: string) => `.item.where(linkId = '${id}')`;
  return `%resource${within === undefined ? '' : item(within)}${item(link)}.answer.value`;
}

function test(literal: Literal): string {
  if ('answered' in literal) return '';
  if ('oneOf' in literal) return `.where(${literal.oneOf.map((code) => `code = '${code}'`).join(' or ')})`;
  if ('is' in literal) return `.where($this = ${literal.is})`;
  return `.where($this ${'atLeast' in literal ? `>= ${literal.atLeast}` : `< ${literal.below}`})`;
}
