import type { Pack } from '../src/index.js';
import { gardening, yesOrNo } from './sample-pack.js';

/**
 * The invented pack with a second behaviour, whose flags, rules and guards read what only the other script asks.
 * Nothing in it is health content.
 */
export const gardeningAndFishing: Pack = {
  ...gardening,
  id: 'outdoors',
  context: {
    ...gardening.context,
    'context.gardens': { type: 'yes-no', label: 'context.tired', shared: ['answer.gardening.brief.gardens'] },
  },
  behaviours: { ...gardening.behaviours, fishing: { name: 'need.young', need: 'club' } },
  scripts: {
    ...gardening.scripts,
    'fishing.vba': {
      behaviour: 'fishing',
      method: 'vba',
      start: 'fishes',
      steps: {
        fishes: {
          kind: 'ask',
          say: 'item.second',
          answer: yesOrNo,
          next: {
            when: [
              { if: { fact: 'item.digging.digs', is: 'often' }, to: 'close-declined' },
              { if: { not: { fact: 'answer.gardening.brief.gardens', is: 'no' } }, to: 'close-declined' },
              {
                if: {
                  any: [
                    { fact: 'score.digging-long', atLeast: 3 },
                    { fact: 'answer.fishing.vba.fishes', is: 'no' },
                  ],
                },
                to: 'close-no',
              },
            ],
            otherwise: 'advise',
          },
        },
        advise: { kind: 'advise', say: 'why.club', source: 'angling', next: 'act' },
        act: { kind: 'signpost', say: 'act', next: 'close' },
        close: { kind: 'close', say: 'close.advised', outcome: 'advised' },
        'close-no': { kind: 'close', say: 'close.no', outcome: 'not-relevant' },
        'close-declined': { kind: 'close', say: 'close.declined', outcome: 'declined' },
        'close-not-now': { kind: 'close', say: 'close.not-now', outcome: 'not-now' },
      },
      endings: { declined: 'close-declined', 'not-now': 'close-not-now' },
    },
  },
  flags: {
    ...gardening.flags,
    wet: {
      level: 'pause',
      behaviours: ['fishing', 'gardening'],
      when: {
        not: {
          any: [
            { not: { fact: 'answer.fishing.vba.fishes', is: 'yes' } },
            { all: [{ fact: 'measure.activityMinutes', below: 600 }, { not: { fact: 'context.tired', is: true } }] },
          ],
        },
      },
      notice: 'flag.tired',
      source: 'angling',
    },
  },
  signposting: [
    ...gardening.signposting,
    {
      id: 'fish',
      when: {
        any: [
          { fact: 'answer.fishing.vba.fishes', is: 'yes' },
          { all: [{ fact: 'context.age', atLeast: 60 }, { not: { fact: 'measure.activityMinutes', atLeast: 60 } }] },
        ],
      },
      need: 'young',
      why: 'why.club',
      source: 'handbook',
    },
  ],
  sources: {
    ...gardening.sources,
    angling: {
      title: 'An invented guide to fishing',
      publisher: 'Nobody',
      url: 'https://example.org/angling',
      standing: 'verified',
      checkedOn: '2026-11-01',
      reviewBy: '2027-05-01',
    },
  },
};
