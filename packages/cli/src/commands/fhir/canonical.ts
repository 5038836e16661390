import type { Pack } from '@everycontact/core';

interface Told {
  readonly canonical?: string | undefined;
  readonly demo?: boolean | undefined;
}

/** The address under which a pack has its forms: the one given, else the pack's own, else nobody's, to try things out. */
export const canonicalOf = ({ canonical, demo }: Told, pack: Pack | undefined): string | undefined =>
  canonical ?? pack?.canonical ?? (demo ? 'https://everycontact.example/fhir' : undefined);
