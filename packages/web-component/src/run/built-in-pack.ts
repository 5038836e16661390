import type { Pack } from '@everycontact/core';
import { england } from '@everycontact/content/england/en-GB';

/** The pack inside a script-tag file. The build puts the pack of that file's place and language here. */
export const builtIn: Pack = england;
