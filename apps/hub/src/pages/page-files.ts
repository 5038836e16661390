import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EveryContactError } from '@everycontact/core';

/** The built pages lie beside the built hub. */
const built = fileURLToPath(new URL('./pages/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

export interface PageFile {
  readonly body: string;
  readonly type: string;
}

/**
 * Every file of the pages by its name, read once: what is not in the list is not there, whatever dots and slashes a name is
 * made of.
 *
 * @throws EveryContactError `pages-missing`
 */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  try {
    const names = readdirSync(built).filter((name) => extname(name) in types);
    return new Map(
      names.map((name) => [name, { body: readFileSync(built + name, 'utf8'), type: types[extname(name)] ?? '' }]),
    );
  } catch (error) {
    const message = `Expected the built pages of the hub in ${built}, found: ${String(error)}. Run "npm run build -w @everycontact/hub".`;
    throw new EveryContactError('pages-missing', 'pages', message);
  }
}
