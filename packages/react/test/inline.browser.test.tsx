import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { england } from '@everycontact/content';
import type { Directory } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { emptyHistory, type Policy } from '@everycontact/core/prompting';
import { aQuery } from '@everycontact/core/testing';
import { useContact, useDecision } from '../src/agenda.js';
import { useContactSession, useDirectory } from '../src/headless.js';
import { aMoment, mount } from './page.js';

// A host writes objects where they are used: new ones at each drawing, with the same in them.

/** A busy machine draws late. */
const patience = { timeout: 10_000 };
const asOf = '2026-11-22T09:00:00.000Z';
const policy: Policy = { schema: 'everycontact/policy@1', rules: [], longestSnoozeDays: 30, preview: true };
const contact = () => ({
  pack: structuredClone(england),
  reader: { locale: 'en-GB', audience: 'worker' } as const,
  directory: memoryDirectory([], asOf),
  occasion: { setting: 'patient' } as const,
  preview: true,
});

/** Draws three times, each time from the beginning, and gives what the hook gave. */
async function drawnThrice<T>(use: () => T): Promise<readonly T[]> {
  const given: T[] = [];
  function Host() {
    const [times, again] = useState(0);
    given.push(use());
    return <button onClick={() => again(times + 1)}>{times}</button>;
  }
  const { place } = mount(<Host />);
  const says = (times: string) =>
    vi.waitFor(() => expect(place.querySelector('button')?.textContent).toBe(times), patience);
  await says('0');
  for (const times of ['1', '2']) {
    place.querySelector('button')!.click();
    await says(times);
  }
  return given;
}

/** What a directory that is made at each drawing is asked, and what is shown of it. */
function madeAtEachDrawing() {
  let asked = 0;
  const { at: _, ...question } = aQuery();
  const { find } = memoryDirectory([], asOf);
  function Host() {
    const [kept, keep] = useState<Directory>();
    const directory = kept ?? { name: 'counted', find: (query) => ((asked += 1), find(query)) };
    const { services, reason, again } = useDirectory(directory, question);
    const mend = () => {
      keep(directory);
      again();
    };
    return (
      <>
        <p>{typeof services === 'object' ? 'found' : services}</p>
        <i>{reason}</i>
        <button onClick={mend}>Make it once</button>
      </>
    );
  }
  const { place } = mount(<Host />);
  return {
    asked: () => asked,
    says: (words: string) => vi.waitFor(() => expect(place.querySelector('p')?.textContent).toBe(words), patience),
    reason: () => place.querySelector('i')?.textContent,
    mend: () => place.querySelector('button')?.click(),
  };
}

afterEach(() => vi.restoreAllMocks());

it('decides once for the same policy, history and facts', async () => {
  const now = vi.fn(() => asOf);
  const decided = await drawnThrice(() =>
    useDecision(england, structuredClone(policy), { ...emptyHistory }, { 'context.age': 41 }, { now: () => now() }),
  );
  expect(decided.length).toBeGreaterThan(2);
  expect(new Set(decided).size).toBe(1);
  expect(now).toHaveBeenCalledOnce();
});

it('decides again where the policy says something else', async () => {
  let enabled = true;
  const decided = await drawnThrice(() => {
    const now = useDecision(england, { ...policy, enabled }, emptyHistory, {});
    enabled = false;
    return now;
  });
  expect([decided[0], decided.at(-1)].map((all) => all!.some(({ show }) => show))).toEqual([true, false]);
});

