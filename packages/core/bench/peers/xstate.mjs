import { assign, createActor, createMachine } from 'xstate';

/** The contact as an actor of XState: the machine is made once, an actor runs each contact. */
export function acted() {
  const actor = createActor(machine);
  actor.start();
  for (const event of events) actor.send(event);
  const { value, context } = actor.getSnapshot();
  return { at: value, smokes: context.answers.smokes, outcome: context.chosen ?? context.outcome };
}

const keep = assign(({ context, event }) => ({ answers: { ...context.answers, smokes: event.value } }));
const answered = (value, target) => ({ guard: ({ event }) => event.value === value, target, actions: keep });
const closing = (outcome) => ({ entry: assign({ outcome }), on: { settled: 'settled' } });

const machine = createMachine({
  initial: 'smokes',
  context: { answers: {}, chosen: undefined, outcome: undefined },
  states: {
    smokes: {
      on: {
        answered: [
          answered('yes', 'advise'),
          answered('used-to', 'ex'),
          answered('never', 'never'),
          answered('nicotine-only', 'nicotine'),
          { target: 'ratherNot', actions: keep },
        ],
      },
    },
    advise: { on: { continued: 'act' } },
    act: { on: { chosen: { actions: assign({ chosen: ({ event }) => event.how }) }, continued: 'close' } },
    close: closing('advised'),
    ex: closing('not-relevant'),
    never: closing('not-relevant'),
    nicotine: closing('not-relevant'),
    ratherNot: closing('declined'),
    settled: { type: 'final' },
  },
});

const events = [
  { type: 'answered', value: 'yes' },
  { type: 'continued' },
  { type: 'chosen', how: 'told' },
  { type: 'continued' },
  { type: 'settled' },
];
