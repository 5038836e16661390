import type { Instrument, Item, Pack } from '../src/pack/pack.js';
import { gardening } from './sample-pack.js';

const item = (id: string, ...points: number[]): Item => ({
  id,
  text: 'item.first',
  options: points.map((point) => ({ value: `v${point}`, text: 'option.often', points: point })),
});
const made = (items: readonly Item[], continues?: string): Instrument => ({
  items,
  bands: [],
  attribution: 'attribution',
  algorithm: 'sum',
  standing: 'verified',
  checkedOn: '2026-11-01',
  reviewBy: '2027-05-01',
  ...(continues !== undefined && { continues }),
});
const frequency = [0, 1, 2, 3, 4] as const;
const answeredAs = (item: string) => ({ fact: `item.long.${item}`, is: 'v0' }) as const;
const dependent = {
  any: [
    { fact: 'score.long', atLeast: 20 },
    { not: answeredAs('fourth') },
    { not: answeredAs('fifth') },
    { not: answeredAs('sixth') },
  ],
} as const;
const brief = gardening.scripts['gardening.brief'];

/** The garden with ten questions of the shape of AUDIT: three first, seven that continue them, and a flag over all. */
export const longInstrument: Pack = {
  ...gardening,
  instruments: {
    short: made([item('first', ...frequency), item('second', ...frequency), item('third', ...frequency)]),
    long: made(
      [
        ...['fourth', 'fifth', 'sixth', 'seventh', 'eighth'].map((id) => item(id, ...frequency)),
        item('ninth', 0, 2, 4),
        item('tenth', 0, 2, 4),
      ],
      'short',
    ),
  },
  measures: [],
  flags: {
    danger: gardening.flags.danger!,
    child: gardening.flags.child!,
    dependent: {
      level: 'pause',
      behaviours: ['gardening'],
      when: dependent,
      forbids: ['cut-down'],
      notice: 'flag.tired',
      goTo: { 'gardening.brief': 'careful' },
      source: 'handbook',
    },
  },
  signposting: [{ ...gardening.signposting[0]!, when: { fact: 'score.long', atLeast: 8 } }],
  scripts: {
    'gardening.brief': {
      ...brief!,
      start: 'short',
      steps: {
        short: {
          kind: 'instrument',
          instrument: 'short',
          next: { when: [{ if: { fact: 'score.short', below: 5 }, to: 'close' }], otherwise: 'long' },
        },
        long: {
          kind: 'instrument',
          instrument: 'long',
          next: { when: [{ if: { not: dependent }, to: 'bold' }], otherwise: 'careful' },
        },
        bold: { kind: 'advise', say: 'advise', source: 'handbook', next: 'act' },
        careful: { kind: 'advise', say: 'advise.careful', source: 'handbook', next: 'act' },
        act: { kind: 'signpost', say: 'act', next: 'close' },
        close: { kind: 'close', say: 'close.advised', outcome: 'advised' },
        'close-declined': { kind: 'close', say: 'close.declined', outcome: 'declined' },
        'close-not-now': { kind: 'close', say: 'close.not-now', outcome: 'not-now' },
      },
    },
  },
};
