import { expect, it } from 'vitest';
import { AdvicePrompt } from '@everycontact/web-component';
import written from '@everycontact/web-component/custom-elements.json';
import { events } from '../src/advice-prompt-events.js';

// The manifest is what the element says of itself; it is written when the element is built.
interface Declaration {
  readonly tagName?: string;
  readonly events?: readonly { readonly name: string }[];
  readonly members?: readonly Member[];
}
interface Member {
  readonly kind: string;
  readonly name: string;
  readonly privacy?: string;
  readonly static?: boolean;
}
const { modules } = written as { readonly modules: readonly { readonly declarations?: readonly Declaration[] }[] };
const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName !== undefined)!;

it('has a callback for each event of the element, named after it', () => {
  const names = element.events!.map(({ name }) => name).sort();
  expect(names).toContain('advice-outcome');
  expect(Object.values(events).sort()).toEqual(names);
  for (const [callback, event] of Object.entries(events)) {
    const words = callback.replace(/^on/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(event).toBe(`advice${words}`);
  }
});

it('hands each option of the element on as a property, and never as an attribute', () => {
  const options = element
    .members!.filter(({ kind, privacy, static: ofClass }) => kind === 'field' && privacy === 'public' && !ofClass)
    .map(({ name }) => name);
  expect(options).toContain('pack');
  // Lit makes the properties when a tag is registered, and a server registers none.
  expect(AdvicePrompt.observedAttributes).toContain('behaviour');
  expect(options.filter((name) => !(name in AdvicePrompt.prototype))).toEqual([]);
});
