/** What a form can ask of its own answers. Unlike a condition of a pack it is true or false, never unknown: without an answer it is false. */
export type Formula = Literal | { readonly all: readonly Formula[] } | { readonly any: readonly Formula[] };

/** One look at one item of the form; `not` turns it around, and is then true without an answer too. */
export type Literal = { readonly at: Place; readonly not?: true } & (
  | { readonly oneOf: readonly string[] }
  | { readonly atLeast: number }
  | { readonly below: number }
  | { readonly is: boolean }
  | { readonly answered: true }
);

/** An item that is looked at. `values` are all codes it can have; `several`: it takes more than one at once. */
export interface Place {
  readonly link: string;
  /** The group it stands in. */
  readonly within?: string;
  readonly values?: readonly string[];
  readonly system?: string;
  readonly several?: true;
  /** Of a number: whether it is a whole one. */
  readonly whole?: true;
}

export const always: Formula = { all: [] };
export const never: Formula = { any: [] };

export const isAlways = (formula: Formula): boolean => 'all' in formula && !formula.all.length;
export const isNever = (formula: Formula): boolean => 'any' in formula && !formula.any.length;

export function all(...parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => ('all' in part ? part.all : [part]));
  if (flat.some(isNever)) return never;
  const [only, ...more] = flat;
  return only && !more.length ? only : { all: flat };
}

export function any(...parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => ('any' in part ? part.any : [part]));
  if (flat.some(isAlways)) return always;
  const [only, ...more] = flat;
  return only && !more.length ? only : { any: flat };
}

export function not(formula: Formula): Formula {
  if ('all' in formula) return any(...formula.all.map(not));
  if ('any' in formula) return all(...formula.any.map(not));
  const { not: turned, ...rest } = formula;
  return turned ? rest : { ...rest, not: true };
}

/** Any of these codes. */
export const oneOf = (at: Place, codes: readonly string[]): Formula =>
  at.several ? any(...codes.map((code) => ({ at, oneOf: [code] }))) : codes.length ? { at, oneOf: codes } : never;

/** A row is what must all be true; a formula is any of its rows. */
export type Row = readonly Literal[];

/** A formula with so many rows is not worth listing. */
const mostRows = 24;

/**
 * A formula as rows: looks at one item are drawn together, rows that differ in one item only are one, rows that another
 * row covers are gone. `undefined` where there would be too many.
 */
export function rowsOf(formula: Formula): readonly Row[] | undefined {
  const rows = spread(formula);
  return rows && joined(rows);
}

function spread(formula: Formula): readonly Row[] | undefined {
  if ('any' in formula) {
    const rows: Row[] = [];
    for (const part of formula.any) {
      const own = spread(part);
      if (!own || rows.push(...own) > mostRows) return undefined;
    }
    return rows;
  }
  if (!('all' in formula)) return [[formula]];
  let rows: readonly Row[] = [[]];
  for (const part of formula.all) {
    const own = spread(part);
    if (!own || rows.length * own.length > mostRows) return undefined;
    rows = rows.flatMap((row) =>
      own.flatMap((more) => {
        const made = both(row, more);
        return made ? [made] : [];
      }),
    );
  }
  return rows;
}

/** Two rows at once; `undefined` where no answer fits both. */
function both(row: Row, more: Row): Row | undefined {
  let made = row;
  for (const literal of more) {
    const isHere = (one: Literal) => one.at.link === literal.at.link && isPair(one, literal);
    const drawn = drawnTogether([...made.filter(isHere), literal]);
    if (!drawn) return undefined;
    made = [...made.filter((one) => !isHere(one)), ...drawn];
  }
  return made;
}

const codesOf = (literal: Literal): readonly string[] | undefined =>
  'oneOf' in literal ? literal.oneOf : 'answered' in literal ? literal.at.values : undefined;

/** Whether two looks at one item can be drawn together: at its codes, or at its number. */
const isPair = (one: Literal, other: Literal): boolean =>
  one.at.several ? sameCodes(codesOf(one) ?? [], codesOf(other) ?? []) : 'is' in one === 'is' in other;

/** All looks at one item; `undefined` where no answer fits them. */
function drawnTogether(literals: Row): Row | undefined {
  const [first, ...rest] = literals;
  if (!first || !rest.length) return literals;
  if ('is' in first || first.at.several) {
    const same = rest.every((one) => JSON.stringify(one) === JSON.stringify(first));
    return same ? [first] : 'is' in first && rest.every((one) => one.not !== first.not) ? literals : undefined;
  }
  return first.at.values ? codesTogether(first.at, literals) : numbersTogether(first.at, literals);
}