it('decides again where what is known, what happened or the contact is another', async () => {
  const { entries } = emptyHistory;
  const shown = { at: asOf, contactId: 'first', script: 'smoking.vba', happened: 'shown' } as const;
  const once: Policy = {
    ...policy,
    rules: [
      { id: 'one', of: 'any', atMost: 1, per: 'contact', source: 'proposal' },
      { id: 'adults', never: { fact: 'context.age', below: 18 }, source: 'proposal' },
    ],
  };
  const given = [
    { age: 41, entries, contactId: 'first' },
    { age: 41, entries: [shown], contactId: 'first' },
    { age: 41, entries: [shown], contactId: 'second' },
  ];
  const now = () => '2026-11-22T10:00:00.000Z';
  const drawn: boolean[] = [];
  const decided = await drawnThrice(() => {
    const { age, ...more } = given[Math.min(drawn.length, 2)]!;
    const all = useDecision(
      england,
      once,
      { ...emptyHistory, entries: more.entries },
      { 'context.age': age },
      { contactId: more.contactId, now },
    );
    drawn.push(all.some(({ show }) => show));
    return all;
  });
  expect(drawn.slice(0, 3)).toEqual([true, false, true]);
  expect(decided.length).toBe(drawn.length);
});

it('decides again where somebody is found to be a child', async () => {
  let age = 41;
  const child: Policy = {
    ...policy,
    rules: [{ id: 'a', never: { fact: 'context.age', below: 18 }, source: 'proposal' }],
  };
  const decided = await drawnThrice(() => {
    const all = useDecision(england, child, emptyHistory, { 'context.age': age });
    age = 17;
    return all;
  });
  expect([decided[0], decided.at(-1)].map((all) => all!.some(({ show }) => show))).toEqual([true, false]);
});

it('decides again where the pack is another', async () => {
  const packs = [england];
  const vba = england.scripts['smoking.vba']!;
  const alone = { ...england, scripts: { 'smoking.vba': vba } };
  const decided = await drawnThrice(() => useDecision(packs.shift() ?? alone, policy, emptyHistory, {}));
  expect(decided[0]!.length).toBeGreaterThan(1);
  expect(decided.at(-1)!.map(({ script }) => script)).toEqual(['smoking.vba']);
});

it('starts another contact where the script is another, and where the pack is', async () => {
  const scripts = ['smoking.vba', 'alcohol.very-brief'];
  const other = structuredClone({ ...england, version: '9.9.9' });
  const bySession = await drawnThrice(
    () => useContactSession({ ...contact(), script: scripts.shift() ?? 'alcohol.very-brief' }).session,
  );
  expect([bySession[0], bySession.at(-1)].map((session) => session?.state.script)).toEqual([
    'smoking.vba',
    'alcohol.very-brief',
  ]);
  const packs = [england];
  const byPack = await drawnThrice(
    () => useContactSession({ ...contact(), script: 'smoking.vba', pack: packs.shift() ?? other }).session,
  );
  expect(byPack[0]).not.toBe(byPack.at(-1));
});

it('starts another contact over several behaviours for another person', async () => {
  const people = ['a'];
  const held = await drawnThrice(() => useContact({ ...contact(), subjectKey: people.shift() ?? 'b' }).contact);
  expect(held[0]).not.toBe(held.at(-1));
  expect(held.at(-2)).toBe(held.at(-1));
});

it('goes on with a contact whose pack is another object with the same in it', async () => {
  const views = await drawnThrice(() => useContactSession({ ...contact(), script: 'smoking.vba' }).view);
  expect(new Set(views).size).toBe(1);
});

it('goes on with a contact over several behaviours as well', async () => {
  const views = await drawnThrice(() => useContact(contact()).view);
  expect(new Set(views).size).toBe(1);
});

it('stops asking a directory that is made at each drawing, and says what to do', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const list = madeAtEachDrawing();
  await list.says('unavailable');
  expect(list.reason()).toMatch(/^\[everycontact\/directory-anew\] .*useMemo\.$/);
  const asked = list.asked();
  expect(asked).toBeLessThan(10);
  await aMoment();
  expect(list.asked()).toBe(asked);
  expect(told.mock.calls).toEqual([[expect.objectContaining({ code: 'directory-anew' })]]);
});

it('asks it again once it stays the same', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const list = madeAtEachDrawing();
  await list.says('unavailable');
  list.mend();
  await list.says('found');
  expect(list.reason()).toBe('');
});
