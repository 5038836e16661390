import type { Directory } from '@everycontact/core';
import { openedFrom } from '@everycontact/directory/services-file';

/** Opens a services file; its records are fetched from beside its address. @throws EveryContactError where the file is damaged */
export const open = (bytes: Uint8Array, address: string): Directory =>
  openedFrom(bytes, new URL(address, document.baseURI).href, (file, init) => fetch(file, init));
