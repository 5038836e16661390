import type * as parse from '@everycontact/core/parse';
import { EveryContactError } from '@everycontact/core';
import type * as directory from '../parts/directory.js';
import type * as prompting from '../parts/prompting.js';
import type * as services from '../parts/services.js';
import type * as takeAway from '../parts/take-away.js';

/** What is not needed to start. A part imports no Lit; it takes and gives plain data, or makes nodes with the DOM alone. */
export interface Parts {
  /** Only a host with modules hands a pack over; those of a script tag have been read by their build. */
  readonly parse: typeof parse;
  readonly directory: typeof directory;
  readonly prompting: typeof prompting;
  /** Only a script tag has it: a host with modules opens a file with `@everycontact/directory/services-file` itself. */
  readonly services: typeof services | undefined;
  readonly 'take-away': typeof takeAway;
}

const loads: { readonly [name in keyof Parts]: () => Promise<Parts[name]> } = {
  parse: () => import('@everycontact/core/parse'),
  directory: () => import('../parts/directory.js'),
  prompting: () => import('../parts/prompting.js'),
  services: () => Promise.resolve(undefined),
  'take-away': () => import('../parts/take-away.js'),
};

/** Loads a part when it is first needed. @throws EveryContactError `part-missing` */
export const part = <Name extends keyof Parts>(name: Name): Promise<Parts[Name]> =>
  loads[name]().catch((reason: unknown): never => {
    const remedy = 'A page that stayed open over a release asks for files that are gone: load it again.';
    throw new EveryContactError(
      'part-missing',
      name,
      `Expected the part "${name}", found: ${String(reason)}. ${remedy}`,
    );
  });
