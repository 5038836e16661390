import type { Audience, Intent, Locale, Speaker } from '@everycontact/core';
import type { Folds } from '../run/folds.js';
import type { ForThePerson } from '../run/for-the-person.js';
import type { Reports } from '../run/reports.js';

/** What a view needs of the element around it: labels, and a way to send back an intent that the view gave. */
export interface Face {
  readonly label: Speaker['label'];
  readonly locale: Locale;
  readonly audience: Audience;
  readonly hotkeys: boolean;
  readonly send: (intent: Intent) => void;
  readonly folds: Folds;
  /** For radios: the move of an arrow key only moves, and the second click of a double click is nobody's answer. */
  readonly choose: (event: MouseEvent, intent: Intent) => void;
  /** A number that is not on the grid was entered. */
  readonly wrong: boolean;
  readonly refuse: () => void;
  readonly reports: Reports;
  readonly forThePerson: ForThePerson | undefined;
  readonly closing: Closing;
}

/** What it takes to put a sentence on the screen. */
export type Voice = Pick<Face, 'label' | 'locale' | 'audience'>;

/** The end of a contact: seconds in which it can be undone, then the note. */
interface Closing {
  readonly left: number | undefined;
  readonly note: string | undefined;
  readonly copied: boolean;
  readonly copy: () => void;
  readonly close: () => void;
  /** Takes down that the person does not want to be asked again; absent where nobody would know. */
  readonly doNotAsk: { readonly said: boolean; readonly say: () => void } | undefined;
}
