import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import type { AdvicePrompt as AdvicePromptElement } from '@everycontact/web-component';
import '@everycontact/web-component/define';
import type { AdvicePromptProps } from './advice-prompt-props.js';
import { handOver, parted, type Given } from './hand-over.js';

export type { AdvicePromptElement };

/** On a server there is nothing to paint, and React 18 would warn of it. */
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * `<advice-prompt>` as a component. It adds no rule of its own: properties are set as properties, events are callbacks, and
 * a `ref` is the element. A property is set when it changes, so `open` can be left to the reader: drawing again neither opens nor
 * closes the panel. On a server it is the tag with its children.
 */
export const AdvicePrompt: ForwardRefExoticComponent<AdvicePromptProps & RefAttributes<AdvicePromptElement>> =
  forwardRef<AdvicePromptElement, AdvicePromptProps>((props, ref) => {
    const element = useRef<AdvicePromptElement>(null);
    const before = useRef<Given>({});
    const { forElement, forReact } = parted(props);
    useBeforePaint(() => {
      if (element.current) handOver(element.current, forElement, before.current);
      before.current = forElement;
    });
    useImperativeHandle<AdvicePromptElement | null, AdvicePromptElement | null>(ref, () => element.current, []);
    // A server writes as attributes what is set as a property here, such as `lang`.
    return createElement('advice-prompt', { ...forReact, ref: element, suppressHydrationWarning: true });
  });
AdvicePrompt.displayName = 'AdvicePrompt';
