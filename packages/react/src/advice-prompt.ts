import { createComponent } from '@lit/react';
import * as React from 'react';
import { AdvicePrompt as AdvicePromptElement } from '@everycontact/web-component';
import '@everycontact/web-component/define';
import { events } from './advice-prompt-events.js';
import type { AdvicePromptProps } from './advice-prompt-props.js';

export type { AdvicePromptElement };

/** On a server there is nothing to paint, and React 18 would warn of it. */
const useBeforePaint = typeof window === 'undefined' ? React.useEffect : React.useLayoutEffect;

/** A class has its options only once it is asked for them: on a server, or where another version has the tag, nobody else does. */
// eslint-disable-next-line @typescript-eslint/no-meaningless-void-operator -- a getter that works
void AdvicePromptElement.observedAttributes;

// Typed by hand: the type that `createComponent` works out costs twenty seconds of checking.
const Tag = createComponent({
  react: { ...React, useLayoutEffect: useBeforePaint },
  tagName: 'advice-prompt',
  elementClass: AdvicePromptElement,
  events,
}) as unknown as React.ComponentType<Omit<AdvicePromptProps, 'open'> & React.RefAttributes<AdvicePromptElement>>;

/**
 * `<advice-prompt>` as a component. It adds no rule of its own: properties are set as properties, events are callbacks, and
 * a `ref` is the element. `open` is set when it changes, so the panel is the reader's: a new render neither opens nor closes
 * it. On a server it is the tag with its children.
 */
export const AdvicePrompt: React.ForwardRefExoticComponent<
  AdvicePromptProps & React.RefAttributes<AdvicePromptElement>
> = React.forwardRef<AdvicePromptElement, AdvicePromptProps>(({ open, ...props }, ref) => {
  const element = React.useRef<AdvicePromptElement>(null);
  const said = React.useRef<boolean>(undefined);
  useBeforePaint(() => {
    // Also where React shows again what it had hidden: by then the panel is the reader's.
    if (open === said.current) return;
    said.current = open;
    if (element.current) element.current.open = !!open;
  });
  React.useImperativeHandle<AdvicePromptElement | null, AdvicePromptElement | null>(ref, () => element.current, []);
  // A server writes as attributes what is set as a property here, such as `lang`.
  return React.createElement(Tag, { ...props, ref: element, suppressHydrationWarning: true });
});
AdvicePrompt.displayName = 'AdvicePrompt';
