// One file for a script tag: the element, core, one pack and one language. The build wraps it so that nothing of it runs
// where the tag is taken already: a second Lit on a page would be refused by a policy for Trusted Types.
import { AdvicePrompt } from './prompt.js';
import { bring } from './run/parts.beside.js';

customElements.define('advice-prompt', Object.assign(AdvicePrompt, { bring }));
