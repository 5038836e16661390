import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { england } from '@everycontact/content';
import { createSession, speaker, type Audience, type Pack, type ScriptId, type Session } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { aService, choiceFor } from '@everycontact/core/testing';
import { picked, picks } from '../../core/test/picks.js';
import { gardening } from '../../core/test/sample-pack.js';
import { draw } from '../src/face/draw.js';
import { openPen } from '../src/face/pen.js';
import { talk } from '../src/face/talk.js';

const services = ['club', 'stop-smoking'].map((need) =>
  aService({ id: `${need}-service`, name: `Invented ${need}`, needs: [{ need, how: 'main' }] }),
);

function start(pack: Pack, script: ScriptId, audience: Audience = 'worker'): Session {
  const session = createSession({
    pack,
    script,
    reader: { locale: pack.locales[0]!, audience },
    occasion: { setting: 'patient', mayRefer: true },
    directory: memoryDirectory(services, '2026-11-22T09:00:00.000Z'),
    preview: true,
  });
  session.subscribe(() => undefined);
  return session;
}

const penFor = ({ state }: Session, pack: Pack) => openPen(speaker(pack, state.reader, state.today), false);
const drawn = (session: Session, pack: Pack) => draw(session.view, penFor(session, pack));
const screen = (session: Session, pack: Pack) => drawn(session, pack).lines.join('\n');

/** Types lines into a contact and gives back what was written. */
async function type(session: Session, pack: Pack, typed: readonly string[]): Promise<string> {
  const left = [...typed];
  const written: string[] = [];
  const face = {
    pen: penFor(session, pack),
    write: (lines: readonly string[]) => written.push(...lines),
    clears: false,
  };
  await talk(session, face, { next: () => Promise.resolve(left.shift()), close: () => undefined });
  return written.join('\n');
}

it('marks words that stand in for those a begun language lacks with the language they are in', () => {
  const begun = { ...england, locales: ['pl', 'en-GB'], texts: { ...england.texts, pl: {} } };
  expect(screen(start(begun, 'smoking.vba'), begun)).toContain('“Do you smoke at all?” (Draft, en-GB)');
  expect(screen(start(england, 'smoking.vba'), england)).toContain('“Do you smoke at all?” (Draft)\n');
});

const scripts: readonly { readonly pack: Pack; readonly script: ScriptId }[] = [
  { pack: gardening, script: 'gardening.brief' },
  { pack: england, script: 'smoking.vba' },
];

it.each(scripts)('accepts every key it draws in $script, wherever they lead', async ({ pack, script }) => {
  const walk = fc.asyncProperty(picks(24), fc.constantFrom<Audience>('worker', 'person'), async (numbers, audience) => {
    const session = start(pack, script, audience);
    for (const number of numbers) {
      const keys = [...drawn(session, pack).choices.values()];
      const wanted = JSON.stringify(picked(session.view, number)?.intent);
      const choice = keys.find(({ intent }) => JSON.stringify(intent) === wanted) ?? keys[number % keys.length];
      if (choice) session.send(choice.intent);
      await new Promise(setImmediate);
    }
  });
  await fc.assert(walk, { numRuns: 150 });
});

it('gives the keys 0 to 10 of a ruler their own numbers', async () => {
  const session = start(gardening, 'gardening.brief');
  await type(session, gardening, ['1', '1', '60', '0']);
  expect(toContactRecord(session.log).answers.map(({ value }) => value)).toEqual(['yes', 60, 0]);
});

it('asks again for a number that is not on the grid, naming the grid', async () => {
  const session = start(gardening, 'gardening.brief');
  const written = await type(session, gardening, ['1', '1', '45', '90']);
  expect(written.match(/\[ui\.number-range\] 0 600 30/g)!.length).toBeGreaterThanOrEqual(2);
  expect(toContactRecord(session.log).answers.at(-1)?.value).toBe(90);
});

it('shows a person what to read without quotes and without notes to the worker', () => {
  const session = start(england, 'smoking.vba', 'person');
  expect(screen(session, england)).not.toMatch(/“|Say:|For you:/);
});

it('shows a hidden contact as nothing but the way back and out', () => {
  const session = start(england, 'smoking.vba');
  session.send(choiceFor(session.view, 'hide').intent);
  expect(screen(session, england)).not.toContain('smoke');
  expect([...drawn(session, england).choices.keys()]).toEqual(['u', 'p', 'h', 'q']);
});

it('shows urgent help with its numbers and the way back, and no second way in', () => {
  const session = start(england, 'smoking.vba');
  session.send(choiceFor(session.view, 'help').intent);
  expect(screen(session, england)).toContain('999');
  expect([...drawn(session, england).choices.keys()]).toEqual(['1', 'b', 'p', 'h', 'q']);
});

it('says of each local service why this one, and when it was last checked', async () => {
  const session = start(england, 'smoking.vba');
  for (const move of ['answer:yes', 'next']) session.send(choiceFor(session.view, move).intent);
  await new Promise(setImmediate);
  const shown = screen(session, england);
  expect(shown).toContain('Invented stop-smoking');
  expect(shown).toContain('Why this one?');
  expect(shown).toContain('Not known when this was last checked');
});
