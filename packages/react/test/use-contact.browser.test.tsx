import { describe, expect, it, vi } from 'vitest';
import { england } from '@everycontact/content';
import type { ContactRecord, Occasion, View } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { choiceFor } from '@everycontact/core/testing';
import { useContact, type ContactOverTopics } from '../src/agenda.js';
import { useUndoCountdown } from '../src/headless.js';
import { mount } from './page.js';

/** A busy machine draws late. */
const patience = { timeout: 10_000 };
const directory = memoryDirectory([], '2026-11-22T09:00:00.000Z');

/** A contact over several behaviours; its words are those of the named examples. */
function host(occasion: Occasion = { setting: 'patient' }) {
  const told: ContactRecord[] = [];
  const drawn: ContactOverTopics[] = [];
  function Host() {
    const contact = useContact({
      pack: england,
      reader: { locale: 'en-GB', audience: 'worker' },
      occasion,
      directory,
      preview: true,
      onOutcome: (record) => told.push(record),
    });
    useUndoCountdown({ view: contact.view, session: contact.contact }, 0);
    drawn.push(contact);
    return <p>{contact.view.kind}</p>;
  }
  const { place } = mount(<Host />);
  return {
    told,
    records: () => drawn.at(-1)!.records,
    says: (kind: View['kind']) => vi.waitFor(() => expect(place.textContent).toBe(kind), patience),
    send: async (move: string) => {
      await vi.waitFor(() => expect(drawn.length).toBeGreaterThan(0), patience);
      const { view, send } = drawn.at(-1)!;
      send(choiceFor(view, move).intent);
      await vi.waitFor(() => expect(drawn.at(-1)!.view).not.toBe(view), patience);
    },
  };
}

describe('a contact over several behaviours', () => {
  it('hands over a record for each topic, once, under one contact id', async () => {
    const { send, says, told, records } = host();
    for (const topic of ['smoking.vba', 'physical-activity.very-brief']) {
      await says('agenda');
      await send(`topic:${topic}`);
      await send('decline');
    }
    await says('agenda');
    await vi.waitFor(() => expect(told.map(({ behaviour }) => behaviour)).toEqual(['smoking', 'physical-activity']));
    expect(told.map(({ outcome }) => outcome)).toEqual(['declined', 'declined']);
    expect(new Set(told.map(({ contactId }) => contactId)).size).toBe(1);
    expect(records().map(({ recordId }) => recordId)).toEqual(told.map(({ recordId }) => recordId));
  });

  it('hands nothing over in the setting staff', async () => {
    const { send, says, told, records } = host({ setting: 'staff' });
    await says('agenda');
    await send('topic:smoking.vba');
    await send('decline');
    await says('agenda');
    expect([told, records()]).toEqual([[], []]);
  });
});
