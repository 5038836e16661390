import type { Day, Locale, Match, Pack } from '@everycontact/core';
import type { CodeChoice } from '../codes/code-map.js';
import type { CdsContext } from './request.js';

export interface CardOptions {
  readonly pack: Pack;
  /** The language of whoever reads the card: one of the pack, or one it falls back from. */
  readonly locale: Locale;
  readonly hookInstance: string;
  readonly context: Pick<CdsContext, 'patientId' | 'encounterId'>;
  /** The deployer's own address, under which topics and reasons have theirs. */
  readonly canonical: string;
  /** Who speaks, as the clinical system shows it. */
  readonly source: { readonly label: string; readonly url?: string };
  /** Where our SMART app is launched; without it the card has no link. */
  readonly launch?: string;
  /** Drafts are shown, so the card says that they are. */
  readonly preview?: boolean;
  /** Local services for the topic, best first; their names stand on the card unless the topic is sensitive. */
  readonly services?: readonly Match[];
  /** The worker may refer: the card offers drafts of a referral. */
  readonly mayRefer?: boolean;
  /** For a referral; ours unless told. */
  readonly codes?: CodeChoice;
  /** On which day the topic was last raised. */
  readonly lastRaised?: Day;
  /** Whether earlier contacts stand in the record and could not be read. */
  readonly unread?: boolean;
}
