import { gardening } from './sample-pack.js';
import type { NoticeFlag } from '../src/pack/pack.js';
import { draft, released, steps, tag, veryBrief, type Damage, type Open } from './talks.js';

export const damagesToWords: readonly Damage[] = [
  [
    'urgent help without a number',
    'help-without-contact',
    (pack) => {
      const [line] = pack.urgentHelp.urgent!.lines;
      delete line!.phone;
    },
  ],
  [
    'a place without an emergency number',
    'help-without-contact',
    (pack) => {
      delete pack.place.facts.emergencyNumber;
    },
  ],
  [
    'urgent help that dials the number of another place',
    'help-without-contact',
    (pack) => {
      pack.place.facts.emergencyNumber!.value = '112';
    },
  ],
  [
    'a text that one language lacks',
    'text-missing',
    (pack) => {
      delete pack.texts['ar-XB']!['close.no'];
    },
  ],
  [
    'a text that has no words for the person',
    'text-missing',
    (pack) => {
      pack.texts['en-GB']!['ask.permission']!.words = { by: { worker: 'May I ask?' } };
    },
  ],
  [
    'a note that has no words for the worker',
    'text-missing',
    (pack) => {
      pack.texts['en-GB']!['prompt.garden']!.words = { by: { person: 'Or a balcony.' } };
    },
  ],
  [
    'a number that one language leaves out',
    'placeholder-differs',
    (pack) => {
      pack.texts['ar-XB']!['help.worker']!.words = 'Stay with the person.';
    },
  ],
  [
    'a label without what the interface hands over',
    'placeholder-differs',
    (pack) => {
      for (const locale of pack.locales) pack.texts[locale]!['ui.call']!.words = 'Call';
    },
  ],
  [
    'a tag in one language only',
    'about-differs',
    (pack) => {
      pack.texts['ar-XB']!.act!.about = ['support'];
    },
  ],
  [
    'a number that is no fact of the place',
    'digit-unbound',
    (pack) => {
      pack.texts['en-GB']!.advise!.words = 'Two in 10 gardens are tended together.';
    },
  ],
  [
    'a parameter whose brace is not closed',
    'brace-left',
    (pack) => {
      for (const locale of pack.locales)
        pack.texts[locale]!.advise!.words = 'Tend it together, {emergencyNumber or not.';
    },
  ],
  [
    'advice without its source',
    'source-missing',
    (pack) => {
      const step = steps(pack).advise;
      if (step?.kind === 'advise') step.source = 'hearsay';
    },
  ],
  [
    'a text past its review',
    'past-review',
    (pack) => {
      pack.texts['en-GB']!.advise!.reviewBy = '2026-11-21';
    },
  ],
  [
    'a source past its review',
    'past-review',
    (pack) => {
      pack.sources.handbook!.reviewBy = '2026-01-01';
    },
  ],
  [
    'a day of a check that is still to come',
    'checked-later',
    (pack) => {
      pack.sources.handbook!.checkedOn = '2026-11-23';
    },
  ],
  [
    'a day of review in another lifetime',
    'review-far',
    (pack) => {
      pack.sources.handbook!.reviewBy = '2072-11-22';
    },
  ],
  [
    'a need with nowhere to turn where no service fits',
    'need-without-line',
    (pack) => {
      Object.values(pack.needs)[0]!.national = [];
    },
  ],
  [
    'a draft in a release',
    'not-approved',
    (pack) => {
      Object.assign(pack.texts['en-GB']!.advise!, draft);
    },
    released,
    { release: true },
  ],
  [
    'a draft urgent number in a release',
    'not-approved',
    (pack) => {
      Object.assign(pack.urgentHelp.urgent!.lines[0]!, draft);
    },
    released,
    { release: true },
  ],
  [
    'a release without a safeguarding contact',
    'not-approved',
    (pack) => {
      delete pack.safeguarding;
    },
    released,
    { release: true },
  ],
  ['harm in very brief advice', 'method-about', (pack) => tag(pack, 'advise', 'harm'), veryBrief],
  [
    'eighty words in very brief advice',
    'too-many-words',
    (pack) => {
      pack.texts['en-GB']!.advise!.words = 'Tend it together with others. '.repeat(16);
    },
    veryBrief,
  ],
  [
    'eighty words in very brief advice, for some of those it is said to',
    'too-many-words',
    (pack) => {
      pack.texts['en-GB']!.advise!.words = {
        by: { worker: 'Tend it.', person: 'Tend it.', 'worker/men': 'Tend it together with others. '.repeat(16) },
      };
    },
    veryBrief,
  ],
  [
    'an instrument half in another language',
    'instrument-language',
    (pack) => {
      delete pack.texts['ar-XB']!['item.third'];
    },
  ],
  [
    'a sentence of thirty words',
    'sentence-too-long',
    (pack) => {
      pack.texts['en-GB']!.advise!.words = `${'tend it and '.repeat(10)}rest.`;
    },
  ],
  [
    'a text that is hard to read',
    'hard-to-read',
    () => undefined,
    gardening,
    { readability: (words) => (words.includes('tended together') ? 9 : 3) },
  ],
  [
    'a word that tells people what to do',
    'word-to-avoid',
    (pack) => {
      pack.texts['en-GB']!.advise!.words = 'You should tend it together.';
    },
  ],
  [
    'words of losing weight that are not tagged',
    'word-to-avoid',
    (pack) => {
      pack.texts['en-GB']!.advise!.words = 'Weeding helps some people lose weight.';
    },
  ],
  [
    'words that nobody has filled in',
    'not-filled-in',
    (pack) => {
      pack.texts['en-GB']!.advise!.words = 'FILL IN: what helps here.';
    },
  ],
  [
    'an address that nobody has filled in',
    'not-filled-in',
    (pack) => {
      Object.values(pack.sources)[0]!.url = 'https://FILL-IN.example.org/';
    },
  ],
  [
    'a contact for safeguarding that nobody has filled in',
    'not-filled-in',
    (pack) => {
      pack.safeguarding!.url = 'https://FILL-IN.example.org/';
    },
    released,
  ],
  [
    'a topic that was added, and not to the flag that stops all others',
    'flag-leaves-out',
    (pack) => {
      pack.behaviours.fishing = { name: 'behaviour.gardening' };
      pack.behaviours.walking = { name: 'behaviour.gardening' };
      (pack.flags.child as Open<NoticeFlag>).behaviours.push('fishing');
    },
  ],
];
