import { EveryContactError } from '@everycontact/core';
import { limits } from '@everycontact/core/parse';
import { parse, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** A place in a file, both counted from one, as editors do. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

function spotAt(text: string, offset: number): Spot {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * Where a path of keys stands in a text; the nearest part that is there where the last keys are not. A key may hold dots, as
 * `smoking.vba` does, and an entry of a list may go by its id.
 */
export function spotOf(text: string, path: readonly (string | number)[]): Spot {
  const parts = path.map(String);
  let node = parseTree(text);
  for (let at = 0; node && at < parts.length; ) {
    const next = nextIn(node, parts.slice(at));
    if (!next) break;
    node = next.node;
    at += next.taken;
  }
  if (!node) return { line: 1, column: 1 };
  return spotAt(text, (node.parent?.type === 'property' ? node.parent : node).offset);
}

/** The entry that the first of these parts name, as many of them as its key has, and how many that were. */
function nextIn({ type, children = [] }: Node, parts: readonly string[]): { node: Node; taken: number } | undefined {
  if (type === 'array') {
    const node = children.find((entry, at) => String(at) === parts[0] || valueOf(entry, 'id')?.value === parts[0]);
    return node && { node, taken: 1 };
  }
  for (let taken = parts.length; taken > 0; taken -= 1) {
    const node = valueOf({ type, children }, parts.slice(0, taken).join('.'));
    if (node) return { node, taken };
  }
  return undefined;
}

const valueOf = ({ children = [] }: Pick<Node, 'type' | 'children'>, key: string): Node | undefined =>
  children.find(({ children: [name] = [] }) => name?.value === key)?.children?.[1];

/** What is wrong with JSON, in the words of somebody who writes none otherwise. */
const mistakes: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a sign that does not belong there, such as a curly quote instead of "',
  PropertyNameExpected: 'no key where one belongs, perhaps a comma after the last entry',
  ValueExpected: 'no value where one belongs, perhaps a comma after the last entry',
  ColonExpected: 'no : between a key and its value',
  CommaExpected: 'no comma between two entries',
  CloseBraceExpected: 'no } at the end',
  CloseBracketExpected: 'no ] at the end',
  EndOfFileExpected: 'more after the end',
  InvalidCommentToken: 'a comment, which JSON does not have',
  UnexpectedEndOfString: 'a text without its closing "',
  InvalidEscapeCharacter: 'a \\ that JSON does not know',
};

/**
 * JSON as somebody wrote it. A comment, a comma too many or a key written twice is refused with its line.
 *
 * @throws EveryContactError `content-not-json`, `content-not-utf-8`, `content-duplicate-key`
 */
export function readJson(file: string, text: string): unknown {
  try {
    return strictJson(file, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw notJson(file, 'JSON, found parts nested deeper than in any real file');
  }
}

/** What an author wrote: no larger than any real pack, so that a wrong file is refused before it is looked through. */
export function readContent(file: string, text: string): unknown {
  if (text.length > limits.characters)
    throw notJson(file, `at most ${limits.characters} characters, found ${text.length}`);
  return readJson(file, text);
}

const notJson = (file: string, expected: string): EveryContactError =>
  new EveryContactError(
    'content-not-json',
    file,
    `${file}: expected ${expected}. Check that it is the file you meant.`,
  );

function strictJson(file: string, text: string): unknown {
  const unreadable = text.indexOf('\ufffd');
  if (unreadable >= 0) {
    const { line, column } = spotAt(text, unreadable);
    throw new EveryContactError(
      'content-not-utf-8',
      `${file}:${line}:${column}`,
      `${file}:${line}:${column}: expected UTF-8, found a sign that cannot be read, often an "æ", "é" or dash that another program saved. Save the file as UTF-8 and write that sign again.`,
    );
  }
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first) {
    const { line, column } = spotAt(text, first.offset);
    const name = printParseErrorCode(first.error);
    const found = text.trim() === '' ? 'nothing' : (mistakes[name] ?? `a mistake (${name})`);
    throw new EveryContactError(
      'content-not-json',
      `${file}:${line}:${column}`,
      `${file}:${line}:${column}: expected JSON, found ${found}. An editor that knows JSON underlines it.`,
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
