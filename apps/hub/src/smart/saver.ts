import type { Answer } from './record.js';

/** What the worker sees of all records together. */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'saving' | 'saved' }
  /** How many are not saved, and why the last of them is not. */
  | {
      readonly state: 'not-saved';
      readonly count: number;
      readonly why: 'expired' | 'refused' | 'unreachable' | 'nowhere';
    };

type Make = (again: boolean) => unknown;

export interface Saver {
  /**
   * Writes one record down. One that is known already is not written again.
   *
   * @param make gives the bundle; `again` where it is not known whether it arrived before
   */
  save(id: string, make: Make): void;
  /** Tries again what could not be saved. */
  again(): void;
  /** Forgets what is still to be saved. */
  drop(): void;
}

/** @param write to the record @param show is called at each change */
export function createSaver(write: (make: Make) => Promise<Answer>, show: (saving: Saving) => void): Saver {
  const known = new Map<string, { readonly make: Make; answer: Answer | undefined }>();

  function look(): void {
    const all = [...known.values()];
    const failed = all.flatMap(({ answer }) => (answer && !answer.ok ? [answer] : []));
    const last = failed.at(-1);
    if (all.some(({ answer }) => !answer)) show({ state: 'saving' });
    else if (last) show({ state: 'not-saved', count: failed.length, why: last.why });
    else show({ state: all.length ? 'saved' : 'none' });
  }

  async function send(id: string, before: boolean): Promise<void> {
    const one = known.get(id);
    if (!one) return;
    one.answer = undefined;
    look();
    const answer = await write((again) => one.make(before || again));
    if (known.get(id) !== one) return;
    one.answer = answer;
    look();
  }

  return {
    save(id, make) {
      if (known.has(id)) return;
      known.set(id, { make, answer: undefined });
      void send(id, false);
    },
    again() {
      for (const [id, { answer }] of known) if (answer && !answer.ok) void send(id, true);
    },
    drop: () => known.clear(),
  };
}
