/** An element with attributes and children; text goes in as text, which is all the page's policy allows anyway. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A place in the page that its own HTML promises to have. */
export function part(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part "${name}".`);
  return found;
}

/** The one prompt of the page. */
export function promptOnPage(): HTMLElementTagNameMap['advice-prompt'] {
  const [found] = document.getElementsByTagName('advice-prompt');
  if (!found) throw new Error('The page has no <advice-prompt>.');
  return found;
}
