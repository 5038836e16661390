import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../index.js';
import { migrate, parseAdaptation, parsePack, type SchemaKind } from '../parse.js';
import { toContactRecord } from '../record.js';

const folder = new URL('../../test/schemas/', import.meta.url);
const released = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown;
const fixtures = readdirSync(folder).map((name) => [name, name.split('@')[0] as SchemaKind] as const);

describe('migrate', () => {
  it('has a fixture of every schema that was released', () => {
    expect(fixtures.map(([name]) => name)).toEqual([
      'adaptation@1.json',
      'history@1.json',
      'host-context@1.json',
      'log@1.json',
      'pack@1.json',
      'policy@1.json',
      'record@1.json',
      'tally@1.json',
    ]);
  });

  it.each(fixtures)('brings %s to today', (name, kind) => {
    const file = released(name);
    expect(migrate(kind, file)).toEqual({ json: file });
  });

  it.each(fixtures)('refuses a newer one than %s with both numbers', (name, kind) => {
    const newer = JSON.parse(JSON.stringify(released(name)).replace('@1"', '@2"')) as unknown;
    expect(migrate(kind, newer).problem).toMatchObject({
      code: `${kind}-schema`,
      message: `expected "everycontact/${kind}@1", found "everycontact/${kind}@2": update @everycontact/core, which reads older ones only`,
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty log', []],
    ['another kind', released('record@1.json')],
    ['a version before the first', { schema: 'everycontact/pack@0' }],
    ['a version that is no number', { schema: 'everycontact/pack@new' }],
    ['a schema that is no text', { schema: 1 }],
  ])('refuses %s as a pack', (_, json) => {
    expect(migrate('pack', json).problem?.message).toMatch(/check that this is of the kind "pack"$/);
  });

  it('names the kinds there are, where it is asked for another', () => {
    expect(migrate('toString' as SchemaKind, {}).problem).toMatchObject({
      code: 'schema-unknown',
      message:
        'expected one of pack, adaptation, log, record, tally, policy, history, overlay, host-context, found "toString": name its kind',
    });
  });

  it('leaves what today reads as it was read then', () => {
    const codes = parsePack(released('pack@1.json')).problems?.map(({ code }) => code) ?? [];
    expect(codes.filter((code) => code !== 'text-missing')).toEqual([]);
    expect(parseAdaptation(released('adaptation@1.json')).problems).toBeUndefined();
    expect(toContactRecord(released('log@1.json') as SessionEvent[])).toEqual(released('record@1.json'));
  });
});
