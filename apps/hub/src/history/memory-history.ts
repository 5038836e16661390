import type { HistoryEntry } from '@everycontact/core/prompting';
import type { GivenCard, HistoryStore } from './history-store.js';

interface Kept extends GivenCard {
  answer?: HistoryEntry;
}

/** The last cards of this process, forgotten when it ends. @param most how many; the oldest go first */
export function memoryHistory(most = 100_000): HistoryStore {
  const cards = new Map<string, Kept>();
  const ofPerson = new Map<string, Set<Kept>>();

  function forget(card: Kept): void {
    cards.delete(card.uuid);
    const own = ofPerson.get(card.person);
    own?.delete(card);
    if (own?.size === 0) ofPerson.delete(card.person);
  }

  return {
    entriesOf(person, contactId) {
      const own = [...(ofPerson.get(person) ?? [])].filter((card) => card.answer || card.contactId !== contactId);
      // A card that was shown again in one contact is one prompt.
      const prompts = new Map([...own].reverse().map((card) => [`${card.contactId} ${card.script}`, shown(card)]));
      return Promise.resolve([...prompts.values(), ...own.flatMap(({ answer }) => answer ?? [])]);
    },
    given(card) {
      const before = cards.get(card.uuid);
      if (before) return Promise.resolve();
      const [oldest] = cards.size >= most ? cards.values() : [];
      if (oldest) forget(oldest);
      const kept: Kept = { ...card };
      cards.set(card.uuid, kept);
      ofPerson.set(card.person, (ofPerson.get(card.person) ?? new Set()).add(kept));
      return Promise.resolve();
    },
    answered(uuid, happened, at) {
      const card = cards.get(uuid);
      if (!card) return Promise.resolve(undefined);
      const again = card.answer !== undefined;
      card.answer = { ...shown(card), at: at > card.at ? at : card.at, happened };
      return Promise.resolve({ script: card.script, again });
    },
  };
}

const shown = ({ at, contactId, script }: GivenCard): HistoryEntry => ({ at, contactId, script, happened: 'shown' });
