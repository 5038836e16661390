import type { Finding } from '@everycontact/core';
import type { Written } from '../packs/open-pack.js';

/** A finding of one pack, with the line it stands in where that is known. */
export interface PlacedFinding extends Finding {
  readonly pack: string;
  readonly written?: Written;
}

export const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity !== 'warning';

/** By file and line, as an editor lists them; what stands nowhere comes last. */
export function inOrder(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const key = ({ written }: PlacedFinding) =>
    written ? `${written.file}:${String(written.line).padStart(7, '0')}` : '\uffff';
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
