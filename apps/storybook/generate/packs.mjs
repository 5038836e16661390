import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';

export { examples } from '@everycontact/content/examples';
export const packs = { england, denmark, sweden };
