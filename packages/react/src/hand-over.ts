import { AdvicePrompt as AdvicePromptElement } from '@everycontact/web-component';
import { events } from './advice-prompt-events.js';

/** What a host wrote, by name. */
export type Given = Readonly<Record<string, unknown>>;

const callbacks: Readonly<Record<string, string>> = events;

/** Parts what is for the element from what React does with any tag. React 18 sets no property on a tag it does not know. */
export function parted(props: object): { readonly forElement: Given; readonly forReact: Given } {
  const forElement: Record<string, unknown> = {};
  const forReact: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (name === 'className') forReact['class'] = value;
    else (isForElement(name) ? forElement : forReact)[name] = value;
  }
  return { forElement, forReact };
}

/** The tag may be of another version, and a server registers none: then no option stands on the prototype. */
const isForElement = (name: string) =>
  !['children', 'style'].includes(name) &&
  (name in callbacks || name in AdvicePromptElement.properties || name in AdvicePromptElement.prototype);

/** Hands over what has changed since the drawing before. No callback is taken away in the end: an ending is told of after it. */
export function handOver(element: AdvicePromptElement, now: Given, before: Given): void {
  for (const name of Object.keys({ ...before, ...now })) {
    const [is, was] = [now[name], before[name]];
    if (is === was) continue;
    const event = callbacks[name];
    if (event === undefined) set(element, name, is);
    else {
      if (was) element.removeEventListener(event, was as EventListener);
      if (is) element.addEventListener(event, is as EventListener);
    }
  }
}

function set(element: AdvicePromptElement, name: string, value: unknown): void {
  Object.assign(element, { [name]: value });
  // What every element has, such as `title`, takes nothing for the word "undefined".
  if ((value ?? undefined) === undefined && name in HTMLElement.prototype) element.removeAttribute(name);
}
