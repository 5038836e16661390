import type { Code } from './report/findings.js';
import { invisible, plainText } from './service/plain-text.js';

/** A record as a feed has it: nothing is known of it but that it is an object. */
export type Raw = Readonly<Record<string, unknown>>;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the mapping of one record writes down what it did. */
export interface Notes {
  repaired: (code: Code, field: string, found: unknown, became?: string) => void;
  notCarried: (field: string) => void;
}

/**
 * A record that remembers which of its fields were read, so that nothing is lost in silence: `close` reports the rest.
 * Several names mean "the first of these that says something": versions of the standards name a field differently.
 */
export interface Source {
  /** As it stands, trimmed, without characters that are not seen: ids, addresses, dates, codes. */
  exact(...names: readonly string[]): string | undefined;
  /** Plain text on one line, at most 300 characters. */
  line(...names: readonly string[]): string | undefined;
  /** Plain text with line breaks, at most 20,000 characters. */
  text(...names: readonly string[]): string | undefined;
  number(...names: readonly string[]): number | undefined;
  /** True or false, also written as text. */
  flag(name: string): boolean | undefined;
  record(name: string): Source | undefined;
  /** A list of records; a lone record is a list of one, and a lone text is a record with that `name`. */
  list(...names: readonly string[]): readonly Source[];
  /** The full name of a field, with its parents. */
  at(name: string): string;
  /** Reports each field that is empty or was not read, here and in every record opened from here. */
  close(): void;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (isRaw(value) && Object.keys(value).length === 0);
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';
const isKey = (name: string): boolean => name === 'id' || name.endsWith('_id');

export function openSource(raw: Raw, notes: Notes, path = ''): Source {
  const seen = new Set<string>();
  const children: Source[] = [];
  const at = (name: string): string => `${path}${name}`;
  const peek = (name: string): unknown => (Object.hasOwn(raw, name) ? raw[name] : undefined);
  const child = (value: Raw, name: string): Source => {
    const source = openSource(value, notes, `${at(name)}.`);
    children.push(source);
    return source;
  };
  const wrongType = (name: string, value: unknown): void => {
    if (!isEmpty(value) && !isBlank(value)) notes.repaired('wrong-type', at(name), value);
  };
  // Read once, however often it is asked for: a fault is told once.
  const known = new Map<string, unknown>();
  const first = <T>(
    how: string,
    names: readonly string[],
    read: (name: string, value: unknown) => T | undefined,
  ): T | undefined => {
    for (const name of names) {
      const key = `${how} ${name}`;
      if (!known.has(key)) known.set(key, read(name, peek(name)));
      seen.add(name);
      const found = known.get(key) as T | undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const written = (name: string, value: unknown): string | undefined => {
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return value.trim() || undefined;
    wrongType(name, value);
    return undefined;
  };
  const words = (limit: number) => (name: string, value: unknown) => {
    const found = written(name, value);
    if (found === undefined) return undefined;
    // Mark-up is several times the text; what lies beyond that is not read, so that no feed can keep the parser busy.
    const { text, wasHtml } = plainText(found.slice(0, limit * 10));
    if (wasHtml) notes.repaired('html-to-text', at(name), found);
    if (text.length <= limit && found.length <= limit * 10) return text || undefined;
    notes.repaired('text-cut', at(name), `${found.length} characters`);
    return `${text.slice(0, limit - 1).trimEnd()}…`;
  };

  return {
    at,
    exact: (...names) =>
      first('exact', names, (name, value) => written(name, value)?.replace(invisible, '') || undefined),
    line: (...names) => first('line', names, words(300))?.replaceAll('\n', ' '),
    text: (...names) => first('text', names, words(20_000)),
    number: (...names) =>
      first('number', names, (name, value) => {
        const found = written(name, value);
        if (found === undefined) return undefined;
        const number = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(found)
          ? Number(found.replace(',', '.'))
          : Number.NaN;
        if (Number.isFinite(number)) return number;
        notes.repaired('not-a-number', at(name), found);
        return undefined;
      }),
    flag: (name) =>
      first('flag', [name], (_, value) => {
        if (typeof value === 'boolean') return value;
        const found = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
        if (found === 'true' || found === 'false') return found === 'true';
        wrongType(name, value);
        return undefined;
      }),
    record: (name) =>
      first('record', [name], (_, value) => {
        if (isRaw(value)) return child(value, name);
        wrongType(name, value);
        return undefined;
      }),
    list: (...names) =>
      first('list', names, (name, value) => {
        const items = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
        const found = items.flatMap((item: unknown) => {
          if (isRaw(item)) return [child(item, name)];
          if (typeof item === 'string' && item.trim() !== '') return [child({ name: item }, name)];
          wrongType(name, item);
          return [];
        });
        return found.length === 0 ? undefined : found;
      }) ?? [],
    close() {
      const blank = Object.keys(raw).filter((name) => isBlank(raw[name]));
      if (blank.length > 0) notes.repaired('empty-text', blank.map(at).join(', '), '""');
      for (const name of Object.keys(raw)) {
        if (!seen.has(name) && !isKey(name) && !isEmpty(raw[name]) && !isBlank(raw[name])) notes.notCarried(at(name));
      }
      for (const source of children) source.close();
    },
  };
}
