// For a page's own tests: finds the prompt, reads what is on its screen, and does what its reader would do
export { findPrompt } from './testing/find-prompt.js';
export { screenOf, type Screen } from './testing/screen.js';
export { choose, enter, finish, openPrompt, outcomesOf, press } from './testing/act.js';
