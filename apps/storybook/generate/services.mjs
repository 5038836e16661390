import { readFileSync } from 'node:fs';
import { readServices } from '@everycontact/directory';

const feeds = { england: 'england.json', denmark: 'denmark.json' };
const fetchedAt = '2026-11-22T09:00:00.000Z';

/** The invented services of the demo, as a module; of Sweden none are taken, so its national lines are seen alone. */
export function services() {
  const found = Object.entries(feeds).map(([place, file]) => {
    const bytes = readFileSync(new URL(`../../demo/feeds/${file}`, import.meta.url));
    return [place, readServices(bytes, { feed: file, fetchedAt }).services];
  });
  return `export const services = ${JSON.stringify(Object.fromEntries([...found, ['sweden', []]]))};\n`;
}

/** The same for whoever checks types. */
export const servicesType = `import type { Service } from '@everycontact/core';
export declare const services: Readonly<Record<'england' | 'denmark' | 'sweden', readonly Service[]>>;
`;
