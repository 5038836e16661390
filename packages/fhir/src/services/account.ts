import { note, type Note } from '@everycontact/directory';
import type { Notes } from '@everycontact/directory/reading';

/** What was done to one record while it was read. */
export interface Account {
  /** For what all readers do. */
  readonly notes: Notes;
  /** For what only this reader does. */
  readonly own: (note: Note) => void;
  readonly written: readonly Note[];
  readonly notCarried: readonly string[];
}

export function openAccount(): Account {
  const written: Note[] = [];
  const notCarried: string[] = [];
  return {
    notes: {
      repaired: (code, field, found, became) => written.push(note(code, field, found, became)),
      notCarried: (field) => notCarried.push(field),
    },
    own: (noted) => written.push(noted),
    written,
    notCarried,
  };
}