function codesTogether(at: Place, literals: Row): Row | undefined {
  const wanted = literals.filter((one) => !one.not).map((one) => codesOf(one) ?? []);
  const unwanted = [...new Set(literals.filter((one) => one.not).flatMap((one) => codesOf(one) ?? []))];
  const [first, ...rest] = wanted;
  if (!first) return [{ at, oneOf: unwanted, not: true }];
  const left = first.filter((code) => rest.every((codes) => codes.includes(code)) && !unwanted.includes(code));
  return left.length ? [{ at, oneOf: left }] : undefined;
}

/** Where a number is there for certain, "not below" is "at least". */
function numbersTogether(at: Place, literals: Row): Row | undefined {
  if (literals.every((one) => one.not)) return distinct(literals);
  let [from, below] = [-Infinity, Infinity];
  for (const one of literals) {
    if ('answered' in one && one.not) return undefined;
    const [lowest, highest] = one.not ? turned(one) : rangeOf(one);
    from = Math.max(from, lowest);
    below = Math.min(below, highest);
  }
  return from < below ? ranged(at, from, below) : undefined;
}

function rangeOf(literal: Literal): readonly [number, number] {
  return ['atLeast' in literal ? literal.atLeast : -Infinity, 'below' in literal ? literal.below : Infinity];
}
const turned = (literal: Literal): readonly [number, number] => [
  'below' in literal ? literal.below : -Infinity,
  'atLeast' in literal ? literal.atLeast : Infinity,
];

function ranged(at: Place, from: number, below: number): Row {
  const row: Literal[] = [];
  if (from > -Infinity) row.push({ at, atLeast: from });
  if (below < Infinity) row.push({ at, below });
  return row.length ? row : [{ at, answered: true }];
}

const distinct = (row: Row): Row => [...new Map(row.map((one) => [JSON.stringify(one), one])).values()];

function joined(rows: readonly Row[]): readonly Row[] {
  for (const [i, row] of rows.entries())
    for (const [j, other] of rows.entries()) {
      if (i === j) continue;
      const one = merged(row, other);
      if (one) return joined([...rows.filter((_, at) => at !== i && at !== j), one]);
    }
  return rows;
}

/** One row for two of which one covers the other, or that differ in the codes or the range of one item only. */
function merged(row: Row, other: Row): Row | undefined {
  const mine = row.filter((literal) => !other.some((one) => isSame(literal, one)));
  const theirs = other.filter((literal) => !row.some((one) => isSame(literal, one)));
  if (!mine.length) return row;
  const [first, second] = [mine[0], theirs[0]];
  if (!first || !second || [...mine, ...theirs].some((one) => one.at.link !== first.at.link)) return undefined;
  const rest = row.filter((one) => !mine.includes(one));
  if (
    mine.length === 1 &&
    theirs.length === 1 &&
    first.not !== second.not &&
    isSame({ ...first, not: true }, { ...second, not: true })
  )
    return rest;
  if (first.at.several || [...mine, ...theirs].some((one) => one.not || 'is' in one)) return undefined;
  if (first.at.values)
    return [...rest, { at: first.at, oneOf: [...new Set([...(codesOf(first) ?? []), ...(codesOf(second) ?? [])])] }];
  const [one, two] = [mine, theirs].map((part) => numbersTogether(first.at, part)).map(ends);
  if (!one || !two || one[0] > two[1] || two[0] > one[1]) return undefined;
  return [...rest, ...ranged(first.at, Math.min(one[0], two[0]), Math.max(one[1], two[1]))];
}

/** The range that a row of one number leaves. */
const ends = (row: Row | undefined): readonly [number, number] | undefined =>
  row && [Math.max(...row.map((one) => rangeOf(one)[0])), Math.min(...row.map((one) => rangeOf(one)[1]))];

const isSame = (one: Literal, other: Literal): boolean =>
  one.at.link === other.at.link &&
  one.not === other.not &&
  (codesOf(one) && codesOf(other)
    ? sameCodes(codesOf(one) ?? [], codesOf(other) ?? [])
    : JSON.stringify(one) === JSON.stringify(other));

const sameCodes = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((code) => other.includes(code));
