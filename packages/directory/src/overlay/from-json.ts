import { isRaw } from '../source.js';
import { problem, refused, shown, type WrittenEntry, type WrittenOverlay } from './written.js';

const keys = ['schema', 'owner', 'entries'];

/** An overlay as JSON: `{ "schema": "everycontact/overlay@1", "owner": "…", "entries": [ … ] }`. */
export function fromJson(text: string): WrittenOverlay {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message.slice(0, 120) : 'something else';
    return refused(
      problem('overlay-not-json', 'file', 'JSON', found, 'an editor that knows JSON underlines the place'),
    );
  }
  if (!isRaw(json))
    return refused(problem('overlay-not-json', 'file', 'an object', shown(json), 'look at the example'));
  const { schema, owner, entries } = json;
  const unknown = Object.keys(json).filter((key) => !keys.includes(key));
  return {
    schema,
    owner,
    entries: Array.isArray(entries) ? entries.map(entryOf) : [],
    problems: [
      ...unknown.map((key) =>
        problem('overlay-field-unknown', key, `only "${keys.join('", "')}"`, `"${key}"`, 'take it out'),
      ),
      ...(Array.isArray(entries)
        ? []
        : [problem('overlay-value', 'entries', 'a list of entries', shown(entries), 'write one entry a service')]),
    ],
  };
}

function entryOf(entry: unknown, at: number): WrittenEntry {
  const where = `entries.${at}`;
  if (!isRaw(entry)) return { where, facts: [{ field: '', value: entry, where, found: shown(entry) }] };
  return {
    where,
    facts: Object.entries(entry).map(([field, value]) => ({
      field,
      value,
      where: `${where}.${field}`,
      found: shown(value),
    })),
  };
}
