import type { Column, Container } from './container.js';
import { damaged } from './container.js';
import { NODE, leafOf } from './tree.js';

/** The columns of a file, as views of its bytes. */
export interface Opened {
  readonly head: Container['head'];
  readonly nodes: Int32Array;
  readonly latitude: Column;
  readonly longitude: Column;
  /** The points are steps from the corner of their leaf. */
  readonly stepped: boolean;
  readonly class: Column;
  /** Bits of the needs and of the languages of each class. */
  readonly classes: Int32Array;
  readonly classRows: Column;
  readonly terms: Column;
  readonly termsWords: Column;
  readonly area: Column;
  readonly needEnds: Column;
  readonly needClasses: Column;
  readonly languageEnds: Column;
  readonly languageClasses: Column;
  readonly runBegin: Column;
  readonly runSteps: Column;
  readonly hours: Column;
  readonly assured: Column;
  readonly alphabet: Column;
  readonly sharedBits: Column;
  readonly sharedRows: Column;
  readonly sharedAt: Column;
  readonly sharedLists: Column;
}

/** @throws EveryContactError `services-file-damaged` where a column is absent, or not as long as the others */
export function openColumns(file: Container): Opened {
  const { head } = file;
  const { rows, placed, leaves } = head;
  if (placed > rows || (placed > 0 && (leaves < 1 || leaves > placed)) || leaves & (leaves - 1))
    throw damaged('file.head', 'its counts do not fit each other');
  const nodes = file.column('nodes', Math.max(0, 2 * leaves - 1) * NODE.words);
  const classes = file.column('classes');
  if (!(nodes instanceof Int32Array) || !(classes instanceof Int32Array))
    throw damaged('columns.nodes', 'it is of another kind');
  const count = classes.length / 2;
  const latitude = file.column('latitude', placed);
  return {
    head,
    nodes,
    latitude,
    longitude: file.column('longitude', placed),
    stepped: latitude instanceof Uint16Array,
    class: file.column('class', rows),
    classes,
    classRows: file.column('class.rows', count),
    terms: file.column('terms', rows),
    termsWords: file.column('terms.words'),
    area: file.column('area', rows),
    needEnds: file.column('need.ends', head.needs.length),
    needClasses: file.column('need.classes'),
    languageEnds: file.column('language.ends', head.languages.length),
    languageClasses: file.column('language.classes'),
    runBegin: file.column('run.begin', count),
    runSteps: file.column('run.steps'),
    hours: file.column('hours', rows),
    assured: file.column('assured', rows),
    alphabet: file.column('alphabet', rows),
    sharedBits: file.column('shared.bits'),
    sharedRows: file.column('shared.rows'),
    sharedAt: file.column('shared.at'),
    sharedLists: file.column('shared.lists'),
  };
}

/** The point of a row, on the grid. */
export function pointOf({ head, nodes, latitude, longitude, stepped }: Opened, row: number): readonly [number, number] {
  const at = stepped ? (head.leaves - 1 + leafOf(row, head.placed, head.leaves)) * NODE.words : -1;
  return [
    (latitude[row] ?? 0) + (stepped ? (nodes[at + NODE.south] ?? 0) : 0),
    (longitude[row] ?? 0) + (stepped ? (nodes[at + NODE.west] ?? 0) : 0),
  ];
}

/** The rows of all places of the service that this row is of, in the order of its places; undefined where it has but one. */
export function placesOf({ sharedBits, sharedRows, sharedAt, sharedLists, head }: Opened, row: number) {
  if (((sharedBits[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return undefined;
  let low = 0;
  let high = sharedRows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sharedRows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  const at = sharedAt[low] ?? 0;
  const length = Math.min(sharedLists[at] ?? 0, head.placed);
  const rows = Array.from(sharedLists.subarray(at + 1, at + 1 + length)).filter((one) => one < head.placed);
  return rows.includes(row) ? rows : undefined;
}

/** Calls with each row of a class, in order. */
export function eachRow(
  { runBegin, runSteps, classRows, head }: Opened,
  one: number,
  take: (row: number) => void,
): void {
  const count = Math.min(classRows[one] ?? 0, head.rows);
  let at = runBegin[one] ?? 0;
  let row = 0;
  for (let i = 0; i < count; i++) {
    let step = 0;
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = runSteps[at++] ?? 0;
      step |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    row += step;
    if (row < 0 || row >= head.rows) return;
    take(row);
  }
}
