// A file of its own beside the script-tag files: what opens a services file, loaded when a page names one.
import { openedFrom } from '@everycontact/directory/services-file';

export const open = (bytes: Uint8Array, address: string) =>
  openedFrom(bytes, new URL(address, document.baseURI).href, (file, init) => fetch(file, init));
