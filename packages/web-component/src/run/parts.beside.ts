import { EveryContactError } from '@everycontact/core';
import { version } from '../../package.json';
import type { Parts } from './parts.js';

interface Waiting {
  readonly found: (part: unknown) => void;
  readonly failed: (reason: EveryContactError) => void;
}

/** Known only while the file is evaluated. A picture of the page that is named so would take its place. */
const tag: unknown = document.currentScript;
/** The address of this very file, as its own tag names it. */
const own = tag instanceof HTMLScriptElement && tag.src;
const brought = new Map<string, unknown>();
/** Several prompts of a page may want the same part at the same time. What is of another version stays refused. */
const coming = new Map<string, Promise<unknown>>();
const waiting = new Map<string, Waiting>();

/**
 * Takes the place of `parts.ts` in the script-tag files: a part is a file beside this one. From a disk no module can be
 * loaded; a page there brings its parts by tags of their own, before or after this one.
 *
 * @throws EveryContactError `part-missing`, `part-version`
 */
export const part = <Name extends keyof Parts>(name: Name): Promise<Parts[Name]> => beside<Parts[Name]>(name);

/** A part by any name, e.g. of a pack. @throws EveryContactError `part-missing`, `part-version` */
export async function beside<Part>(name: string): Promise<Part> {
  return (brought.has(name) ? brought.get(name) : await (coming.get(name) ?? arrival(name))) as Part;
}

/** How a part that has been evaluated hands itself over, whichever way it came. */
export function bring(name: string, of: string, found: unknown): void {
  const remedy = 'Put the files of one version beside each other.';
  if (of === version) brought.set(name, found);
  else waiting.get(name)?.failed(refused('part-version', name, `in version ${version}, found ${of}. ${remedy}`));
  waiting.get(name)?.found(found);
}

function arrival(name: string): Promise<unknown> {
  const arriving = new Promise((found, failed) => {
    waiting.set(name, { found, failed });
    import(addressOf(name)).catch((reason: unknown) => {
      const remedy = 'Lay it beside the script, or bring it by a tag of its own.';
      const giveUp = () => {
        coming.delete(name);
        failed(refused('part-missing', name, `at "${addressOf(name)}", found: ${String(reason)}. ${remedy}`));
      };
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', giveUp, { once: true });
      else giveUp();
    });
  });
  coming.set(name, arriving);
  return arriving;
}

/** A file that carries its version finds the parts that carry the same. */
function addressOf(name: string): string {
  const [, stem = 'advice-prompt'] = /\/(advice-prompt(?:\.\d+\.\d+\.\d+)?)[^/]*$/.exec(own || '') ?? [];
  return new URL(`${stem}.${name}.js`, own || document.baseURI).href;
}

const refused = (code: string, name: string, rest: string): EveryContactError =>
  new EveryContactError(code, name, `Expected the part "${name}" ${rest}`);
