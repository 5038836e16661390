/** A bare interpreter: any script as a table of steps and answers, no conditions, no words, no log. */
export function tabled() {
  const state = { at: table.start, answers: {}, chosen: undefined, outcome: undefined };
  for (const event of events) take(table, state, event);
  return { at: state.at, smokes: state.answers.smokes, outcome: state.outcome };
}

function take({ steps }, state, { type, value }) {
  const step = steps[state.at];
  const branch = step.on[type];
  if (!branch) throw new Error(`"${type}" is not on offer at "${state.at}".`);
  if (branch.keep) state[branch.keep] = value;
  if (type === 'answered') state.answers[state.at] = value;
  state.at = branch.to?.[value] ?? branch.otherwise ?? state.at;
  const { outcome } = steps[state.at];
  if (outcome) state.outcome = state.chosen ?? outcome;
}

const table = {
  start: 'smokes',
  steps: {
    smokes: {
      on: {
        answered: {
          to: { yes: 'advise', 'used-to': 'ex', never: 'never', 'nicotine-only': 'nicotine' },
          otherwise: 'rather-not',
        },
      },
    },
    advise: { on: { continued: { otherwise: 'act' } } },
    act: { on: { chosen: { keep: 'chosen' }, continued: { otherwise: 'close' } } },
    close: { outcome: 'advised', on: { settled: { otherwise: 'settled' } } },
    ex: { outcome: 'not-relevant', on: { settled: { otherwise: 'settled' } } },
    never: { outcome: 'not-relevant', on: { settled: { otherwise: 'settled' } } },
    nicotine: { outcome: 'not-relevant', on: { settled: { otherwise: 'settled' } } },
    'rather-not': { outcome: 'declined', on: { settled: { otherwise: 'settled' } } },
    settled: { on: {} },
  },
};

const events = [
  { type: 'answered', value: 'yes' },
  { type: 'continued' },
  { type: 'chosen', value: 'told' },
  { type: 'continued' },
  { type: 'settled' },
];
