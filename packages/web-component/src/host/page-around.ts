import { randomId } from '@everycontact/core';
import type { HostContext } from '@everycontact/core/host-context';
import type { ContextMessage, PromptMessage } from './messages.js';
import { exactOrigin, originOf } from './origin.js';
import { checked } from './set-host-context.js';

/** What the page around a frame hears of one context. */
export interface Link {
  /** The origin of the page in the frame. */
  readonly origin: string;
  readonly onMessage: (message: PromptMessage) => void;
}
export interface SendOptions extends Link {
  /** How the context is named; a random name unless given. */
  readonly link?: string;
}

/** One context a frame: another one ends it. */
const current = new WeakMap<HTMLIFrameElement, () => void>();

/**
 * Says to a prompt in a frame who is there: at once where its page is there, and each time that page says that it is ready. The
 * context before is over: what the frame still tells of it is dropped.
 *
 * @param context `undefined` where nobody is there any more
 * @returns stops listening to the frame; the prompt in it keeps what it was told
 * @throws EveryContactError `origin-invalid`, `host-context-schema`, `host-context-shape`, `host-context-too-large`
 */
export function sendHostContext(
  frame: HTMLIFrameElement,
  context: HostContext | undefined,
  { origin, onMessage, link = randomId() }: SendOptions,
): () => void {
  const to = exactOrigin(origin);
  current.get(frame)?.();
  const message: ContextMessage = { everycontact: 'context', link, context: context ? checked(context) : null };
  const send = () => frame.contentWindow?.postMessage(message, to);
  const stop = listenToPrompt(frame, link, {
    origin,
    onMessage(told) {
      if (told.everycontact === 'ready') send();
      onMessage(told);
    },
  });
  current.set(frame, stop);
  if (isThere(frame, to)) send();
  return stop;
}

/**
 * Hears what a prompt in a frame tells of one context, and only from that frame while it shows that origin. For a frame that was
 * opened by a signed address, `link` is the id of its token.
 *
 * @returns stops listening
 * @throws EveryContactError `origin-invalid`
 */
export function listenToPrompt(frame: HTMLIFrameElement, link: string, { origin, onMessage }: Link): () => void {
  const from = exactOrigin(origin);
  const hear = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== from) return;
    const message = Object(event.data) as PromptMessage;
    if (message.everycontact === 'ready' || (typeof message.everycontact === 'string' && message.link === link))
      onMessage(message);
  };
  window.addEventListener('message', hear);
  return () => window.removeEventListener('message', hear);
}

/** A page of another origin shows no document; before any has come there is an empty one of our own. */
function isThere({ contentDocument }: HTMLIFrameElement, origin: string): boolean {
  return contentDocument === null || originOf(contentDocument.URL) === origin;
}
