// One file for a script tag: the element, core, one pack and one language. The build wraps it so that nothing of it runs
// where the tag is taken already: a second Lit on a page would be refused by a policy for Trusted Types.
import { AdvicePrompt } from './prompt.js';
import { openServicesWith } from './run/services.js';
import type * as ServicesReader from './services-reader.js';

const own = (document.currentScript as HTMLScriptElement | null)?.src;

// A services file is met by few pages: what reads it lies beside this file.
if (own)
  openServicesWith(async (bytes, address) => {
    const reader = new URL('advice-prompt.services.js', own).href;
    const { open } = (await import(reader)) as typeof ServicesReader;
    return open(bytes, address);
  });

customElements.define('advice-prompt', AdvicePrompt);
