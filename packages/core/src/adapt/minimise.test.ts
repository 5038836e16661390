import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { gardeningAndFishing } from '../../test/two-behaviours.js';
import { picks as anyPicks } from '../../test/picks.js';
import { walkedViews } from '../../test/walked-views.js';
import { parsePack } from '../parse.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Instrument, Item, Pack, PlaceFact, Script, ScriptId, Source, Text } from '../pack/pack.js';
import { type Keep, minimisePack } from './minimise.js';

const context = fc.record(
  { 'context.age': fc.integer({ min: 0, max: 120 }), 'context.tired': fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<ContextFacts>;
const picks = anyPicks(24);
const keeps: fc.Arbitrary<[ScriptId, Keep]> = fc.constantFrom(
  ['fishing.vba', { behaviours: ['fishing'] }],
  ['fishing.vba', { methods: ['vba'], locales: ['en-GB'] }],
  ['gardening.brief', { scripts: ['gardening.brief'] }],
  ['gardening.brief', {}],
);

/** Why a rule holds is left out. */
const butBecause = (name: string, value: unknown) => (name === 'because' ? '' : value);

const fishing = minimisePack(gardeningAndFishing, { behaviours: ['fishing'], locales: ['en-GB'] });

describe('minimisePack', () => {
  it('shows the same views, whatever is told and chosen', () => {
    fc.assert(
      fc.property(keeps, context, picks, ([script, keep], told, numbers) => {
        const views = (pack: Pack) => walkedViews(pack, script, told, numbers, butBecause);
        expect(views(minimisePack(gardeningAndFishing, keep))).toEqual(views(gardeningAndFishing));
      }),
      { numRuns: 300 },
    );
  });

  it('gives a pack in which every reference still leads somewhere', () => {
    for (const keep of [{ behaviours: ['fishing'] }, { methods: ['brief' as const] }, { locales: ['ar-XB'] }])
      expect(parsePack(JSON.parse(JSON.stringify(minimisePack(gardeningAndFishing, keep)))).problems).toBeUndefined();
  });

  it('drops what nobody can show: languages, texts, sources, instruments, measures and needs', () => {
    expect([fishing.locales, Object.keys(fishing.texts)]).toEqual([['en-GB'], ['en-GB']]);
    expect(fishing.texts['en-GB']).not.toHaveProperty(['ask.importance']);
    expect(Object.keys(fishing.instruments)).toEqual([]);
    expect(fishing.measures).toEqual([]);
    expect(Object.keys(minimisePack(gardeningAndFishing, { methods: ['brief'] }).sources)).toEqual(['handbook']);
  });

  it('keeps the needs of rules, of flags, and of a behaviour where no rule holds', () => {
    const withoutRules: Pack = { ...gardeningAndFishing, signposting: [] };
    expect(Object.keys(minimisePack(withoutRules, { behaviours: ['fishing'] }).needs)).toEqual(['club']);
    expect(Object.keys(minimisePack(withoutRules, { behaviours: ['gardening'] }).needs)).toEqual(['young']);
  });

  it('keeps urgent help, and every urgent flag that can still be raised', () => {
    expect(fishing.urgentHelp).toEqual(gardeningAndFishing.urgentHelp);
    expect(fishing.flags.danger).toEqual(gardeningAndFishing.flags.danger);
    expect(fishing.flags).not.toHaveProperty('frightened');
    expect(minimisePack(gardeningAndFishing, { methods: ['brief'] }).flags.frightened).toEqual(
      gardening.flags.frightened,
    );
  });

  it('keeps every fact a host may tell, but not what no script shares any more', () => {
    expect(Object.keys(fishing.context)).toEqual(Object.keys(gardeningAndFishing.context));
    expect(fishing.context['context.gardens']).not.toHaveProperty('shared');
  });

  it('keeps the facts of the place that a text names, and the number for emergencies', () => {
    const fact = { ...(gardeningAndFishing.place.facts['emergencyNumber'] as PlaceFact), source: 'almanac' };
    const [key = '', text] = Object.entries(fishing.texts['en-GB'] ?? {})[0] ?? [];
    const words = { by: { worker: 'up to {boats} boats', person: { plural: 'nets', other: 'nets' } } } as const;
    const pack: Pack = {
      ...fishing,
      place: { ...fishing.place, facts: { ...fishing.place.facts, boats: fact, nets: fact, ponds: fact } },
      texts: { 'en-GB': { ...fishing.texts['en-GB'], [key]: { ...(text as Text), words } } },
    };
    expect(Object.keys(minimisePack(pack, {}).place.facts)).toEqual(['emergencyNumber', 'boats', 'nets']);
  });

  it('drops a source that only a fact rests on which no text names', () => {
    const fact = { ...(fishing.place.facts['emergencyNumber'] as PlaceFact), source: 'almanac' };
    const pack: Pack = {
      ...fishing,
      place: { ...fishing.place, facts: { ...fishing.place.facts, ponds: fact } },
      sources: { ...fishing.sources, almanac: fishing.sources['handbook'] as Source },
    };
    expect(minimisePack(pack, {})).toEqual(fishing);
  });

  it('keeps an instrument of which an item follows from another, with what it continues', () => {
    const script = gardeningAndFishing.scripts['fishing.vba'] as Script;
    const [item] = gardeningAndFishing.instruments['digging-long']?.items ?? [];
    const nets = {
      ...(gardeningAndFishing.instruments.digging as Instrument),
      items: [
        {
          ...(item as Item),
          id: 'nets',
          options: [
            { value: 'yes', text: 'option.yes', points: 0, implies: { 'item.digging-long.frightened': 'yes' } },
          ],
        },
      ],
    } as const;
    const pack: Pack = {
      ...gardeningAndFishing,
      instruments: { ...gardeningAndFishing.instruments, nets },
      scripts: {
        ...gardeningAndFishing.scripts,
        'fishing.vba': {
          ...script,
          steps: {
            ...script.steps,
            advise: { kind: 'instrument', instrument: 'nets', next: 'act' },
          },
        },
      },
    };
    const { instruments, flags } = minimisePack(pack, { behaviours: ['fishing'] });
    expect(flags.frightened).toEqual(pack.flags.frightened);
    expect(Object.keys(instruments)).toEqual(['digging', 'digging-long', 'nets']);
  });

  it('stays the pack it was cut from, so that a log of the one goes on with the other', () => {
    const { id, version, digest } = gardeningAndFishing;
    expect(fishing).toMatchObject({ id, version, digest });
  });

  it('is the same when it is minimised again', () => {
    expect(minimisePack(fishing, {})).toEqual(fishing);
  });

  it.each<[string, Keep, string]>([
    ['a language', { locales: ['en-GB', 'da-DK'] }, '[everycontact/locale-unknown]'],
    ['a script', { scripts: ['fishing.vba', 'fishing.brief'] }, '[everycontact/script-unknown]'],
    ['a behaviour', { behaviours: ['fishing', 'golf'] }, '[everycontact/script-unknown]'],
    ['a method', { methods: ['vba', 'mi-ruler'] }, '[everycontact/script-unknown]'],
    ['nothing at all', { behaviours: ['fishing'], methods: ['brief'] }, '[everycontact/script-unknown]'],
  ])('refuses to keep %s that the pack does not have, beside what it has', (_, keep, message) => {
    expect(() => minimisePack(gardeningAndFishing, keep)).toThrow(message);
  });
});
