import { createComponent } from '@lit/react';
import * as React from 'react';
import { AdvicePrompt as AdvicePromptElement } from '@everycontact/web-component';
import '@everycontact/web-component/define';
import { events } from './advice-prompt-events.js';
import type { AdvicePromptProps } from './advice-prompt-props.js';

export type { AdvicePromptElement };

/**
 * `<advice-prompt>` as a component. It adds no rule of its own: properties are set as properties, events are callbacks, and
 * a `ref` is the element. On a server it is the tag with its children.
 */
// Typed by hand: the type that `createComponent` works out costs twenty seconds of checking.
export const AdvicePrompt = createComponent({
  react: React,
  tagName: 'advice-prompt',
  elementClass: AdvicePromptElement,
  displayName: 'AdvicePrompt',
  events,
}) as unknown as React.ForwardRefExoticComponent<AdvicePromptProps & React.RefAttributes<AdvicePromptElement>>;
