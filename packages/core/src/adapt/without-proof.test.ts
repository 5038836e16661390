import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardeningAndFishing } from '../../test/two-behaviours.js';
import { picks as anyPicks } from '../../test/picks.js';
import { walkedViews } from '../../test/walked-views.js';
import { createContact } from '../agenda.js';
import { memoryDirectory } from '../directory/memory.js';
import { parsePack } from '../parse.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import { minimisePack } from './minimise.js';
import { withoutProof } from './without-proof.js';

const context = fc.record(
  { 'context.age': fc.integer({ min: 0, max: 120 }), 'context.tired': fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<ContextFacts>;
const scripts = fc.constantFrom('fishing.vba', 'gardening.brief');
const picks = anyPicks(24);

/** What a line rests on is named in a view, but nobody is shown it; where advice comes from stands in the view itself. */
const butRests = (name: string, value: unknown) =>
  (name === 'source' && typeof value === 'string') || name === 'needsPrimaryCheck' ? undefined : value;

const fishing = minimisePack(gardeningAndFishing, { behaviours: ['fishing'], locales: ['en-GB'] });
const bare = withoutProof(fishing);

describe('withoutProof', () => {
  it('shows the same views, whatever is told and chosen', () => {
    fc.assert(
      fc.property(scripts, context, picks, (script, told, numbers) => {
        const views = (pack: Pack) => walkedViews(pack, script, told, numbers, butRests);
        expect(views(withoutProof(gardeningAndFishing))).toEqual(views(gardeningAndFishing));
      }),
      { numRuns: 300 },
    );
  });

  it('shows the same views of a pack that was minimised', () => {
    fc.assert(
      fc.property(context, picks, (told, numbers) => {
        const views = (pack: Pack) => walkedViews(pack, 'fishing.vba', told, numbers, butRests);
        expect(views(bare)).toEqual(views(fishing));
      }),
    );
  });

  it('still lets the person choose among behaviours', () => {
    const agenda = (pack: Pack) =>
      createContact({
        pack,
        reader: { locale: 'en-GB', audience: 'worker' },
        occasion: { setting: 'patient' },
        directory: memoryDirectory([], '2026-11-22T09:30:00.000Z'),
        now: () => '2026-11-22T09:30:00.000Z',
      }).view;
    expect(agenda(withoutProof(gardeningAndFishing))).toEqual(agenda(gardeningAndFishing));
  });

  it('leaves out what is only read to prove the pack and to review it', () => {
    expect(JSON.stringify(bare)).not.toMatch(/"(about|locked|forbids|noun|needsPrimaryCheck|approvals)":/);
    expect(Object.values(bare.flags).concat(bare.signposting as never[])).not.toContainEqual(
      expect.objectContaining({ source: expect.anything() as unknown }),
    );
    expect(parsePack(JSON.parse(JSON.stringify(bare))).problems).toBeDefined();
  });

  it('keeps the sources of its advice, and no others', () => {
    const steps = Object.values(fishing.scripts).flatMap((script) => Object.values(script.steps));
    const named = steps.flatMap((step) => (step.kind === 'advise' ? [step.source] : []));
    const unused = { ...fishing, sources: { ...gardeningAndFishing.sources, almanac: { title: 'none' } as never } };
    expect(new Set(Object.keys(withoutProof(unused).sources))).toEqual(new Set(named));
  });

  it('keeps what must be said of the standing of words and lines, and who may see a line', () => {
    for (const [key, { standing, reviewBy }] of Object.entries(bare.texts['en-GB'] ?? {}))
      expect([standing, reviewBy], key).toEqual([
        fishing.texts['en-GB']?.[key]?.standing,
        fishing.texts['en-GB']?.[key]?.reviewBy,
      ]);
    const lines = ({ urgentHelp, needs }: Pack) =>
      [...Object.values(urgentHelp).map((help) => help.lines), ...Object.values(needs).map((need) => need.national)]
        .flat()
        .map(({ id, phone, workerOnly, standing, reviewBy }) => [id, phone, workerOnly, standing, reviewBy]);
    expect(lines(bare)).toEqual(lines(fishing));
  });

  it('stays the pack it was made of, so that a log of the one goes on with the other', () => {
    const { id, version, digest } = fishing;
    expect(bare).toMatchObject({ id, version, digest });
  });
});
