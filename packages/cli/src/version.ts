import { readFileSync } from 'node:fs';

/** From the package.json of this package, which lies above `src` and `dist` alike. */
export function version(): string {
  const file = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return file.version;
}
