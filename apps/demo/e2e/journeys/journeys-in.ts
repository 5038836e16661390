import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { danish, english, pseudo, swedish } from '../words.js';
import type { Engine } from './engine.js';
import type { Printed } from './in-page.js';
import { accepted, journeys, takenHome } from './journey.js';
import { startJourneyServer } from './server.js';
import { type Hand, type Walk, walkIn } from './walk.js';

const languages = [english, danish, swedish, pseudo];
const hands: readonly Hand[] = ['mouse', 'keyboard'];

/** Every journey in one engine: in each language, by mouse and by keyboard alone, with one browser and one server. */
export function journeysIn(start: (proxy: string) => Promise<Engine>): void {
  let engine: Engine;
  let server: Awaited<ReturnType<typeof startJourneyServer>>;
  beforeAll(async () => {
    server = await startJourneyServer();
    engine = await start(new URL(server.at).host);
    console.log(engine.name);
  });
  afterAll(async () => {
    await (engine as Engine | undefined)?.close();
    await server.close();
  });

  const recorded = async ({ records }: Walk, outcomes: readonly string[]) => {
    await expect.poll(async () => (await records()).map(({ outcome }) => outcome)).toEqual(outcomes);
    expect([await engine.ask('journey.trouble'), engine.trouble]).toEqual([[], []]);
    return records();
  };

  describe.each(languages)('in $language', (words) => {
    describe.each(hands)('by %s', (hand) => {
      it.each(journeys)('goes $title, and hands over a record for each outcome', async (journey) => {
        const { title, page = '', moves, outcomes, keys } = journey;
        // What goes wrong from right to left goes wrong in no other language; what is too long for its place may in each.
        const isLookedAt = hand === 'mouse' && (journey === accepted || words === pseudo);
        await engine.open(`${server.at}/intranet/${words.path}${page}`);
        const walk = walkIn(engine, hand, words.lang);
        for (const [i, move] of moves(words).entries()) {
          await walk.make(move);
          if (isLookedAt) await walk.look(`${title} ${i + 1}`);
          if (words === pseudo) expect(await engine.ask('journey.turnedRound()')).toEqual([]);
        }
        const records = await recorded(walk, outcomes);
        expect(new Set(records.map(({ contactId, locale }) => `${contactId} ${locale}`)).size).toBe(1);
        expect(records[0]?.locale).toBe(words.lang);
        if (keys !== undefined && hand === 'keyboard') expect(walk.keys()).toBe(keys);
        expect(await engine.ask('journey.direction()')).toBe(words === pseudo ? 'rtl' : 'ltr');
      });
    });
  });

  it.each([
    { page: '/case-management/', which: 'has it open from the start', begun: 1 },
    { page: '/record/', which: 'opens it for the person whose record it has read', begun: 0 },
  ])('on $page, which $which', async ({ page, begun }) => {
    await engine.open(server.at + page);
    const walk = walkIn(engine, 'mouse', `${english.lang}${page}`);
    for (const [i, move] of accepted.moves(english).slice(begun).entries()) {
      await walk.make(move);
      await walk.look(String(i + 1));
    }
    await recorded(walk, accepted.outcomes);
  });

  it('on plain http under a name of the intranet, where there is no secure context', async () => {
    await engine.open(`${server.onIntranet}/intranet/`);
    expect(await engine.ask('journey.isSecure()')).toBe(false);
    const walk = walkIn(engine, 'keyboard', 'plain-http');
    for (const move of accepted.moves(english)) await walk.make(move);
    const [record] = await recorded(walk, accepted.outcomes);
    expect(record?.recordId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('under the strictest policy, to a printed sheet with a code', async () => {
    await engine.open(`${server.at}/strictest/`);
    const walk = walkIn(engine, 'mouse', 'strictest');
    for (const [i, move] of [...accepted.moves(english), ...takenHome.map((way) => way(english))].entries()) {
      await walk.make(move);
      await walk.look(String(i + 1));
    }
    await expect.poll(() => engine.ask<readonly Printed[]>('journey.printed')).toHaveLength(1);
    const [sheet] = await engine.ask<readonly Printed[]>('journey.printed');
    expect(sheet?.words).toContain(english.label('take.title'));
    expect(sheet?.words).not.toContain(english.line('behaviour.smoking'));
    expect(sheet?.codes).toBeGreaterThan(0);
    expect(sheet?.sheets).toBe(1);
    await recorded(walk, accepted.outcomes);
  });
}
