/** The part of the page that is there by its HTML. */
export function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found) return found;
  throw new Error(`${selector} is not on the page`);
}

/** JSON that the hub wrote into the page. */
export const block = (id: string): unknown => JSON.parse(part(`#${id}`).textContent);

/** A page that the browser had put aside shows the person it was left with: it begins anew. */
export function neverFromStore(): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}
