import { drawPrompt } from './draw-prompt.js';

declare function addWebPart(
  start: (zone: HTMLElement, tell: (text: string) => void) => { readonly dispose: () => void },
): void;

addWebPart((zone, tell) => ({ dispose: drawPrompt(zone, 'smoking', ({ outcome = 'not settled' }) => tell(outcome)) }));
