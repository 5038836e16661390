import * as React from 'react';
import { describe, expect, it, vi } from 'vitest';
import { england } from '@everycontact/content';
import type { ContactRecord, Directory, View } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { aService, choiceFor } from '@everycontact/core/testing';
import { selection } from '../../web-component/test/selection.js';
import { aMoment, mount } from './page.js';
import { HostPrompt, type HostPromptProps } from './host-prompt.js';

/** A busy machine draws late. */
const patience = { timeout: 10_000 };
const asOf = '2026-11-22T09:00:00.000Z';
const services = [aService({ id: 'quit' }), aService({ id: 'young', needs: [{ need: 'young-people', how: 'main' }] })];

/** A contact on a page, its buttons pressed by the words of the named examples. */
function host(over: Partial<HostPromptProps> = {}, wrap = (node: React.ReactNode) => node) {
  let view: View | undefined;
  const records: ContactRecord[] = [];
  const asked: string[] = [];
  const memory = memoryDirectory(services, asOf);
  const directory: Directory = {
    name: 'counted',
    find: (query, options) => {
      asked.push(query.need);
      return memory.find(query, options);
    },
  };
  const props: HostPromptProps = {
    pack: england,
    script: 'smoking.vba',
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: { setting: 'patient' },
    directory,
    preview: true,
    onOutcome: (record) => records.push(record),
    onView: (seen) => {
      view = seen;
    },
    ...over,
  };
  const page = mount(wrap(<HostPrompt {...props} />));
  const drawn = () => {
    if (!view || !page.place.querySelector('button')) throw new Error('nothing is drawn yet');
    return view;
  };
  return {
    ...page,
    records,
    asked,
    drawn: () => vi.waitFor(drawn, patience),
    again: (next: Partial<HostPromptProps>) => page.render(wrap(<HostPrompt {...props} {...next} />)),
    press: async (move: string) => {
      const { before, intent } = await vi.waitFor(() => {
        expect(JSON.stringify(drawn())).not.toContain('"looking"');
        return { before: view, intent: JSON.stringify(choiceFor(drawn(), move).intent) };
      }, patience);
      const field = move.startsWith('answer:') ? page.place.querySelector('input') : null;
      if (field) {
        field.value = move.slice('answer:'.length);
        field.form?.requestSubmit();
      } else [...page.place.querySelectorAll('button')].find((button) => button.dataset['intent'] === intent)?.click();
      await vi.waitFor(() => expect(view).not.toBe(before), patience);
    },
    outcome: () => vi.waitFor(() => expect(page.place.querySelector('output')?.textContent).toBeTruthy(), patience),
  };
}

const walks = await selection();
const strict = (node: React.ReactNode) => <React.StrictMode>{node}</React.StrictMode>;

describe('a named example in the host’s own markup', () => {
  it.each(walks)('$id', async ({ pack, locale, example }) => {
    const { script, occasion, context = {}, audience, variant, moves, expect: expected } = example;
    const reader = { locale, audience, ...(variant !== undefined && { variant }) };
    const { press, records } = host({ pack, script, occasion, context, reader });
    for (const move of moves) await press(move);
    if (occasion.setting === 'staff') {
      await aMoment();
      expect(records).toEqual([]);
      return;
    }
    await vi.waitFor(() => expect(records).toHaveLength(1), patience);
    expect(records[0]!.outcome).toBe(expected.outcome);
    if (expected.needs) expect(records[0]!.signposts.map(({ need }) => need)).toEqual(expected.needs);
  });
});

describe('under React’s strict mode', () => {
  it('asks the directory once for each need, also where the first screen has services', async () => {
    const contact = host({ context: { 'context.age': 17 } }, strict);
    await contact.press('told');
    expect(contact.asked).toEqual(['young-people']);
    for (const move of ['read', 'done']) await contact.press(move);
    await contact.outcome();
    expect(contact.asked).toEqual(['young-people']);
  });

  it('hands over the record once', async () => {
    const contact = host({}, strict);
    for (const move of ['answer:yes', 'next', 'told', 'next', 'done']) await contact.press(move);
    await contact.outcome();
    await aMoment();
    expect(contact.records.map(({ outcome }) => outcome)).toEqual(['told']);
    expect(contact.asked).toEqual(['stop-smoking']);
    contact.unmount();
    await aMoment();
    expect(contact.records).toHaveLength(1);
  });
});

