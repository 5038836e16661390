import { AdvicePrompt } from './prompt.js';

// A page that imports this file alone has the types of the tag and of its events with it.
export type { AdviceOutcomeDetail, AdvicePromptOptions } from './index.js';

/**
 * Registers `<advice-prompt>`, once. Where the tag is taken the first one stays; a console note names both versions.
 * Importing this file does it too.
 */
export function defineAdvicePrompt(): void {
  const first = customElements.get('advice-prompt') as
    | (CustomElementConstructor & { readonly version?: string })
    | undefined;
  if (!first) customElements.define('advice-prompt', AdvicePrompt);
  else if (first !== AdvicePrompt) {
    console.warn(
      `[everycontact/tag-taken] <advice-prompt> is already registered in version ${first.version ?? 'unknown'}; version ${AdvicePrompt.version} stays out. Load only one of them on a page.`,
    );
  }
}

if (typeof customElements !== 'undefined') defineAdvicePrompt();
