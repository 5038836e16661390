import type * as directory from '../parts/directory.js';
import type * as prompting from '../parts/prompting.js';
import type * as services from '../parts/services.js';
import type * as takeAway from '../parts/take-away.js';

/** What is not needed to start. A part imports no Lit; it takes and gives plain data, or makes nodes with the DOM alone. */
export interface Parts {
  readonly directory: typeof directory;
  readonly prompting: typeof prompting;
  /** Only a script tag has it: a host with modules opens a file with `@everycontact/directory/services-file` itself. */
  readonly services: typeof services | undefined;
  readonly 'take-away': typeof takeAway;
}

const loads: { readonly [name in keyof Parts]: () => Promise<Parts[name]> } = {
  directory: () => import('../parts/directory.js'),
  prompting: () => import('../parts/prompting.js'),
  services: () => Promise.resolve(undefined),
  'take-away': () => import('../parts/take-away.js'),
};

/** Loads a part when it is first needed. @throws what the loading of a module throws */
export const part = <Name extends keyof Parts>(name: Name): Promise<Parts[Name]> => loads[name]();
