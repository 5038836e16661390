import { useMachine } from '@xstate/react';
import { createElement, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { assign, createMachine } from 'xstate';
import { journey } from 'journey';
import { drawnBy } from './screen.mjs';
import { start } from './start.mjs';
import { screenAfter } from './walk.mjs';

// React 19, the journey as a machine of XState.

const isEnough = ({ context, event }) => {
  const answers = [...context.answers, event.value];
  const points = journey.questions.map(({ options }, i) => options.find((one) => one.value === answers[i]).points);
  return points.reduce((sum, one) => sum + one, 0) >= journey.atLeast;
};
const remember = assign({ answers: ({ context, event }) => [...context.answers, event.value] });
const machine = createMachine({
  context: { answers: [] },
  initial: 'first',
  states: {
    first: { on: { answer: { target: 'second', actions: remember } } },
    second: { on: { answer: { target: 'third', actions: remember } } },
    third: {
      on: {
        answer: [
          { target: 'offered', guard: isEnough, actions: remember },
          { target: 'over', actions: remember },
        ],
      },
    },
    offered: { on: { answer: { target: 'over', actions: remember } } },
    over: { type: 'final' },
  },
});

const screen = drawnBy(createElement, 'onChange');

function Journey() {
  const [{ context }, send] = useMachine(machine);
  const heading = useRef(null);
  useEffect(() => {
    if (context.answers.length) heading.current.focus({ preventScroll: true });
  }, [context.answers]);
  return screen(screenAfter(context.answers), (value) => send({ type: 'answer', value }), heading);
}

start((place) => {
  const root = createRoot(place);
  root.render(createElement(Journey));
  return () => root.unmount();
});
