import type { ContactRecord, Instant, Locale, Pack, SessionState, Speaker, View } from '@everycontact/core';
import type { Organisation } from '@everycontact/core/take-away';

/** What is handed to a person, and of the element around it all that is needed for that. */
export interface Around {
  readonly pack: Pack;
  /** One for each topic that came to its end. */
  readonly records: readonly ContactRecord[];
  /** The topic that is open, or was last. */
  readonly state: Pick<SessionState, 'occasion' | 'today'> | undefined;
  /** Its screen in words for the person; the element has what makes it, and a part need not bring it again. */
  readonly screen: (locale: Locale) => View | undefined;
  /** Speaks to whoever uses the screen. */
  readonly speaker: Speaker;
  readonly organisation: Organisation | undefined;
  readonly preview: boolean;
  /** Nothing is offered that leaves a trace but paper. */
  readonly staff: boolean;
  readonly newId: (() => string) | undefined;
  readonly now: () => Instant;
  /** Fetches the words of a language that is not here yet, and tells itself where it cannot. */
  readonly learn: (locale: Locale) => Promise<void>;
  /** Gives back whether nobody vetoed. */
  readonly emit: (event: Event) => boolean;
}
