import type { Directory, Service } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';

/**
 * The directory for the conversation this system draws itself: the same compact services the prompt reads, asked for at
 * the first look-up. A failure is passed on, and the conversation goes on with the national line.
 */
export function servicesAt(address: string): Directory {
  return {
    name: 'harbour-desk',
    async find(query, options) {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`The services answer with ${response.status}.`);
      const { asOf, services } = (await response.json()) as { asOf: string; services: readonly Service[] };
      return memoryDirectory(services, asOf).find(query, options);
    },
  };
}
