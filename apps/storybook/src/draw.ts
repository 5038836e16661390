import { AdvicePrompt } from '@everycontact/react';
import '@everycontact/web-component/define';
import { createElement, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { type PromptArgs, propertiesOf, type Shown } from './prompt-args.js';

const fallback = 'The prompt cannot be shown. In an emergency call the emergency number.';

/** How a story is drawn by each face: on a stage as wide as the toolbar says. */
export const draw = {
  element(args: PromptArgs, shown: Shown): HTMLElement {
    const prompt = Object.assign(document.createElement('advice-prompt'), propertiesOf(args, shown));
    prompt.append(paragraph(fallback));
    return stage(shown, prompt);
  },

  react(args: PromptArgs, shown: Shown): HTMLElement {
    const children = createElement('p', null, fallback);
    return inReact(createElement(AdvicePrompt, { ...propertiesOf(args, shown), children }), shown);
  },
};

/** A stage on which React draws. */
export function inReact(node: ReactNode, shown: Shown): HTMLElement {
  const place = stage(shown);
  const root = createRoot(place);
  roots.set(place, root);
  root.render(node);
  return place;
}

const roots = new Map<HTMLElement, Root>();

/** React learns that its stories have gone. */
export function unmountGone(): void {
  for (const [place, root] of roots) {
    if (place.isConnected) continue;
    root.unmount();
    roots.delete(place);
  }
}

function stage({ globals: { width, preset } }: Shown, ...children: readonly Node[]): HTMLElement {
  const place = document.createElement('div');
  place.className = `stage ${preset ?? ''}`;
  if (width && width !== 'full') place.style.inlineSize = `${width}px`;
  place.append(...children);
  return place;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
