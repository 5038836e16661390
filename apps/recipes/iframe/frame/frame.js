const prompt = document.querySelector('advice-prompt');
// The one page that may hold this frame; `frame-ancestors` in the headers says the same.
const { host } = document.documentElement.dataset;

const tell = (message) => parent.postMessage({ from: 'everycontact', ...message }, host);

addEventListener('message', ({ data, origin, source }) => {
  if (source !== parent || origin !== host || data?.to !== 'everycontact') return;
  prompt.context = data.context;
  prompt.subjectKey = data.subjectKey;
});

prompt.addEventListener('advice-outcome', ({ detail: { record } }) => tell({ type: 'outcome', record }));
new ResizeObserver(() => tell({ type: 'height', height: document.documentElement.offsetHeight })).observe(
  document.documentElement,
);
tell({ type: 'ready' });
