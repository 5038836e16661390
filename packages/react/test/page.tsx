import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';

const roots = new Map<Root, HTMLElement>();

/** A root of its own for one test; it is gone after it. */
export function mount(node: ReactNode) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  roots.set(root, place);
  root.render(node);
  return {
    place,
    render: (next: ReactNode) => root.render(next),
    unmount: () => {
      roots.delete(root);
      root.unmount();
      place.remove();
    },
  };
}

afterEach(() => {
  for (const [root, place] of roots) {
    root.unmount();
    place.remove();
  }
  roots.clear();
});

/** Until the timers and microtasks of now are over. */
export const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));
