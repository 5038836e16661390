const outcome = document.getElementById('outcome');

document.addEventListener('advice-outcome', ({ detail }) => {
  outcome.textContent = detail.record.outcome;
});

document.getElementById('close').addEventListener('click', () => {
  document.querySelector('advice-prompt').remove();
});
