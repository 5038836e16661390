import type * as r4 from 'fhir/r4.js';
import { creatable } from './scopes.js';

/** What may be written of a bundle. */
export interface GrantedEntries {
  /** Nothing where nothing may be written. */
  readonly bundle: r4.Bundle | undefined;
  /** The types that stay behind. */
  readonly without: readonly string[];
}

/**
 * A transaction cut down to the types that the launch lets us create. What pointed at an entry that stays behind keeps its words
 * and loses its address; a Provenance with nothing left to tell of stays behind as well.
 */
export function grantedEntries(bundle: r4.Bundle, scope: string): GrantedEntries {
  const entries = bundle.entry ?? [];
  const typeOf = ({ resource }: r4.BundleEntry) => resource?.resourceType ?? '';
  const stays = entries.filter((one) => !creatable(scope, typeOf(one)));
  const gone = new Set(stays.flatMap(({ fullUrl }) => fullUrl ?? []));
  const kept = entries
    .filter((one) => !stays.includes(one))
    .map((one) => cut(one, gone) as r4.BundleEntry)
    .filter(({ resource }) => resource?.resourceType !== 'Provenance' || 'target' in resource);
  return {
    bundle: kept.length ? { ...bundle, entry: kept } : undefined,
    without: [...new Set(stays.map(typeOf))],
  };
}

/** The same without references to what is gone. FHIR knows no empty object and no empty list: they go too. */
function cut(value: unknown, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const left = value.map((one: unknown) => cut(one, gone)).filter((one) => one !== undefined);
    return left.length ? left : undefined;
  }
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value)
    .filter(([key, part]) => !(key === 'reference' && gone.has(String(part))))
    .map(([key, part]) => [key, cut(part, gone)] as const)
    .filter(([, part]) => part !== undefined);
  return parts.length ? Object.fromEntries(parts) : undefined;
}
