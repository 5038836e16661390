import { describe, expect, it } from 'vitest';
import type { GivenCard } from './history-store.js';
import { hashes } from './hashes.js';
import { memoryHistory } from './memory-history.js';

const card = (uuid: string, more: Partial<GivenCard> = {}): GivenCard => ({
  uuid,
  person: 'p',
  contactId: `contact-${uuid}`,
  script: 'smoking.vba',
  at: '2026-11-22T09:30:00.000Z',
  ...more,
});
const told = async (history: ReturnType<typeof memoryHistory>, person = 'p', contactId = 'now') =>
  (await history.entriesOf(person, contactId)).map((entry) => [entry.contactId, entry.happened]);

describe('the history in memory', () => {
  it('tells what was shown and what became of it, to each person their own', async () => {
    const history = memoryHistory();
    await history.given(card('a'));
    await history.given(card('b', { person: 'q' }));
    await history.answered('a', 'declined', '2026-11-22T09:31:00.000Z');
    expect(await told(history)).toEqual([
      ['contact-a', 'shown'],
      ['contact-a', 'declined'],
    ]);
    expect(await told(history, 'q')).toEqual([['contact-b', 'shown']]);
    expect(await told(history, 'r')).toEqual([]);
  });

  it('leaves out what stands open in the contact that is going on, until it is answered', async () => {
    const history = memoryHistory();
    await history.given(card('a', { contactId: 'now' }));
    expect(await told(history)).toEqual([]);
    await history.answered('a', 'not-now', '2026-11-22T09:31:00.000Z');
    expect(await told(history)).toEqual([
      ['now', 'shown'],
      ['now', 'not-now'],
    ]);
  });

  it('lets a later answer to one card take the place of the earlier, and says so', async () => {
    const history = memoryHistory();
    await history.given(card('a'));
    expect(await history.answered('a', 'dismissed', '2026-11-22T09:31:00.000Z')).toEqual({
      script: 'smoking.vba',
      again: false,
    });
    expect(await history.answered('a', 'declined', '2026-11-22T09:32:00.000Z')).toMatchObject({ again: true });
    expect(await told(history)).toEqual([
      ['contact-a', 'shown'],
      ['contact-a', 'declined'],
    ]);
    expect(await history.answered('z', 'declined', '2026-11-22T09:32:00.000Z')).toBeUndefined();
  });

  it('keeps so many cards and forgets the oldest', async () => {
    const history = memoryHistory(2);
    for (const uuid of ['a', 'b', 'c']) await history.given(card(uuid));
    expect(await told(history)).toEqual([
      ['contact-c', 'shown'],
      ['contact-b', 'shown'],
    ]);
    expect(await history.answered('a', 'declined', '2026-11-22T09:31:00.000Z')).toBeUndefined();
  });
});

describe('a hash of ids', () => {
  it('is the same by the same key, another by another, and keeps the ids apart', () => {
    const [one, same, other] = [hashes('key'), hashes('key'), hashes('other')];
    expect(one('a', 'b')).toBe(same('a', 'b'));
    expect(new Set([one('a', 'b'), other('a', 'b'), one('ab', ''), hashes()('a', 'b'), hashes()('a', 'b')]).size).toBe(
      5,
    );
  });
});
