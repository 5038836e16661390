/**
 * What every page does: the journey stands in `#place` as soon as the script runs. `mount` is left for more of it.
 *
 * @param mount draws one journey into an element, and gives back how to take it away
 */
export function start(mount) {
  globalThis.mount = mount;
  const place = document.getElementById('place');
  if (place) mount(place);
}
