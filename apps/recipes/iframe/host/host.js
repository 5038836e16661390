const frame = document.querySelector('iframe');
const outcome = document.getElementById('outcome');
const frameOrigin = new URL(frame.src).origin;
let person = 0;

addEventListener('message', ({ data, origin, source }) => {
  // Both: another window of the same origin is not our frame, and our frame may have gone elsewhere.
  if (source !== frame.contentWindow || origin !== frameOrigin || data?.from !== 'everycontact') return;
  if (data.type === 'ready') hand();
  if (data.type === 'height') frame.height = String(Math.min(data.height, 2000));
  if (data.type === 'outcome') outcome.textContent = data.record.outcome;
});

function hand() {
  const message = { to: 'everycontact', subjectKey: `case-${person}`, context: { 'context.age': 41 } };
  frame.contentWindow.postMessage(message, frameOrigin);
}

document.getElementById('next').addEventListener('click', () => {
  person += 1;
  hand();
});
document.getElementById('close').addEventListener('click', () => {
  frame.remove();
});
