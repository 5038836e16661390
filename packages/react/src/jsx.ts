// Types for `<advice-prompt>` written as a tag: import this once, anywhere. It is types alone and loads nothing.
import type { HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type { AdvicePrompt } from '@everycontact/web-component';
import type { AdvicePromptSettings } from './advice-prompt-props.js';

/** `mayRefer` is written `may-refer` as an attribute. */
type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Rest extends Uncapitalize<Rest> ? '' : '-'}${Kebab<Uncapitalize<Rest>>}`
  : Name;

type Attributes = {
  [Name in keyof AdvicePromptSettings as AdvicePromptSettings[Name] extends string | number | boolean | undefined
    ? Kebab<Name>
    : never]?: AdvicePromptSettings[Name];
};

type Told = Pick<GlobalEventHandlersEventMap, Extract<keyof GlobalEventHandlersEventMap, `advice-${string}`>>;

type Listeners = { [Name in keyof Told as `on${Name}`]?: ((event: Told[Name]) => void) | undefined };

interface Own extends AdvicePromptSettings, Attributes, Listeners {
  /** Shown where the prompt cannot be: on the server, before the script, with a broken pack. Say where help is. */
  readonly children: ReactNode;
}

/**
 * The tag in React 19, which sets properties and hears events by itself: `onadvice-outcome={…}`. Register the element
 * before it is drawn, else options in camel case are lost; attributes (`may-refer`) never are. React 18 sets no property and
 * hears no event: there take the component of `@everycontact/react`.
 */
export interface AdvicePromptTag
  extends Own,
    RefAttributes<AdvicePrompt>,
    Omit<HTMLAttributes<AdvicePrompt>, keyof Own> {}

declare module 'react' {
  // React's types have their tags in a namespace, and only there can one be added.
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'advice-prompt': AdvicePromptTag;
    }
  }
}
