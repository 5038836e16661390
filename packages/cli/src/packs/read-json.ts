import { EveryContactError } from '@everycontact/core';
import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** A place in a file, both counted from one, as editors do. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

function spotAt(text: string, offset: number): Spot {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a path of keys stands in a text; the nearest part that is there where the last keys are not. */
export function spotOf(text: string, path: readonly (string | number)[]): Spot {
  const tree = parseTree(text);
  for (let length = path.length; tree && length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return spotAt(text, (node.parent?.type === 'property' ? node.parent : node).offset);
  }
  return { line: 1, column: 1 };
}

/**
 * JSON as somebody wrote it. A comment, a comma too many or a key written twice is refused with its line.
 *
 * @throws EveryContactError `content-not-json`, `content-duplicate-key`
 */
export function readJson(file: string, text: string): unknown {
  try {
    return strictJson(file, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EveryContactError(
      'content-not-json',
      file,
      `${file}: expected JSON, found parts nested deeper than in any real file. Check that it is the file you meant.`,
    );
  }
}

function strictJson(file: string, text: string): unknown {
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first) {
    const { line, column } = spotAt(text, first.offset);
    const found = printParseErrorCode(first.error);
    throw new EveryContactError(
      'content-not-json',
      `${file}:${line}:${column}`,
      `${file}:${line}:${column}: expected JSON, found a mistake there (${found}). An editor that knows JSON underlines it.`,
    );
  }
  const tree = parseTree(text);
  const twice = tree && duplicateIn(tree);
  if (twice) {
    const { line, column } = spotAt(text, twice.offset);
    throw new EveryContactError(
      'content-duplicate-key',
      `${file}:${line}:${column}`,
      `${file}:${line}:${column}: expected each key once, found "${String(twice.value)}" a second time. Take one of the two out.`,
    );
  }
  return json;
}

/** The second of two keys of the same name in one object. */
function duplicateIn(node: Node): Node | undefined {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = child.type === 'property' ? child.children?.[0] : undefined;
    if (key && seen.has(key.value)) return key;
    seen.add(key?.value ?? child);
    const deeper = duplicateIn(child);
    if (deeper) return deeper;
  }
  return undefined;
}
