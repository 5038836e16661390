import type { Behaviour, Pack, Script } from '../src/index.js';
import { gardening, yesOrNo } from './sample-pack.js';

const short = (behaviour: string, method: 'vba' | 'brief' = 'vba'): Script => ({
  behaviour,
  method,
  start: 'likes',
  steps: {
    likes: {
      kind: 'ask',
      say: 'ask.garden',
      answer: yesOrNo,
      next: {
        when: [{ if: { fact: 'context.likes', is: true }, to: 'careful' }],
        otherwise: 'advise',
      },
    },
    advise: { kind: 'advise', say: 'advise', source: 'handbook', next: 'close' },
    careful: { kind: 'advise', say: 'advise.careful', source: 'handbook', next: 'close' },
    close: { kind: 'close', say: 'close.advised', outcome: 'advised' },
    declined: { kind: 'close', say: 'close.declined', outcome: 'declined' },
    later: { kind: 'close', say: 'close.not-now', outcome: 'not-now' },
  },
  endings: { declined: 'declined', 'not-now': 'later' },
});

const behaviours: Readonly<Record<string, Behaviour>> = {
  walking: { name: 'behaviour.walking' },
  sailing: { name: 'behaviour.sailing', sensitive: true },
  climbing: { name: 'behaviour.climbing', adultsOnly: true },
};

const named = (texts: Pack['texts'][string]) => ({
  ...texts,
  ...Object.fromEntries(
    Object.values(behaviours).map(({ name }) => [
      name,
      { ...texts['behaviour.gardening']!, words: name.split('.')[1]! },
    ]),
  ),
});

/** An invented pack of three outings: one that is sensitive, one for adults only, one with two methods. */
export const outings: Pack = {
  ...gardening,
  id: 'outings',
  context: {
    ...gardening.context,
    'context.likes': { type: 'yes-no', label: 'context.tired' },
    'context.walks': {
      type: 'choice',
      values: ['yes', 'no'],
      label: 'context.tired',
      shared: ['answer.walking.vba.likes'],
    },
  },
  behaviours,
  scripts: {
    'walking.vba': short('walking'),
    'walking.brief': short('walking', 'brief'),
    'sailing.vba': short('sailing'),
    'climbing.vba': short('climbing'),
  },
  instruments: {},
  measures: [],
  flags: { danger: gardening.flags['danger']! },
  signposting: [],
  texts: Object.fromEntries(Object.entries(gardening.texts).map(([locale, texts]) => [locale, named(texts)])),
};
