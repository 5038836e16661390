import type { Step } from '../src/pack/pack.js';
import {
  advise,
  alcohol,
  asking,
  garden,
  leadOn,
  motivating,
  permission,
  steps,
  tag,
  veryBrief,
  yesNo,
  type Damage,
  type Open,
} from './talks.js';

export const damagesToPaths: readonly Damage[] = [
  ['a way that goes round', 'loop', (pack) => leadOn(pack, 'act', 'gardens')],
  ['a step that leads nowhere', 'dead-end', (pack) => leadOn(pack, 'advise', 'nowhere')],
  [
    'a step nothing leads to',
    'step-unreachable',
    (pack) => {
      steps(pack).orphan = { kind: 'close', say: 'close.no', outcome: 'stopped' };
    },
  ],
  [
    'a threshold no score reaches',
    'branch-never-taken',
    (pack) =>
      leadOn(pack, 'questions', {
        when: [
          { if: { fact: 'score.digging-long', atLeast: 9 }, to: 'advise' },
          { if: { fact: 'score.digging-long', atLeast: 3 }, to: 'advise-careful' },
        ],
        otherwise: 'advise',
      }),
  ],
  [
    'a threshold beyond the end of a number',
    'branch-never-taken',
    (pack) =>
      leadOn(pack, 'minutes', {
        when: [{ if: { fact: 'answer.gardening.brief.minutes', atLeast: 601 }, to: 'advise' }],
        otherwise: 'matters',
      }),
  ],
  [
    'a band no sum reaches',
    'band-empty',
    (pack) => {
      pack.instruments.digging!.bands[0]!.bands.push({ from: 5, text: 'band.high', source: 'handbook' });
    },
  ],
  [
    'a band no minutes reach',
    'band-empty',
    (pack) => {
      pack.measures[0]!.bands[0]!.bands.push({ from: 1801, text: 'band.high', source: 'handbook' });
    },
  ],
  [
    'a rule that contradicts itself',
    'rule-never-fires',
    (pack) => {
      pack.signposting[0]!.when = {
        all: [
          { fact: 'context.age', below: 18 },
          { fact: 'context.age', atLeast: 65 },
        ],
      };
    },
  ],
  [
    'a flag that leaves out the behaviour it asks in',
    'red-flag-ignored',
    (pack) => {
      pack.flags.minutes = {
        level: 'pause',
        behaviours: [],
        when: { fact: 'answer.gardening.brief.minutes', atLeast: 300 },
        notice: 'flag.tired',
        source: 'handbook',
      };
    },
  ],
  [
    'a flag that leaves out the behaviour whose last question it reads',
    'red-flag-ignored',
    (pack) => {
      pack.flags.last = {
        level: 'pause',
        behaviours: [],
        when: { fact: 'answer.gardening.mi-ruler.respond', is: 'no' },
        notice: 'flag.tired',
        source: 'handbook',
      };
    },
    motivating,
  ],
  [
    'a flag that two answers at once would raise',
    'red-flag-unreachable',
    (pack) => {
      pack.flags.frightened!.when = {
        all: [
          { fact: 'item.digging-long.frightened', is: 'yes' },
          { fact: 'item.digging-long.frightened', is: 'no' },
        ],
      };
    },
  ],
  [
    'a flag that reads what nobody asks',
    'red-flag-unreachable',
    (pack) => {
      pack.flags.frightened!.when = { fact: 'answer.elsewhere.asked', is: 'yes' };
    },
  ],
  [
    'declining that goes on',
    'decline-too-far',
    (pack) => {
      pack.scripts[garden]!.endings.declined = 'advise';
      delete pack.scripts[garden]!.steps['close-declined'];
    },
  ],
  [
    'very brief advice on something else than smoking',
    'method-step',
    (pack) => {
      pack.behaviours.gardening = { name: 'behaviour.gardening' };
      pack.scripts['smoking.vba']!.behaviour = 'gardening';
    },
    veryBrief,
  ],
  [
    'permission in very brief advice',
    'method-step',
    (pack) => {
      pack.scripts['smoking.vba']!.steps.ask = permission('advise') as Open<Step>;
    },
    veryBrief,
  ],
  [
    'advice before permission',
    'method-step',
    (pack) => {
      pack.scripts['gardening.very-brief']!.start = 'advise';
      delete pack.scripts['gardening.very-brief']!.steps.permission;
    },
    asking,
  ],
  [
    'motivation without a ruler',
    'method-step',
    (pack) => {
      pack.scripts['gardening.mi-ruler']!.steps.matters = yesNo('ask.minutes', 'provide') as Open<Step>;
    },
    motivating,
  ],
  [
    'advice that no question follows',
    'method-step',
    (pack) => {
      pack.scripts['gardening.mi-ruler']!.steps.provide = advise('close') as Open<Step>;
      delete pack.scripts['gardening.mi-ruler']!.steps.respond;
    },
    motivating,
  ],
  [
    'advice that no question comes before',
    'method-step',
    (pack) => {
      const { steps } = pack.scripts['gardening.mi-ruler']!;
      Object.assign(steps.matters!, { next: 'show' });
      steps.show = { kind: 'signpost', say: 'act', next: 'provide' };
    },
    motivating,
  ],
  [
    'a sentence that an unknown age forbids',
    'forbidden-text',
    (pack) => {
      tag(pack, 'advise', 'activity');
      pack.flags.child!.forbids = ['activity'];
    },
  ],
  [
    'a sentence that a skipped answer forbids',
    'forbidden-text',
    (pack) => {
      tag(pack, 'advise', 'activity');
      pack.flags.frightened!.forbids = ['activity'];
    },
  ],
  [
    'a closing that an unknown age forbids',
    'forbidden-text',
    (pack) => {
      tag(pack, 'close.advised', 'activity');
      pack.flags.child!.forbids = ['activity'];
    },
  ],
  ['weight loss without a gate', 'guard-missing', (pack) => tag(pack, 'advise', 'weight-loss')],
  [
    'cutting down before dependence is excluded',
    'guard-missing',
    (pack) => tag(pack, 'advise', 'do-not-stop-suddenly', 'cut-down'),
    alcohol,
  ],
  [
    'advice on alcohol that leaves out the safe way',
    'dependence-line',
    (pack) => tag(pack, 'advise', 'support'),
    alcohol,
  ],
];
