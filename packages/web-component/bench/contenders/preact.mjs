import { h, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawnBy } from './screen.mjs';
import { start } from './start.mjs';
import { screenAfter } from './walk.mjs';

// Preact alone.

const screen = drawnBy(h, 'onChange');

function Journey() {
  const [answers, setAnswers] = useState([]);
  const heading = useRef(null);
  useEffect(() => {
    if (answers.length) heading.current.focus({ preventScroll: true });
  }, [answers]);
  return screen(screenAfter(answers), (value) => setAnswers([...answers, value]), heading);
}

start((place) => {
  render(h(Journey), place);
  return () => render(null, place);
});
