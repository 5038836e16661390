import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import { sweden } from '@everycontact/content/sweden';
import type { Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { walkExample, type Example } from '@everycontact/core/testing';

/** A named example in one of the languages of its pack. */
export interface Walk {
  readonly id: string;
  readonly locale: string;
  readonly pack: Pack;
  readonly example: Example;
}

/**
 * A few of all the named examples, for a browser; every one of them is walked without a browser where the packs are tested.
 * Chosen so that together they have: every script; every outcome; every pair of language at its place, audience, setting and
 * method that any example has; and every kind of view in every language. Taken one after the other is the example that adds most.
 */
export async function selection(): Promise<readonly Walk[]> {
  const of = [walksOf(england, examples.england), walksOf(denmark, examples.denmark), walksOf(sweden, examples.sweden)];
  const all = (await Promise.all(of)).flat();
  const missing = new Set(all.flatMap(({ marks }) => marks));
  const chosen: Walk[] = [];
  while (missing.size) {
    const adds = (marks: readonly string[]) => marks.filter((mark) => missing.has(mark)).length;
    const best = all.reduce((a, b) => (adds(b.marks) > adds(a.marks) ? b : a));
    for (const mark of best.marks) missing.delete(mark);
    chosen.push(best.walk);
  }
  return chosen;
}

async function walksOf(pack: Pack, named: readonly Example[]) {
  const walks = named.map(async (example) => {
    const kinds = await kindsOf(pack, example);
    return pack.locales.map((locale) => ({
      walk: { id: `${pack.id} ${locale} ${example.id}`, locale, pack, example },
      marks: marksOf(`${pack.id} ${locale}`, pack, example, kinds),
    }));
  });
  return (await Promise.all(walks)).flat();
}

/** What a walk would add to a selection. */
function marksOf(
  place: string,
  pack: Pack,
  { script, audience, occasion, expect }: Example,
  kinds: ReadonlySet<string>,
) {
  const traits = [place, audience, occasion.setting, pack.scripts[script]?.method];
  const pairs = traits.flatMap((one, index) => traits.slice(index + 1).map((other) => `${one} + ${other}`));
  return [script, expect.outcome, ...pairs, ...[...kinds].map((kind) => `${place} + ${kind}`)];
}

async function kindsOf(pack: Pack, example: Example): Promise<ReadonlySet<string>> {
  const kinds = new Set<string>();
  const nowhere = memoryDirectory([], '2026-11-22T09:00:00.000Z');
  await walkExample(pack, example, pack.locales[0] ?? '', nowhere, ({ view }) => kinds.add(view.kind));
  return kinds;
}
