import type { Column, Container } from './container.js';
import { damaged } from './container.js';
import { NODE, leafOf, placeOf } from './tree.js';

/** Words of a row. */
export const ROW = { latitude: 0, longitude: 1, needs: 2, speech: 3, terms: 4, words: 5 } as const;

/** The columns of a file, as views of its bytes. */
export interface Opened {
  readonly head: Container['head'];
  readonly nodes: Int32Array;
  /** What a search reads of each row, in the order of `ROW`. */
  readonly rows: Column;
  /** The points are steps from the corner of their leaf. */
  readonly stepped: boolean;
  /** Bits of the needs and of the languages of each entry. */
  readonly needsBits: Int32Array;
  readonly speechBits: Int32Array;
  readonly termsWords: Column;
  /** Services of one class have the same needs and speech: its entries, and how many rows. */
  readonly classNeeds: Column;
  readonly classSpeech: Column;
  readonly classRows: Column;
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
  const nodes = file.column('nodes', 2 * leaves * NODE.words);
  const [needsBits, speechBits] = [file.column('needs.bits'), file.column('speech.bits')];
  const isWords = (column: Column): column is Int32Array => column instanceof Int32Array;
  if (!isWords(nodes) || !isWords(needsBits) || !isWords(speechBits))
    throw damaged('columns.nodes', 'it is of another kind');
  const classRows = file.column('class.rows');
  const count = classRows.length;
  const words = file.column('rows', rows * ROW.words);
  return {
    head,
    nodes,
    rows: words,
    stepped: words instanceof Uint16Array,
    needsBits,
    speechBits,
    termsWords: file.column('terms.words'),
    classNeeds: file.column('class.needs', count),
    classSpeech: file.column('class.speech', count),
    classRows,
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
export function pointOf({ head, nodes, rows, stepped }: Opened, row: number): readonly [number, number] {
  const at = stepped ? placeOf(head.leaves - 1 + leafOf(row, head.placed, head.leaves)) : -1;
  return [
    (rows[row * ROW.words] ?? 0) + (stepped ? (nodes[at + NODE.south] ?? 0) : 0),
    (rows[row * ROW.words + 1] ?? 0) + (stepped ? (nodes[at + NODE.west] ?? 0) : 0),
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
