import type { EveryContactError } from '@everycontact/core';
import type { HostContext } from '@everycontact/core/host-context';
import type { AdvicePrompt } from '../prompt.js';
import type { PromptMessage } from './messages.js';
import { exactOrigin, originOf } from './origin.js';
import { setHostContext } from './set-host-context.js';

/**
 * Lets the page around a frame say who is there: a context is taken from the parent window alone, and only where that shows one
 * of these origins; what comes of it is told to that origin alone, by the name of its context. On another context the element
 * is wiped, and nothing of the one before is told any more.
 *
 * @param origins exact, e.g. `["https://records.example"]`
 * @returns stops listening, and leaves the element as if nobody were there
 * @throws EveryContactError `origin-invalid`
 */
export function listenForHostContext(prompt: AdvicePrompt, { origins }: { origins: readonly string[] }): () => void {
  const allowed = origins.map(exactOrigin);
  let stopTelling: (() => void) | undefined;

  function take(link: string, context: unknown, origin: string): void {
    stopTelling?.();
    try {
      setHostContext(prompt, (context ?? undefined) as HostContext | undefined);
      post({ everycontact: 'accepted', link }, origin);
    } catch (error) {
      const { code, message } = error as EveryContactError;
      post({ everycontact: 'refused', link, code, message }, origin);
    }
    stopTelling = tellHost(prompt, { origin, link });
  }

  const hear = ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source !== window.parent || !allowed.includes(origin)) return;
    const { everycontact, link, context } = Object(data) as Record<string, unknown>;
    if (everycontact === 'context' && typeof link === 'string' && link.length <= 100) take(link, context, origin);
  };
  window.addEventListener('message', hear);
  for (const origin of likely(allowed)) post({ everycontact: 'ready' }, origin);
  return () => {
    window.removeEventListener('message', hear);
    stopTelling?.();
    setHostContext(prompt, undefined);
  };
}

/**
 * Tells the page around a frame what comes of one context, and nobody else. In the setting `staff` that is only that the panel
 * was closed.
 *
 * @param link the name that the page around gave to this context
 * @returns stops telling
 * @throws EveryContactError `origin-invalid`
 */
export function tellHost(prompt: AdvicePrompt, { origin, link }: { origin: string; link: string }): () => void {
  const host = exactOrigin(origin);
  const over = new AbortController();
  const { signal } = over;
  const tell = (message: PromptMessage) => post(message, host);
  prompt.addEventListener(
    'advice-outcome',
    ({ detail: { record } }) => tell({ everycontact: 'outcome', link, record }),
    {
      signal,
    },
  );
  prompt.addEventListener('advice-history', ({ detail: { entry } }) => tell({ everycontact: 'history', link, entry }), {
    signal,
  });
  prompt.addEventListener('advice-error', ({ detail }) => tell({ everycontact: 'error', link, error: detail }), {
    signal,
  });
  prompt.addEventListener('advice-closed', () => tell({ everycontact: 'closed', link }), { signal });
  prompt.addEventListener(
    'advice-service-wrong',
    (event) => {
      // The page around passes it on.
      event.preventDefault();
      tell({ everycontact: 'service-wrong', link, service: event.detail });
    },
    { signal },
  );
  return () => over.abort();
}

/** A browser tells mostly who is around; where it does not, each that may be is told, and it reaches only the one that is. */
function likely(allowed: readonly string[]): readonly string[] {
  const around = location.ancestorOrigins?.[0] ?? originOf(document.referrer);
  return around === undefined ? allowed : allowed.filter((origin) => origin === around);
}

function post(message: PromptMessage, origin: string): void {
  if (window.parent !== window) window.parent.postMessage(message, origin);
}
