import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packJsonSchema } from '@everycontact/core/parse';
import type { Command } from '../command.js';
import { readArgs, text } from '../options.js';
import { print, type Terminal } from '../terminal.js';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Writes JSON Schema, so that editors complete pack files',
  help: [
    'Usage: everycontact schema [--out FOLDER]',
    '',
    'Prints the schema of a whole pack, or writes one schema for each kind of file into FOLDER, with the settings that',
    'tell an editor which is for which (.vscode/settings.json, "json.schemas").',
    '',
    'Exit codes: 0 written, 2 misuse.',
  ],
  run,
};

type Schema = Readonly<Record<string, unknown>>;

function run(args: readonly string[], { out }: Terminal): number {
  const { values } = readArgs('schema', args, { out: text }, 0);
  const pack = packJsonSchema() as Schema;
  if (values.out === undefined) {
    print(out, [JSON.stringify(pack, null, 2)]);
    return 0;
  }
  mkdirSync(values.out, { recursive: true });
  const kinds = fileKinds(pack);
  for (const [name, { schema }] of Object.entries(kinds))
    writeFileSync(join(values.out, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  // An editor reads the address from the folder it has open, which is most likely this one.
  const here = relative('.', values.out).replaceAll('\\', '/') || '.';
  const settings = Object.entries(kinds).map(([name, { files }]) => ({
    fileMatch: files,
    url: `./${here}/${name}.schema.json`,
  }));
  print(out, [JSON.stringify({ 'json.schemas': settings }, null, 2)]);
  return 0;
}

/** The kinds of file in a content folder, each a part of the pack's schema. */
function fileKinds(
  whole: Schema,
): Readonly<Record<string, { readonly files: readonly string[]; readonly schema: Schema }>> {
  const pack = withPlaceFacts(whole) as Schema;
  const parts = pack['properties'] as Readonly<Record<string, Schema>>;
  const definitions = pack['$defs'] === undefined ? {} : { $defs: pack['$defs'] };
  const part = (name: string): Schema => ({ ...definitions, ...parts[name] });
  const one = (name: string): Schema => ({ ...definitions, ...(parts[name]?.['additionalProperties'] as Schema) });
  const text = (parts['texts']?.['additionalProperties'] as Schema | undefined)?.['additionalProperties'] as Schema;
  return {
    script: {
      files: ['**/vba.json', '**/very-brief.json', '**/brief.json', '**/mi-ruler.json'],
      schema: without(one('scripts'), 'behaviour', 'method'),
    },
    behaviour: { files: ['**/behaviour.json'], schema: one('behaviours') },
    flags: { files: ['**/flags.json'], schema: part('flags') },
    signposting: { files: ['**/signposting.json'], schema: part('signposting') },
    measures: { files: ['**/measures.json'], schema: part('measures') },
    needs: { files: ['**/needs.json'], schema: part('needs') },
    sources: { files: ['**/sources.json'], schema: part('sources') },
    'urgent-help': { files: ['**/urgent-help.json'], schema: part('urgentHelp') },
    texts: {
      files: ['**/text.*.json'],
      schema: {
        ...definitions,
        type: 'object',
        required: ['standing', 'texts'],
        properties: {
          standing: { type: 'object' },
          texts: {
            type: 'object',
            additionalProperties: { anyOf: [{ type: 'string' }, without(text, 'standing', 'checkedOn', 'reviewBy')] },
          },
        },
      },
    },
    pack: { files: ['**/*.pack.json'], schema: pack },
  };
}

/** A schema whose fields somebody else fills in. */
function without(schema: Schema, ...names: readonly string[]): Schema {
  const all = Object.entries(schema['properties'] as Record<string, unknown>);
  const properties = Object.fromEntries(all.filter(([name]) => !names.includes(name)));
  const required = (schema['required'] as readonly string[] | undefined)?.filter((name) => !names.includes(name));
  return { ...schema, properties, ...(required && { required }) };
}

const constants = ['atLeast', 'below', 'from', 'min', 'max'];

/** In a content folder a constant may be the name of a place fact, `"atLeast": "{weeklyDrinks}"`. */
function withPlaceFacts(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withPlaceFacts);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]: [string, unknown]) => {
      const inner = withPlaceFacts(value);
      const isNumber = typeof value === 'object' && value !== null && 'type' in value && value.type === 'number';
      return [
        key,
        constants.includes(key) && isNumber
          ? { anyOf: [inner, { type: 'string', pattern: '^\\{[\\w-]+\\}$' }] }
          : inner,
      ];
    }),
  );
}