describe('a contact', () => {
  it('starts again for another person, and nothing of the one before is handed over', async () => {
    const contact = host({ subjectKey: 'a' });
    await contact.press('answer:never');
    contact.again({ subjectKey: 'b' });
    await vi.waitFor(async () => expect((await contact.drawn()).kind).toBe('question'), patience);
    await aMoment();
    expect(contact.records).toEqual([]);
  });

  it('goes on when the host draws again with other objects of the same content', async () => {
    const contact = host();
    await contact.press('answer:yes');
    contact.again({ occasion: { setting: 'patient' }, context: {} });
    await aMoment();
    expect((await contact.drawn()).kind).toBe('statement');
  });

  it('that leaves the screen while its undo runs still hands over its record', async () => {
    const contact = host();
    await contact.press('decline');
    expect(contact.records).toEqual([]);
    contact.unmount();
    await vi.waitFor(() => expect(contact.records.map(({ outcome }) => outcome)).toEqual(['declined']), patience);
  });

  it('that leaves the screen unfinished stops its look-ups and hands over nothing', async () => {
    let stopped = false;
    const directory: Directory = {
      name: 'slow',
      find: (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            stopped = true;
            reject(new Error('The look-up was stopped.'));
          });
        }),
    };
    const contact = host({ directory, context: { 'context.age': 17 } });
    await contact.drawn();
    await aMoment();
    contact.unmount();
    await vi.waitFor(() => expect(stopped).toBe(true), patience);
    expect(contact.records).toEqual([]);
  });

  it('hands nothing over in the setting staff', async () => {
    const contact = host({ occasion: { setting: 'staff' } });
    for (const move of ['decline', 'done']) await contact.press(move);
    await aMoment();
    expect([contact.records, contact.place.querySelector('output')]).toEqual([[], null]);
  });

  it('calls the newest onOutcome, not the one it began with', async () => {
    const later = vi.fn();
    const contact = host();
    await contact.press('decline');
    contact.again({ onOutcome: later });
    await aMoment();
    await contact.press('done');
    await vi.waitFor(() => expect(later).toHaveBeenCalledOnce(), patience);
    expect(contact.records).toEqual([]);
  });
});

describe('the countdown', () => {
  it('settles an ending when its seconds are over, and shows how many are left', async () => {
    const contact = host({ undoSeconds: 2 });
    await contact.press('decline');
    await vi.waitFor(() => expect(contact.place.querySelector('.left')?.textContent).toBe('2'), patience);
    await vi.waitFor(() => expect(contact.place.querySelector('.left')?.textContent).toBe('1'), patience);
    await vi.waitFor(() => expect(contact.records).toHaveLength(1), patience);
    expect(contact.place.querySelector('.left')).toBeNull();
  });

  it('of no seconds settles at once', async () => {
    const contact = host({ undoSeconds: 0 });
    await contact.press('decline');
    await vi.waitFor(() => expect(contact.records).toHaveLength(1), patience);
  });

  it('begins again after an ending was taken back', async () => {
    const contact = host({ undoSeconds: 3 });
    await contact.press('decline');
    await vi.waitFor(() => expect(contact.place.querySelector('.left')?.textContent).toBe('2'), patience);
    await contact.press('back');
    await vi.waitFor(() => expect(contact.place.querySelector('.left')).toBeNull(), patience);
    await contact.press('not-now');
    await vi.waitFor(() => expect(contact.place.querySelector('.left')?.textContent).toBe('3'), patience);
  });
});

const { Activity } = React as {
  Activity?: React.ComponentType<{ mode: 'hidden' | 'visible'; children: React.ReactNode }>;
};

it.runIf(Activity)('goes on where it was after React hid it and shows it again', async () => {
  const Around = Activity!;
  let mode: 'hidden' | 'visible' = 'visible';
  const contact = host({}, (node) => <Around mode={mode}>{node}</Around>);
  await contact.press('answer:yes');
  for (mode of ['hidden', 'visible'] as const) {
    contact.again({});
    const isVisible = () => contact.place.querySelector('button')?.checkVisibility();
    await vi.waitFor(() => expect(isVisible()).toBe(mode === 'visible'), patience);
    await aMoment();
  }
  for (const move of ['next', 'told', 'next', 'done']) await contact.press(move);
  await contact.outcome();
  expect(contact.records.map(({ outcome }) => outcome)).toEqual(['told']);
});
