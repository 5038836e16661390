import { readFileSync } from 'node:fs';
import type { Day } from '@everycontact/core';
import { readOverlay, type ReadOverlay } from '@everycontact/directory';
import { misuse } from '../../options.js';

/** What a local team wrote of its services. @throws EveryContactError `file-unreadable` */
export function overlayFrom(command: string, file: string, today: Day): ReadOverlay {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw misuse(command, 'file-unreadable', `Expected an overlay, found: ${found}. Check the path.`);
  }
  return readOverlay(bytes, { today });
}
