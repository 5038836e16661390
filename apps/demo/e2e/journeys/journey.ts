import type { Words } from '../words.js';
import type { Kind } from './in-page.js';

/** One thing a person does: with the mouse on what is named, or with a key. */
export interface Move {
  /** The heading that stands there first. */
  readonly see?: string;
  /** What must have gone from the screen first. */
  readonly gone?: string;
  readonly point: readonly [Kind, string];
  /** The key that does the same; where there is none, Tab leads there and Enter presses it. */
  readonly key?: string;
}

/** A whole contact, as anybody would describe it. */
export interface Journey {
  readonly title: string;
  /** After the language in the address: the page of the agenda, say. */
  readonly page?: 'agenda/';
  readonly moves: (words: Words) => readonly Move[];
  /** How the records that left end, in order. */
  readonly outcomes: readonly string[];
  /** How many keys it takes once the focus is on the button that opens it. */
  readonly keys?: number;
}

type Way = (words: Words) => Move;
const open: Way = ({ label }) => ({ point: ['button', label('ui.open')] });
const press =
  (name: Parameters<Words['label']>[0], key?: string, see?: string): Way =>
  ({ label, line }) => ({
    ...(see && { see: line(see) }),
    point: ['button', label(name)],
    ...(key && { key }),
  });
const answer =
  (option: string, key: string): Way =>
  ({ line }) => ({
    see: line('smoking.vba.smokes.say'),
    point: ['radio', line(`smoking.vba.smokes.${option}`)],
    key,
  });
const topic =
  (behaviour: string, see: string): Way =>
  ({ line }) => ({ see: line(see), point: ['button', line(`behaviour.${behaviour}`)] });
/** Once the services are there: what comes late moves what is pointed at. */
const amongServices =
  (name: Parameters<Words['label']>[0], key: string): Way =>
  (words) => ({ ...press(name, key, 'smoking.vba.act.say')(words), gone: words.label('ui.looking') });

const journey = (title: string, ways: readonly Way[], rest: Omit<Journey, 'title' | 'moves'>): Journey => ({
  title,
  moves: (words) => ways.map((way) => way(words)),
  ...rest,
});

export const accepted = journey(
  'from the question to a service and a record',
  [
    open,
    answer('yes', '1'),
    press('ui.next', 'Enter', 'smoking.vba.advise.say'),
    amongServices('ui.told', '1'),
    amongServices('ui.continue', 'Enter'),
    press('ui.done', 'Enter', 'smoking.vba.close.say'),
  ],
  { outcomes: ['told'] },
);

/** From the end of a contact to a sheet at the printer. */
export const takenHome = [press('take.offer'), press('ui.yes'), press('take.print')];

export const journeys: readonly Journey[] = [
  accepted,
  journey(
    'to a no, in three keys',
    [open, press('ui.decline', 'd', 'smoking.vba.smokes.say'), press('ui.done', 'Enter', 'close.declined.say')],
    { outcomes: ['declined'], keys: 3 },
  ),
  journey(
    'to a not now, after the answer',
    [
      open,
      answer('yes', '1'),
      press('ui.not-now', 'n', 'smoking.vba.advise.say'),
      press('ui.done', 'Enter', 'close.not-now.say'),
    ],
    { outcomes: ['not-now'] },
  ),
  journey(
    'to urgent help, back, and back again to another answer',
    [
      open,
      answer('yes', '1'),
      press('ui.help', 'u', 'smoking.vba.advise.say'),
      press('ui.help-back'),
      press('ui.back', 'b', 'smoking.vba.advise.say'),
      answer('never', '3'),
      press('ui.done', 'Enter', 'smoking.vba.close-never.say'),
    ],
    { outcomes: ['not-relevant'] },
  ),
  journey(
    'to somebody who is not alone',
    [open, press('ui.not-private', 'p', 'smoking.vba.smokes.say'), press('ui.done', 'Enter')],
    { outcomes: ['not-now'] },
  ),
  journey(
    'turned towards the person and back, to a no',
    [
      open,
      press('ui.turn', 'v', 'smoking.vba.smokes.say'),
      press('ui.close', undefined, 'smoking.vba.smokes.say'),
      press('ui.decline', 'd', 'smoking.vba.smokes.say'),
      press('ui.done', 'Enter', 'close.declined.say'),
    ],
    { outcomes: ['declined'] },
  ),
  journey(
    'through a blank screen',
    [
      open,
      answer('yes', '1'),
      press('ui.hide', 'h', 'smoking.vba.advise.say'),
      press('ui.show', 'h', 'ui.hidden'),
      press('ui.next', 'Enter', 'smoking.vba.advise.say'),
      amongServices('ui.not-now', 'n'),
      press('ui.done', 'Enter', 'close.not-now.say'),
    ],
    { outcomes: ['not-now'] },
  ),
  journey(
    'from the agenda through one topic to a second',
    [
      open,
      topic('smoking', 'ui.agenda'),
      press('ui.decline', 'd'),
      press('ui.done', 'Enter'),
      topic('alcohol', 'ui.agenda-again'),
      press('ui.no', 'd'),
      press('ui.done', 'Enter'),
    ],
    { page: 'agenda/', outcomes: ['declined', 'declined'] },
  ),
];
