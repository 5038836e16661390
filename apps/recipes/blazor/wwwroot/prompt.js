// Not run: hands what a prompt tells to a component, and stops when the component goes.
export function listen(prompt, component) {
  const tell = ({ detail }) => component.invokeMethodAsync('Finished', detail.record);
  prompt.addEventListener('advice-outcome', tell);
  return { stop: () => prompt.removeEventListener('advice-outcome', tell) };
}
