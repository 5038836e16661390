import { EveryContactError, type Directory } from '@everycontact/core';
import { textsBeside } from './beside.js';
import { openServices, type ServicesDirectory } from './open.js';

/** The part of the platform's `fetch` that is used. */
export type FetchFile = (
  address: string,
  init: { readonly referrerPolicy: 'no-referrer' },
) => Promise<{ readonly ok: boolean; readonly status: number; arrayBuffer(): Promise<ArrayBuffer> }>;

/**
 * A services file on a web server, with its records beside it as an import lays them. Nothing is asked for before the
 * first look-up; then the index once, and of the records only what is shown. What could not be had is asked for again.
 *
 * @param address of the index; the records stand at `….texts/0` beside it
 * @throws EveryContactError `services-file-unreachable`, and what `openServices` throws; all from `find`
 */
export function servicesAt(address: string, fetch: FetchFile): Directory {
  let opened: Promise<ServicesDirectory> | undefined;
  return {
    name: 'services file',
    async find(query, options) {
      opened ??= fetched(address, fetch).then((bytes) => openedFrom(bytes, address, fetch));
      opened.catch(() => {
        opened = undefined;
      });
      return (await opened).find(query, options);
    },
  };
}

/** An index that was fetched already. */
export function openedFrom(bytes: Uint8Array, address: string, fetch: FetchFile): ServicesDirectory {
  return openServices(bytes, { texts: (shard) => fetched(textsBeside(address, shard), fetch) });
}

async function fetched(address: string, fetch: FetchFile): Promise<Uint8Array> {
  const answer = await fetch(address, { referrerPolicy: 'no-referrer' });
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  const message = `Expected a file at "${address}", found the status ${answer.status}. Put the index and the folder of its records where the page asks for them.`;
  throw new EveryContactError('services-file-unreachable', address, message);
}
