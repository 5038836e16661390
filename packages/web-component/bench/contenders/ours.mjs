import { services } from 'journey';

// Ours stands in the page as a tag; this is only there to put more of it there, and is not counted.

globalThis.mount = (place) => {
  const prompt = document.createElement('advice-prompt');
  Object.assign(prompt, { behaviour: 'alcohol', method: 'brief', preview: true, open: true, services });
  place.append(prompt);
  return () => prompt.remove();
};
